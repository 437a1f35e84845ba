/// @file
/// The dialog of *Faire de ce classeur un registre…*: which sheet holds which table, which column
/// which field.
#pragma once

#include "addon/dialog_controls.hpp"
#include "core/mapping/confirmed_pairs.hpp"
#include "core/mapping/workbook_map.hpp"
#include "office/register_reader.hpp"
#include "office/workbook_mapping.hpp"

#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XDialogEventHandler.hpp>
#include <com/sun/star/util/XCloseListener.hpp>
#include <cppuhelper/implbase2.hxx>

#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

/// To be held by rtl::Reference: the office calls it back while the dialog is open.
class mapping_dialog : public cppu::WeakImplHelper2<com::sun::star::awt::XDialogEventHandler,
                                                    com::sun::star::util::XCloseListener> {
public:
    /// Proposes a map of the workbook, with the help of what was confirmed before.
    mapping_dialog(office::context_ref context, office::spreadsheet_ref document,
                   core::mapping::confirmed_pairs known);

    /// Until it is closed; what was confirmed is applied already.
    std::optional<office::applied_map> run();

    // Its parts, for tests: an office without a screen runs no dialog.

    /// Makes the dialog, filled in.
    void open();
    /// Takes it away, and closes the document if that was left to it.
    void close();
    const com::sun::star::uno::Reference<com::sun::star::awt::XDialog>& window() const {
        return dialog_;
    }
    const std::optional<office::applied_map>& applied() const { return applied_; }

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
        void (mapping_dialog::*run)();
    };
    static const std::vector<handler_method>& handler_methods();

    void run_safely(const handler_method& method);

    core::mapping::mapped_sheet& sheet() { return map_.sheets[sheet_]; }
    void set_texts();
    void list_sheets();
    void show_sheet();
    void list_columns(std::size_t chosen);
    void show_column();
    void take_sheet(core::mapping::mapped_sheet changed);
    void judge();
    void tell(const std::string& text, bool fault) const;

    // What the dialog's file names.
    void on_sheet();
    void on_table();
    void on_header_row();
    void on_column();
    void on_field();
    void on_run();

    office::context_ref context_;
    office::spreadsheet_ref document_;
    core::mapping::confirmed_pairs known_;
    std::vector<core::sheet_data> heads_;
    core::mapping::workbook_map map_; ///< its sheets in the order of `heads_`
    std::size_t sheet_ = 0;           ///< the one shown
    com::sun::star::uno::Reference<com::sun::star::awt::XDialog> dialog_;
    dialog_controls controls_;
    std::optional<office::applied_map> applied_;
    bool filling_ = false; ///< changes are ours, not the officer's
    bool close_after_ = false;
};

} // namespace octroi::addon
