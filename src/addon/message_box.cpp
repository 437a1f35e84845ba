#include "addon/message_box.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/MessageBoxType.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

namespace {

window_ref window_of(const frame_ref& frame) {
    return {frame.is() ? frame->getContainerWindow() : uno::Reference<awt::XWindow>(),
            uno::UNO_QUERY};
}

sal_Int16 execute(const office::context_ref& context, const window_ref& parent,
                  awt::MessageBoxType type, sal_Int32 buttons, const std::string& title,
                  const std::string& text) {
    const uno::Reference<awt::XMessageBoxFactory> factory(awt::Toolkit::create(context),
                                                          uno::UNO_QUERY_THROW);
    return factory
        ->createMessageBox(parent, type, buttons, office::to_uno(title), office::to_uno(text))
        ->execute();
}

} // namespace

void show_message(const office::context_ref& context, const frame_ref& frame, message_kind kind,
                  const std::string& title, const std::string& text) {
    show_message(context, window_of(frame), kind, title, text);
}

void show_message(const office::context_ref& context, const window_ref& parent, message_kind kind,
                  const std::string& title, const std::string& text) {
    awt::MessageBoxType type = awt::MessageBoxType_INFOBOX;
    if (kind == message_kind::warning) {
        type = awt::MessageBoxType_WARNINGBOX;
    } else if (kind == message_kind::error) {
        type = awt::MessageBoxType_ERRORBOX;
    }
    execute(context, parent, type, awt::MessageBoxButtons::BUTTONS_OK, title, text);
}

bool ask_to_go_on(const office::context_ref& context, const frame_ref& frame,
                  const std::string& title, const std::string& text) {
    return ask_to_go_on(context, window_of(frame), title, text);
}

bool ask_to_go_on(const office::context_ref& context, const window_ref& parent,
                  const std::string& title, const std::string& text) {
    return execute(context, parent, awt::MessageBoxType_QUERYBOX,
                   awt::MessageBoxButtons::BUTTONS_YES_NO |
                       awt::MessageBoxButtons::DEFAULT_BUTTON_YES,
                   title, text) == awt::MessageBoxResults::YES;
}

answer ask(const office::context_ref& context, const frame_ref& frame, const std::string& title,
           const std::string& text) {
    const sal_Int16 chosen = execute(context, window_of(frame), awt::MessageBoxType_QUERYBOX,
                                     awt::MessageBoxButtons::BUTTONS_YES_NO_CANCEL, title, text);
    if (chosen == awt::MessageBoxResults::YES) {
        return answer::yes;
    }
    return chosen == awt::MessageBoxResults::NO ? answer::no : answer::cancel;
}

} // namespace octroi::addon
