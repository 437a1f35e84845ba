#include "addon/mapping_dialog.hpp"

#include "core/error.hpp"
#include "core/mapping/map_text.hpp"
#include "core/mapping/proposal.hpp"
#include "core/messages.hpp"
#include "core/table.hpp"
#include "core/text.hpp"
#include "office/sheet_heads.hpp"
#include "office/uno_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace mapping = core::mapping;

namespace {

struct named_field {
    const char* name;
    const char* label;
    const char* title;
    const char* help;
};
constexpr std::array<named_field, 5> fields = {
    {{"sheets", "sheets_label", "mapping.sheets", "mapping.sheets_help"},
     {"table", "table_label", "mapping.table", "mapping.table_help"},
     {"header_row", "header_row_label", "mapping.header_row", "mapping.header_row_help"},
     {"columns", "columns_label", "mapping.columns", "mapping.columns_help"},
     {"field", "field_label", "mapping.field", "mapping.field_help"}}};

/// The row as typed (from 1); nothing if that is no row where a header is sought.
std::optional<int> typed_row(const std::string& text) {
    const auto typed = core::trim(text);
    int row = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), row);
    const bool fits = fault == std::errc() && end == typed.data() + typed.size() && row >= 1 &&
                      row <= core::table::rows_searched_for_header;
    return fits ? std::optional(row) : std::nullopt;
}

} // namespace

mapping_dialog::mapping_dialog(office::context_ref context, const office::spreadsheet_ref& document,
                               mapping::confirmed_pairs known)
    : document_dialog(std::move(context), office::component_ref(document, uno::UNO_QUERY),
                      "mapping"),
      known_(std::move(known)), heads_(office::read_heads(spreadsheet())),
      map_(mapping::proposed_map(heads_, known_)) {
    // What most likely holds the files is what the officer looks at first.
    const auto mapped = std::find_if(map_.sheets.begin(), map_.sheets.end(),
                                     [](const auto& each) { return each.table == "actions"; });
    if (mapped != map_.sheets.end()) {
        sheet_ = static_cast<std::size_t>(mapped - map_.sheets.begin());
    }
}

std::optional<office::applied_map> mapping_dialog::run() {
    execute();
    return std::move(applied_);
}

void mapping_dialog::fill_in() {
    set_texts();
    list_sheets();
    show_sheet();
    judge();
}

std::vector<mapping_dialog::handler_method> mapping_dialog::handler_methods() {
    return {{"onSheet", [this] { on_sheet(); }},          {"onTable", [this] { on_table(); }},
            {"onHeaderRow", [this] { on_header_row(); }}, {"onColumn", [this] { on_column(); }},
            {"onField", [this] { on_field(); }},          {"onRun", [this] { on_run(); }}};
}

void mapping_dialog::set_texts() {
    filling_ = true;
    dialog_->setTitle(office::to_uno(core::message("mapping.title")));
    controls_.label("intro", core::message("mapping.intro"));
    for (const auto& field : fields) {
        controls_.label(field.label, core::message(field.title));
        controls_.help(field.name, core::message(field.help));
    }
    controls_.offer("table", mapping::table_choices());
    controls_.label("run", core::message("mapping.run"));
    controls_.help("run", core::message("mapping.run_help"));
    controls_.label("cancel", core::message("mapping.cancel"));
    filling_ = false;
}

void mapping_dialog::list_sheets() {
    filling_ = true;
    std::vector<std::string> lines;
    for (const auto& each : map_.sheets) {
        lines.push_back(mapping::sheet_line(each));
    }
    controls_.offer("sheets", lines);
    controls_.choose("sheets", sheet_);
    filling_ = false;
}

/// The table, the header row and the columns of the sheet.
void mapping_dialog::show_sheet() {
    filling_ = true;
    const bool mapped = !sheet().table.empty();
    controls_.choose("table", mapping::choice_of_table(sheet().table));
    controls_.write("header_row", mapped && sheet().header_row >= 0
                                      ? std::to_string(sheet().header_row + 1)
                                      : std::string());
    for (const auto* name : {"header_row", "columns", "field"}) {
        controls_.enable(name, mapped);
    }
    filling_ = false;
    list_columns(0);
}

void mapping_dialog::list_columns(std::size_t chosen) {
    filling_ = true;
    std::vector<std::string> lines;
    for (const auto& column : sheet().columns) {
        lines.push_back(mapping::column_line(sheet(), column));
    }
    controls_.offer("columns", lines);
    controls_.choose("columns", chosen);
    filling_ = false;
    show_column();
}

/// The field of the chosen column, and a value of it.
void mapping_dialog::show_column() {
    filling_ = true;
    if (sheet().columns.empty()) {
        controls_.offer("field", {});
        controls_.label("example", {});
    } else {
        const auto& column = sheet().columns[controls_.chosen("columns")];
        controls_.offer("field", mapping::field_choices(sheet(), column));
        controls_.choose("field", mapping::choice_of_field(sheet(), column.field));
        const std::string value =
            mapping::example_of(heads_[sheet_], sheet().header_row, column.column);
        controls_.label("example", value.empty()
                                       ? core::message("mapping.no_example")
                                       : core::message("mapping.example", {{"value", value}}));
    }
    filling_ = false;
}

void mapping_dialog::take_sheet(mapping::mapped_sheet changed) {
    sheet() = std::move(changed);
    list_sheets();
    judge();
}

/// Why the map cannot be applied yet, or what it lacks.
void mapping_dialog::judge() {
    const auto faults = mapping::problems(map_);
    tell(faults.empty() ? mapping::lack_text(map_) : faults.front(), !faults.empty());
}

void mapping_dialog::on_sheet() {
    sheet_ = controls_.chosen("sheets");
    show_sheet();
}

void mapping_dialog::on_table() {
    take_sheet(mapping::proposed_sheet(heads_[sheet_], mapping::table_at(controls_.chosen("table")),
                                       known_));
    show_sheet();
}

void mapping_dialog::on_header_row() {
    const auto row = typed_row(controls_.read("header_row"));
    if (!row) {
        throw core::user_error(core::error_kind::usage, core::message("mapping.bad_row"));
    }
    take_sheet(mapping::proposed_sheet(heads_[sheet_], sheet().table, known_, *row - 1));
    list_columns(0);
}

void mapping_dialog::on_column() {
    show_column();
}

void mapping_dialog::on_field() {
    const std::size_t chosen = controls_.chosen("columns");
    auto& column = sheet().columns[chosen];
    column.field = mapping::field_at(sheet(), controls_.chosen("field"));
    column.sure = mapping::trust::certain;
    list_columns(chosen);
    judge();
}

void mapping_dialog::on_run() {
    applied_ = office::apply_map(spreadsheet(), map_);
    dialog_->endExecute();
}

} // namespace octroi::addon
