#include "core/mapping/map_text.hpp"

#include "core/cell.hpp"
#include "core/messages.hpp"

namespace octroi::core::mapping {

std::string sheet_line(const mapped_sheet& sheet) {
    if (sheet.table.empty()) {
        return message("mapping.sheet_ignored", {{"sheet", sheet.sheet}});
    }
    return message("mapping.sheet_line",
                   {{"sheet", sheet.sheet}, {"table", schema_of(sheet.table).title}});
}

std::string column_line(const mapped_sheet& sheet, const mapped_column& column) {
    const message_argument letters{"letters", column_name(column.column)};
    const message_argument header{"header", column.header.empty() ? message("mapping.no_title")
                                                                  : column.header};
    if (column.field.empty()) {
        return message("mapping.column_ignored", {letters, header});
    }
    const auto& schema = schema_of(sheet.table);
    return message(column.sure == trust::guess ? "mapping.column_guess" : "mapping.column_line",
                   {letters, header, {"field", schema.fields[schema.index(column.field)].title}});
}

std::vector<std::string> table_choices() {
    std::vector<std::string> choices = {message("mapping.ignore")};
    for (const auto& schema : all_schemas()) {
        choices.push_back(schema.title);
    }
    return choices;
}

std::string table_at(std::size_t choice) {
    return choice == 0 ? std::string() : all_schemas()[choice - 1].name;
}

std::size_t choice_of_table(const std::string& table) {
    std::size_t choice = 0;
    while (table_at(choice) != table) {
        ++choice;
    }
    return choice;
}

std::vector<std::string> field_choices(const mapped_sheet& sheet, const mapped_column& column) {
    std::vector<std::string> choices = {message("mapping.no_field")};
    for (const auto& field : schema_of(sheet.table).fields) {
        const auto* owner = sheet.find(field.name);
        if (owner != nullptr && owner->column != column.column) {
            choices.push_back(message(
                "mapping.taken", {{"field", field.title}, {"column", column_name(owner->column)}}));
        } else if (field.status == field_status::required) {
            choices.push_back(message("mapping.required", {{"field", field.title}}));
        } else {
            choices.push_back(field.title);
        }
    }
    return choices;
}

std::string field_at(const mapped_sheet& sheet, std::size_t choice) {
    return choice == 0 ? std::string() : schema_of(sheet.table).fields[choice - 1].name;
}

std::size_t choice_of_field(const mapped_sheet& sheet, const std::string& field) {
    return field.empty() ? 0 : schema_of(sheet.table).index(field) + 1;
}

std::string lack_text(const workbook_map& map) {
    std::string lines;
    for (const auto& line : missing_required(map)) {
        lines += (lines.empty() ? "" : "\n") + line;
    }
    return lines.empty() ? message("mapping.complete")
                         : message("mapping.lacks", {{"what", lines}});
}

} // namespace octroi::core::mapping
