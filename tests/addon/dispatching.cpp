#include "dispatching.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/DispatchResultEvent.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/URL.hpp>
#include <com/sun/star/util/URLTransformer.hpp>

#include "live_office.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace frame = com::sun::star::frame;

frame_ref frame_of(const office::component_ref& document) {
    const uno::Reference<frame::XModel> model(document, uno::UNO_QUERY_THROW);
    return model->getCurrentController()->getFrame();
}

dispatch_result dispatch(const frame_ref& target, const std::string& command,
                         const uno::Sequence<com::sun::star::beans::PropertyValue>& arguments) {
    const uno::Reference<frame::XDispatchProvider> provider(target, uno::UNO_QUERY_THROW);
    const uno::Any answer =
        frame::DispatchHelper::create(live_office())
            ->executeDispatch(provider, office::to_uno(command), "_self", 0, arguments);
    frame::DispatchResultEvent event;
    rtl::OUString text;
    if (!(answer >>= event) || !(event.Result >>= text)) {
        return {};
    }
    return {event.State == frame::DispatchResultState::SUCCESS, office::from_uno(text)};
}

bool is_taken(const frame_ref& target, const std::string& command) {
    com::sun::star::util::URL url;
    url.Complete = office::to_uno(command);
    com::sun::star::util::URLTransformer::create(live_office())->parseStrict(url);
    const uno::Reference<frame::XDispatchProvider> provider(target, uno::UNO_QUERY_THROW);
    return provider->queryDispatch(url, "_self", 0).is();
}

std::vector<office::component_ref> open_documents() {
    const auto items = frame::Desktop::create(live_office())->getComponents()->createEnumeration();
    std::vector<office::component_ref> documents;
    while (items->hasMoreElements()) {
        documents.emplace_back(items->nextElement(), uno::UNO_QUERY);
    }
    return documents;
}

} // namespace octroi::test
