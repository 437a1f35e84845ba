#include "addon/command.hpp"
#include "addon/dispatching.hpp"
#include "core/messages.hpp"
#include "office/register_writer.hpp"

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XModel.hpp>

namespace octroi::addon {

outcome new_command(const command_call& call) {
    bool demonstration = call.flag("Demonstration");
    if (!call.has("Demonstration")) {
        const answer chosen = ask(call.context(), call.frame(), core::message("menu.new.title"),
                                  core::message("new.question"));
        if (chosen == answer::cancel) {
            return {};
        }
        demonstration = chosen == answer::yes;
    }
    const auto document = office::new_register(call.context(), demonstration);
    const uno::Reference<com::sun::star::document::XUndoManagerSupplier> undo(document,
                                                                              uno::UNO_QUERY_THROW);
    undo->getUndoManager()->clear();
    office::show_register(call.context(), document);
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    const auto frame = model->getCurrentController()->getFrame();
    frame->getContainerWindow()->setFocus();
    if (call.flag("Panel")) {
        send_command(frame, "org.octroi:panel");
    }
    return {true, {}};
}

} // namespace octroi::addon
