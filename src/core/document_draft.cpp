#include "core/document_draft.hpp"

#include "core/messages.hpp"

#include <algorithm>

namespace octroi::core {

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
    const auto& fields = origin->second.of().schema().fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& known) {
        return known.title == field.source_column;
    });
    return found == fields.end() ? std::string() : origin->second.place(found->name);
}

} // namespace octroi::core
