#include "addon/document_dialog.hpp"

#include "addon/fault_text.hpp"
#include "addon/main_loop.hpp"
#include "addon/package.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/DialogProvider.hpp>
#include <com/sun/star/awt/XDialogProvider2.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>
#include <com/sun/star/awt/XTopWindowListener.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <cppuhelper/implbase1.hxx>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace util = com::sun::star::util;
namespace lang = com::sun::star::lang;

namespace {

constexpr std::int32_t fault_red = 0xB00020;

/// Those that stand beside a document; in the main loop only.
std::vector<document_dialog*>& all_shown() {
    static std::vector<document_dialog*> all;
    return all;
}

} // namespace

/// Hears that the officer closes a dialog which nobody waits for: with its button, the key Escape
/// or the frame of its window.
class document_dialog::closed_window : public cppu::WeakImplHelper1<awt::XTopWindowListener> {
public:
    explicit closed_window(rtl::Reference<document_dialog> dialog) : dialog_(std::move(dialog)) {}

    void SAL_CALL windowClosing(const lang::EventObject& /*event*/) override {
        // Later: the window is still at its event.
        if (const auto closed = dialog_; closed.is()) {
            post(closed->context_, [closed] { closed->close(); });
        }
    }
    void SAL_CALL windowOpened(const lang::EventObject& /*event*/) override {}
    void SAL_CALL windowClosed(const lang::EventObject& /*event*/) override {}
    void SAL_CALL windowMinimized(const lang::EventObject& /*event*/) override {}
    void SAL_CALL windowNormalized(const lang::EventObject& /*event*/) override {}
    void SAL_CALL windowActivated(const lang::EventObject& /*event*/) override {}
    void SAL_CALL windowDeactivated(const lang::EventObject& /*event*/) override {}
    void SAL_CALL disposing(const lang::EventObject& /*event*/) override { dialog_.clear(); }

private:
    rtl::Reference<document_dialog> dialog_;
};

void document_dialog::execute() {
    try {
        open();
        dialog_->execute();
    } catch (...) {
        close();
        throw;
    }
    close();
}

void document_dialog::show() {
    try {
        open();
    } catch (...) {
        close();
        throw;
    }
    beside_ = true;
    all_shown().push_back(this);
    uno::Reference<awt::XTopWindow>(dialog_, uno::UNO_QUERY_THROW)
        ->addTopWindowListener(new closed_window(this));
    uno::Reference<awt::XWindow>(dialog_, uno::UNO_QUERY_THROW)->setVisible(true);
}

rtl::Reference<document_dialog> document_dialog::shown_for(const office::component_ref& document,
                                                           const std::string& name) {
    for (auto* dialog : all_shown()) {
        if (dialog->document_ == document && name == dialog->name_) {
            uno::Reference<awt::XTopWindow>(dialog->dialog_, uno::UNO_QUERY_THROW)->toFront();
            return dialog;
        }
    }
    return {};
}

void document_dialog::open() {
    const uno::Reference<com::sun::star::frame::XModel> model(document_, uno::UNO_QUERY_THROW);
    // With the model, the document's window is the dialog's parent.
    const uno::Reference<awt::XDialogProvider2> provider(
        awt::DialogProvider::createWithModel(context_, model), uno::UNO_QUERY_THROW);
    dialog_ = provider->createDialogWithHandler(
        package_url(context_) + "/dialogs/" + rtl::OUString::createFromAscii(name_) + ".xdl",
        uno::Reference<uno::XInterface>(static_cast<cppu::OWeakObject*>(this)));
    controls_ = dialog_controls(dialog_);
    uno::Reference<util::XCloseable>(document_, uno::UNO_QUERY_THROW)->addCloseListener(this);
    fill_in();
}

void document_dialog::close() {
    const rtl::Reference<document_dialog> alive(this); // what holds it goes below
    std::erase(all_shown(), this);
    const uno::Reference<util::XCloseable> document(document_, uno::UNO_QUERY);
    const uno::Reference<lang::XComponent> dialog(dialog_, uno::UNO_QUERY);
    document_.clear();
    dialog_.clear();
    controls_ = dialog_controls();
    if (document.is()) {
        document->removeCloseListener(this);
    }
    if (dialog.is()) {
        dialog->dispose();
    }
    if (close_after_) {
        const office::closing_document left_to_us(office::component_ref(document, uno::UNO_QUERY));
    }
}

sal_Bool SAL_CALL document_dialog::callHandlerMethod(const uno::Reference<awt::XDialog>& /*dialog*/,
                                                     const uno::Any& /*event*/,
                                                     const rtl::OUString& method) {
    for (const auto& known : handler_methods()) {
        if (method.equalsAscii(known.name)) {
            if (!filling_ && dialog_.is()) {
                run_safely(known);
            }
            return true;
        }
    }
    return false;
}

/// What happens must not escape into the dialog's own loop.
void document_dialog::run_safely(const handler_method& method) {
    try {
        method.run();
    } catch (const core::user_error& error) {
        refuse(error);
    } catch (...) {
        const auto text = fault_text();
        filling_ = false;
        tell(text, true);
    }
}

uno::Sequence<rtl::OUString> SAL_CALL document_dialog::getSupportedMethodNames() {
    std::vector<rtl::OUString> names;
    for (const auto& method : handler_methods()) {
        names.push_back(rtl::OUString::createFromAscii(method.name));
    }
    return office::sequence_of(names);
}

void SAL_CALL document_dialog::queryClosing(const lang::EventObject& /*event*/,
                                            sal_Bool gets_ownership) {
    if (beside_) {
        return; // nobody waits for it: it goes with the document
    }
    close_after_ = close_after_ || gets_ownership;
    if (dialog_.is()) {
        dialog_->endExecute();
    }
    throw util::CloseVetoException();
}

void SAL_CALL document_dialog::notifyClosing(const lang::EventObject& /*event*/) {
    if (beside_) {
        close();
    }
}

void SAL_CALL document_dialog::disposing(const lang::EventObject& /*event*/) {
    if (beside_) {
        close();
        return;
    }
    if (dialog_.is()) {
        dialog_->endExecute();
    }
}

void document_dialog::later(const char* method) {
    post(context_, [self = rtl::Reference<document_dialog>(this), method] {
        self->callHandlerMethod(self->dialog_, {}, rtl::OUString::createFromAscii(method));
    });
}

void document_dialog::tell(const std::string& text, bool fault) const {
    if (fault) {
        controls_.colour("message", fault_red);
    } else {
        controls_.usual_colour("message");
    }
    controls_.label("message", text);
}

} // namespace octroi::addon
