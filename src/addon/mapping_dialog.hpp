/// @file
/// The dialog of *Faire de ce classeur un registre…*: which sheet holds which table, which column
/// which field.
#pragma once

#include "addon/document_dialog.hpp"
#include "core/mapping/confirmed_pairs.hpp"
#include "core/mapping/workbook_map.hpp"
#include "office/register_reader.hpp"
#include "office/workbook_mapping.hpp"

#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

class mapping_dialog : public document_dialog {
public:
    /// Proposes a map of the workbook, with the help of what was confirmed before.
    mapping_dialog(office::context_ref context, const office::spreadsheet_ref& document,
                   core::mapping::confirmed_pairs known);

    /// Until it is closed; what was confirmed is applied already.
    std::optional<office::applied_map> run();

    const std::optional<office::applied_map>& applied() const { return applied_; }

private:
    void fill_in() override;
    std::vector<handler_method> handler_methods() override;

    core::mapping::mapped_sheet& sheet() { return map_.sheets[sheet_]; }
    void set_texts();
    void list_sheets();
    void show_sheet();
    void list_columns(std::size_t chosen);
    void show_column();
    void take_sheet(core::mapping::mapped_sheet changed);
    void judge();

    // What the dialog's file names.
    void on_sheet();
    void on_table();
    void on_header_row();
    void on_column();
    void on_field();
    void on_run();

    core::mapping::confirmed_pairs known_;
    std::vector<core::sheet_data> heads_;
    core::mapping::workbook_map map_; ///< its sheets in the order of `heads_`
    std::size_t sheet_ = 0;           ///< the one shown
    std::optional<office::applied_map> applied_;
};

} // namespace octroi::addon
