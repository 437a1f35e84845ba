/// @file
/// A dialog that works on an open document: what the office calls while it is open, and what
/// happens when the document is closed under it. It holds the document's window up until it is
/// closed, or stands beside it.
#pragma once

#include "addon/dialog_controls.hpp"
#include "core/error.hpp"
#include "office/register_reader.hpp"

#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XDialogEventHandler.hpp>
#include <com/sun/star/util/XCloseListener.hpp>
#include <cppuhelper/implbase2.hxx>
#include <rtl/ref.hxx>

#include <functional>
#include <string>
#include <vector>

namespace octroi::addon {

/// To be held by rtl::Reference: the office calls it back while the dialog is open.
class document_dialog : public cppu::WeakImplHelper2<com::sun::star::awt::XDialogEventHandler,
                                                     com::sun::star::util::XCloseListener> {
public:
    // Its parts, for tests: an office without a screen runs no dialog.

    /// Makes the dialog, filled in.
    void open();
    /// Takes it away, and closes the document if that was left to it.
    void close();
    /// Opens it beside the document's window and returns; it lives until it or the document is
    /// closed.
    void show();
    /// The one of that name that `show` left beside the document, in front of it; null for none.
    static rtl::Reference<document_dialog> shown_for(const office::component_ref& document,
                                                     const std::string& name);
    const com::sun::star::uno::Reference<com::sun::star::awt::XDialog>& window() const {
        return dialog_;
    }

    // What the office calls.

    sal_Bool SAL_CALL
    callHandlerMethod(const com::sun::star::uno::Reference<com::sun::star::awt::XDialog>& dialog,
                      const com::sun::star::uno::Any& event, const rtl::OUString& method) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override;
    /// The dialog goes first; whoever closes the document then tries again, or leaves it to us.
    void SAL_CALL queryClosing(const com::sun::star::lang::EventObject& event,
                               sal_Bool gets_ownership) override;
    void SAL_CALL notifyClosing(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

protected:
    struct handler_method {
        const char* name; ///< as the dialog's file says it
        std::function<void()> run;
    };

    /// `name`: of its file in the extension's folder of dialogs.
    document_dialog(office::context_ref context, office::component_ref document, const char* name)
        : context_(std::move(context)), document_(std::move(document)), name_(name) {}

    /// Opens it, waits until it is closed, and takes it away.
    void execute();

    virtual void fill_in() = 0;
    virtual std::vector<handler_method> handler_methods() = 0;
    /// What the officer asked for cannot be done.
    virtual void refuse(const core::user_error& error) { tell(error.what(), true); }

    office::spreadsheet_ref spreadsheet() const {
        return {document_, com::sun::star::uno::UNO_QUERY_THROW};
    }

    /// As if a control had called the handler `method`, in the main loop: tables tell what is
    /// chosen in them in a thread of their own.
    void later(const char* method);

    /// In the label `message`.
    void tell(const std::string& text, bool fault) const;

    office::context_ref context_;
    office::component_ref document_;
    com::sun::star::uno::Reference<com::sun::star::awt::XDialog> dialog_;
    dialog_controls controls_;
    bool filling_ = false; ///< changes are ours, not the officer's

private:
    void run_safely(const handler_method& method);

    class closed_window;

    const char* name_;
    bool beside_ = false; ///< the document's window, which stays usable
    bool close_after_ = false;
};

} // namespace octroi::addon
