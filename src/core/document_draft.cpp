#include "core/document_draft.hpp"

#include "core/messages.hpp"

#include <algorithm>

namespace octroi::core {

namespace {

/// Position of the column, by its header.
std::optional<std::size_t> column_of(const table_row& row, const catalogue_field& field) {
    const auto& fields = row.of().schema().fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& known) {
        return known.title == field.source_column;
    });
    return found == fields.end() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(found - fields.begin()));
}

} // namespace

std::string place_of(const document_draft& draft, const catalogue_field& field) {
    if (field.source_table.empty()) {
        return {};
    }
    if (field.source_table == schema_of("parametres").title) {
        return message("cell.parameter",
                       {{"sheet", field.source_table}, {"key", field.source_column}});
    }
    const auto origin = draft.origins.find(field.source_table);
    if (origin == draft.origins.end()) {
        return message("cell.column",
                       {{"sheet", field.source_table}, {"column", field.source_column}});
    }
    const auto& row = origin->second;
    const auto column = column_of(row, field);
    return column ? row.place(row.of().schema().fields[*column].name) : std::string();
}

std::optional<cell_address> address_of(const document_draft& draft, const catalogue_field& field) {
    const auto origin = draft.origins.find(field.source_table);
    if (origin == draft.origins.end()) {
        return {};
    }
    const auto& row = origin->second;
    const auto column = column_of(row, field);
    return column && row.of().has(*column)
               ? std::optional(row.of().address(row.position(), *column))
               : std::nullopt;
}

} // namespace octroi::core
