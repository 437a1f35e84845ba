#include "addon/document_dialog.hpp"

#include "addon/package.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/DialogProvider.hpp>
#include <com/sun/star/awt/XDialogProvider2.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseable.hpp>

#include <iostream>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace util = com::sun::star::util;
namespace lang = com::sun::star::lang;

namespace {

constexpr std::int32_t fault_red = 0xB00020;

} // namespace

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
    std::string fault;
    try {
        method.run();
        return;
    } catch (const core::user_error& error) {
        refuse(error);
        return;
    } catch (const uno::Exception& error) {
        fault = office::detail_of(error);
    } catch (const std::exception& error) {
        fault = error.what();
    }
    filling_ = false;
    const std::string text = core::message("menu.failure", {{"detail", fault}});
    std::clog << "octroi: " << text << '\n';
    tell(text, true);
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
    close_after_ = close_after_ || gets_ownership;
    if (dialog_.is()) {
        dialog_->endExecute();
    }
    throw util::CloseVetoException();
}

void SAL_CALL document_dialog::notifyClosing(const lang::EventObject& /*event*/) {}

void SAL_CALL document_dialog::disposing(const lang::EventObject& /*event*/) {
    if (dialog_.is()) {
        dialog_->endExecute();
    }
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
