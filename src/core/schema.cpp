#include "core/schema.hpp"

#include "core/resources.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace octroi::core {

namespace {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value == nullptr ? std::string() : std::string(value->as_string());
}

bool flag_of(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->as_bool();
}

std::vector<std::string> texts_of(const json::object& object, std::string_view key) {
    std::vector<std::string> texts;
    if (const auto* value = object.if_contains(key)) {
        for (const auto& item : value->as_array()) {
            texts.emplace_back(item.as_string());
        }
    }
    return texts;
}

field_type type_of(const json::object& field) {
    const std::string type = text_of(field, "type");
    const std::string kind = text_of(field, "octroi:kind");
    static const std::map<std::string, field_type, std::less<>> types = {
        {"string", field_type::text},     {"integer", field_type::integer},
        {"date", field_type::date},       {"datetime", field_type::date_time},
        {"boolean", field_type::boolean}, {"year", field_type::year},
        {"amount", field_type::amount},   {"rate", field_type::rate},
        {"decimal", field_type::decimal},
    };
    return types.at(type == "number" ? kind : type);
}

field_status status_of(const json::object& field) {
    static const std::map<std::string, field_status, std::less<>> statuses = {
        {"required", field_status::required},
        {"conditional", field_status::conditional},
        {"optional", field_status::optional},
        {"computed", field_status::computed},
    };
    return statuses.at(text_of(field, "octroi:status"));
}

table_field field_from(const json::object& object) {
    table_field field;
    field.name = text_of(object, "name");
    field.title = text_of(object, "title");
    field.aliases = texts_of(object, "octroi:aliases");
    field.description = text_of(object, "description");
    field.type = type_of(object);
    field.status = status_of(object);
    field.several = flag_of(object, "octroi:several");
    field.is_signed = flag_of(object, "octroi:signed");
    field.optional_column = flag_of(object, "octroi:optional_column");
    if (const auto* constraints = object.if_contains("constraints")) {
        field.allowed = texts_of(constraints->as_object(), "enum");
    }
    return field;
}

table_schema schema_from(std::string_view source) {
    const auto root = json::parse(source).as_object();
    table_schema schema;
    schema.name = text_of(root, "name");
    schema.title = text_of(root, "title");
    schema.aliases = texts_of(root, "octroi:aliases");
    schema.description = text_of(root, "description");
    schema.order = static_cast<int>(root.at("octroi:order").as_int64());
    schema.optional_sheet = flag_of(root, "octroi:optional_sheet");
    for (const auto& field : root.at("fields").as_array()) {
        schema.fields.push_back(field_from(field.as_object()));
    }
    schema.primary_key = texts_of(root, "primaryKey");
    if (const auto* keys = root.if_contains("foreignKeys")) {
        for (const auto& key : keys->as_array()) {
            const auto& reference = key.at("reference").as_object();
            const auto position = schema.index(key.at("fields").as_array().at(0).as_string());
            schema.fields.at(position).reference =
                field_reference{text_of(reference, "resource"),
                                std::string(reference.at("fields").as_array().at(0).as_string())};
        }
    }
    return schema;
}

} // namespace

std::span<const table_field> table_schema::usual_fields() const {
    const auto end = std::find_if(fields.begin(), fields.end(),
                                  [](const table_field& field) { return field.optional_column; });
    return {fields.begin(), end};
}

std::size_t table_schema::index(std::string_view field) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const table_field& f) { return f.name == field; });
    if (found == fields.end()) {
        throw std::out_of_range("no field " + std::string(field) + " in " + name);
    }
    return static_cast<std::size_t>(found - fields.begin());
}

const std::vector<table_schema>& all_schemas() {
    static const std::vector<table_schema> schemas = [] {
        std::vector<table_schema> all;
        for (const auto path : resources_below("schemas/")) {
            all.push_back(schema_from(resource(path)));
        }
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return std::tie(a.optional_sheet, a.order) < std::tie(b.optional_sheet, b.order);
        });
        return all;
    }();
    return schemas;
}

std::span<const table_schema> table_schemas() {
    const auto& all = all_schemas();
    const auto first_optional = std::find_if(
        all.begin(), all.end(), [](const auto& schema) { return schema.optional_sheet; });
    return {all.begin(), first_optional};
}

const table_schema& schema_of(std::string_view table) {
    for (const auto& schema : all_schemas()) {
        if (schema.name == table) {
            return schema;
        }
    }
    throw std::out_of_range("no table " + std::string(table));
}

} // namespace octroi::core
