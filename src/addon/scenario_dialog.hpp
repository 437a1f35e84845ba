/// @file
/// The dialog of *Comparer des scénarios…*: an envelope of the year divided in three other ways
/// beside the register's own.
#pragma once

#include "addon/dialog_controls.hpp"
#include "core/compute/comparison.hpp"
#include "core/compute/scenario_input.hpp"
#include "office/register_reader.hpp"

#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XDialogEventHandler.hpp>
#include <com/sun/star/util/XCloseListener.hpp>
#include <cppuhelper/implbase2.hxx>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

/// What the officer adopted.
struct adopted_scenario {
    std::string name;
    core::compute::comparison result;
    bool changed = false; ///< the register
};

/// To be held by rtl::Reference: the office calls it back while the dialog is open.
class scenario_dialog : public cppu::WeakImplHelper2<com::sun::star::awt::XDialogEventHandler,
                                                     com::sun::star::util::XCloseListener> {
public:
    /// Reads the register; `name` stands for it in messages. Throws user_error for one that cannot
    /// be computed or has no envelope in the year.
    scenario_dialog(office::context_ref context, office::spreadsheet_ref document, std::string name,
                    const core::compute::compute_request& request);

    /// Until it is closed; what was adopted is written already.
    std::optional<adopted_scenario> run();

    // Its parts, for tests: an office without a screen runs no dialog.

    /// Makes the dialog, filled in.
    void open();
    /// Takes it away, and closes the document if that was left to it.
    void close();
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

private:
    struct handler_method {
        const char* name; ///< as the dialog's file says it
        void (scenario_dialog::*run)();
    };
    static const std::vector<handler_method>& handler_methods();

    void run_safely(const handler_method& method);

    const core::compute::computed_envelope& envelope() const;
    void set_texts();
    void fill();
    core::compute::scenario read_column(std::size_t at);
    core::compute::comparison compared();
    void show_results(const core::compute::comparison& made) const;
    void clear_results() const;
    void tell(const std::string& text, bool fault) const;
    void tell_failure(const std::string& detail) const;
    void tell_result(const core::compute::comparison& made, const char* done) const;

    // What the dialog's file names.
    void on_envelope();
    void on_edit();
    void on_compare();
    void on_detail();
    void on_adopt();

    office::context_ref context_;
    office::spreadsheet_ref document_;
    std::string name_;
    core::compute::compute_request request_;
    core::register_book book_;
    std::vector<core::compute::computed_envelope> envelopes_;
    com::sun::star::uno::Reference<com::sun::star::awt::XDialog> dialog_;
    dialog_controls controls_;
    std::optional<adopted_scenario> adopted_;
    std::size_t reading_ = 0; ///< the scenario whose column is read
    bool filling_ = false;    ///< changes are ours, not the officer's
    bool close_after_ = false;
};

} // namespace octroi::addon
