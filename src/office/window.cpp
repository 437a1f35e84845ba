#include "office/window.hpp"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>
#include <com/sun/star/frame/XModel.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;

void show_window(const context_ref& context, const component_ref& document) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    model->getCurrentController()->getFrame()->getContainerWindow()->setVisible(true);
    const uno::Reference<com::sun::star::awt::XToolkitExperimental> toolkit(
        com::sun::star::awt::Toolkit::create(context), uno::UNO_QUERY_THROW);
    toolkit->processEventsToIdle();
}

} // namespace octroi::office
