#include "core/register.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

const table_schema* register_book::schema_for_sheet(std::string_view sheet) {
    const std::string key = fold(sheet);
    for (const auto& schema : all_schemas()) {
        const bool alias = std::any_of(schema.aliases.begin(), schema.aliases.end(),
                                       [&](const auto& name) { return fold(name) == key; });
        if (alias || fold(schema.title) == key) {
            return &schema;
        }
    }
    return nullptr;
}

void register_book::add(sheet_data sheet) {
    sheets_.push_back(sheet.name);
    const auto* schema = schema_for_sheet(sheet.name);
    if (schema == nullptr) {
        return;
    }
    const bool exact = fold(sheet.name) == fold(schema->title);
    const auto known = tables_.find(schema->name);
    if (known != tables_.end() && (!exact || fold(known->second.sheet()) == fold(schema->title))) {
        return;
    }
    const std::string name = sheet.name;
    const bool filled = !std::all_of(sheet.cells.begin(), sheet.cells.end(), is_empty);
    if (auto bound = table::bind(*schema, std::move(sheet))) {
        tables_.insert_or_assign(schema->name, std::move(*bound));
    } else if (filled) {
        without_header_.emplace(schema->name, name);
    }
}

std::vector<const table*> register_book::tables() const {
    std::vector<const table*> found;
    for (const auto& sheet : sheets_) {
        for (const auto& [name, bound] : tables_) {
            if (bound.sheet() == sheet) {
                found.push_back(&bound);
            }
        }
    }
    return found;
}

const table* register_book::find(std::string_view name) const {
    const auto found = tables_.find(name);
    return found == tables_.end() ? nullptr : &found->second;
}

const table& register_book::need(std::string_view name) const {
    if (const auto* found = find(name)) {
        return *found;
    }
    const auto& schema = schema_of(name);
    if (const auto headless = without_header_.find(name); headless != without_header_.end()) {
        throw user_error(error_kind::input,
                         message("register.no_header", {{"file", file_},
                                                        {"sheet", headless->second},
                                                        {"example", schema.fields.front().title}}));
    }
    throw user_error(error_kind::input,
                     message("register.no_sheet", {{"file", file_},
                                                   {"sheet", schema.title},
                                                   {"sheets", enumeration(sheets_, ", ")}}));
}

const table& register_book::need(std::string_view name,
                                 std::initializer_list<std::string_view> fields) const {
    const auto& found = need(name);
    const auto& schema = found.schema();
    for (const auto field : fields) {
        const auto index = schema.index(field);
        const std::string& title = schema.fields[index].title;
        if (!found.has(index)) {
            std::vector<std::string> unknown;
            for (const auto& header : found.unknown_headers()) {
                unknown.push_back(header.title);
            }
            const std::string guess = nearest(title, unknown);
            const auto* key = guess.empty() ? "register.no_column" : "register.renamed_column";
            throw user_error(error_kind::input, message(key, {{"file", file_},
                                                              {"sheet", found.sheet()},
                                                              {"column", title},
                                                              {"guess", guess}}));
        }
        for (const auto& duplicate : found.duplicates()) {
            if (duplicate.field == index) {
                throw user_error(error_kind::input,
                                 message("register.duplicate_column",
                                         {{"file", file_},
                                          {"sheet", found.sheet()},
                                          {"column", title},
                                          {"c1", column_name(duplicate.first_column)},
                                          {"c2", column_name(duplicate.second_column)}}));
            }
        }
    }
    return found;
}

} // namespace octroi::core
