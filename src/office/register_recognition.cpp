#include "office/register_recognition.hpp"

#include "office/sheet_heads.hpp"
#include "office/uno_values.hpp"

namespace octroi::office {

bool is_register(const spreadsheet_ref& document) {
    const auto sheets = document->getSheets();
    if (!sheets.is()) {
        return false; // it is being closed
    }
    const auto names = sheets->getElementNames();
    for (const auto& name : names) {
        const std::string sheet = from_uno(name);
        const auto* schema = core::register_book::schema_for_sheet(sheet);
        if (schema != nullptr && (schema->name == "actions" || schema->name == "contrats") &&
            core::table::bind(*schema, read_head(document, sheet))) {
            return true;
        }
    }
    return false;
}

} // namespace octroi::office
