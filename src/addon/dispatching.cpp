#include "addon/dispatching.hpp"

#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/util/URL.hpp>

namespace octroi::addon {

void send_command(const frame_ref& frame, const char* command,
                  const command_call::arguments& values) {
    com::sun::star::util::URL url;
    url.Complete = rtl::OUString::createFromAscii(command);
    const auto colon = url.Complete.indexOf(':');
    url.Protocol = url.Complete.copy(0, colon + 1);
    url.Path = url.Complete.copy(colon + 1);
    const uno::Reference<com::sun::star::frame::XDispatchProvider> provider(frame,
                                                                            uno::UNO_QUERY_THROW);
    const auto dispatch = provider->queryDispatch(url, "_self", 0);
    if (dispatch.is()) {
        dispatch->dispatch(url, values);
    }
}

} // namespace octroi::addon
