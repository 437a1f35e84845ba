#include "core/error.hpp"
#include "core/json_text.hpp"
#include "core/mapping/workbook_map.hpp"
#include "core/messages.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace octroi::core::mapping {

namespace {

namespace json = boost::json;

constexpr const char* format_name = "octroi-map";
constexpr std::int64_t format_version = 1;

const char* word_of(trust sure) {
    switch (sure) {
    case trust::guess:
        return "guess";
    case trust::likely:
        return "likely";
    case trust::certain:
        break;
    }
    return "certain";
}

json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object column_object(const mapped_column& column) {
    json::object object = {{"header", column.header}};
    if (column.column >= 0) {
        object["column"] = column_name(column.column);
    }
    object["field"] = text_or_null(column.field);
    if (!column.field.empty()) {
        object["confidence"] = word_of(column.sure);
    }
    return object;
}

json::object sheet_object(const mapped_sheet& sheet) {
    json::object object = {{"sheet", sheet.sheet}, {"table", text_or_null(sheet.table)}};
    if (sheet.table.empty()) {
        return object;
    }
    if (sheet.header_row >= 0) {
        object["header_row"] = sheet.header_row + 1;
    }
    json::array columns;
    for (const auto& column : sheet.columns) {
        columns.push_back(column_object(column));
    }
    object["columns"] = std::move(columns);
    return object;
}

[[noreturn]] void refuse(const char* key, const std::string& detail) {
    throw user_error(error_kind::input, message(key, {{"detail", detail}}));
}

const json::value* member(const json::object& object, const char* key) {
    const auto* value = object.if_contains(key);
    return value == nullptr || value->is_null() ? nullptr : value;
}

std::string text_of(const json::object& object, const char* key) {
    const auto* value = member(object, key);
    if (value == nullptr) {
        return {};
    }
    if (!value->is_string()) {
        refuse("mapping.json_form", key);
    }
    return std::string(value->as_string());
}

int whole_of(const json::object& object, const char* key, int most) {
    const auto* value = member(object, key);
    if (value == nullptr) {
        return 0;
    }
    if (!value->is_int64() || value->as_int64() < 1 || value->as_int64() > most) {
        refuse("mapping.json_form", key);
    }
    return static_cast<int>(value->as_int64());
}

const json::object& object_of(const json::value& value, const char* what) {
    if (!value.is_object()) {
        refuse("mapping.json_form", what);
    }
    return value.as_object();
}

json::array items_of(const json::object& object, const char* key) {
    const auto* value = member(object, key);
    if (value == nullptr) {
        return {};
    }
    if (!value->is_array()) {
        refuse("mapping.json_form", key);
    }
    return value->as_array();
}

/// « AB » → 27; -1 for no letters.
int column_number(const std::string& letters) {
    constexpr int base = 26;
    constexpr std::size_t longest = 3; // Calc's and Excel's last columns
    int number = 0;
    for (const char letter : letters) {
        if (letter < 'A' || letter > 'Z' || letters.size() > longest) {
            refuse("mapping.json_form", "column");
        }
        number = number * base + (letter - 'A' + 1);
    }
    return number - 1;
}

const table_schema& table_named(const std::string& name) {
    for (const auto& schema : all_schemas()) {
        if (schema.name == name) {
            return schema;
        }
    }
    refuse("mapping.json_table", name);
}

mapped_column read_column(const json::object& object, const table_schema& schema) {
    mapped_column column;
    column.header = text_of(object, "header");
    column.column = column_number(text_of(object, "column"));
    column.field = text_of(object, "field");
    const bool known = column.field.empty() ||
                       std::any_of(schema.fields.begin(), schema.fields.end(),
                                   [&](const auto& field) { return field.name == column.field; });
    if (!known) {
        refuse("mapping.json_field", schema.name + "." + column.field);
    }
    return column;
}

mapped_sheet read_sheet(const json::object& object) {
    constexpr int most_rows = 1048576;
    mapped_sheet sheet;
    sheet.sheet = text_of(object, "sheet");
    sheet.table = text_of(object, "table");
    if (sheet.sheet.empty()) {
        refuse("mapping.json_form", "sheet");
    }
    if (sheet.table.empty()) {
        return sheet;
    }
    sheet.header_row = whole_of(object, "header_row", most_rows) - 1;
    const auto& schema = table_named(sheet.table);
    for (const auto& item : items_of(object, "columns")) {
        sheet.columns.push_back(read_column(object_of(item, "columns"), schema));
    }
    return sheet;
}

} // namespace

std::string to_json(const workbook_map& map) {
    json::array sheets;
    for (const auto& sheet : map.sheets) {
        sheets.push_back(sheet_object(sheet));
    }
    return indented(json::object{
        {"format", format_name}, {"version", format_version}, {"sheets", std::move(sheets)}});
}

workbook_map map_from_json(std::string_view text) {
    json::error_code fault;
    const auto root = json::parse(text, fault);
    if (fault) {
        refuse("mapping.json_syntax", fault.message());
    }
    const auto& object = object_of(root, "{}");
    if (text_of(object, "format") != format_name) {
        refuse("mapping.json_form", "format");
    }
    const auto* version = member(object, "version");
    if (version == nullptr || *version != format_version) {
        refuse("mapping.json_version",
               version == nullptr ? std::string("–") : json::serialize(*version));
    }
    workbook_map map;
    for (const auto& item : items_of(object, "sheets")) {
        map.sheets.push_back(read_sheet(object_of(item, "sheets")));
    }
    return map;
}

} // namespace octroi::core::mapping
