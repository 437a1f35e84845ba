#include "core/field_catalogue.hpp"

#include "core/messages.hpp"
#include "core/resources.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace octroi::core {

namespace {

namespace json = boost::json;

catalogue_field field_from(const json::object& object) {
    catalogue_field field;
    field.name = object.at("name").as_string();
    field.description_fr = object.at("fr").as_string();
    field.description_en = object.at("en").as_string();
    field.example = object.at("example").as_string();
    field.required = object.contains("required");
    if (const auto* source = object.if_contains("source")) {
        field.source_table = source->at("table").as_string();
        field.source_column = source->at("column").as_string();
    }
    return field;
}

std::vector<catalogue_field> fields_from(const json::value& array) {
    std::vector<catalogue_field> fields;
    for (const auto& field : array.as_array()) {
        fields.push_back(field_from(field.as_object()));
    }
    return fields;
}

/// The fields of the families that a unit names and its own; one of its own stands in for one of
/// the same name.
std::vector<catalogue_field> all_fields(const json::object& unit) {
    static const auto families = json::parse(resource("reference/familles.json")).as_object();
    const auto own = fields_from(unit.at("fields"));
    std::vector<catalogue_field> fields;
    for (const auto& family : unit.at("families").as_array()) {
        for (auto& field : fields_from(families.at(family.as_string()))) {
            if (std::none_of(own.begin(), own.end(),
                             [&](const auto& other) { return other.name == field.name; })) {
                fields.push_back(std::move(field));
            }
        }
    }
    fields.insert(fields.end(), own.begin(), own.end());
    return fields;
}

field_catalogue catalogue_from(std::string_view source) {
    const auto root = json::parse(source).as_object();
    field_catalogue catalogue;
    catalogue.unit = root.at("unit").as_string();
    catalogue.fields = all_fields(root);
    for (const auto& item : root.at("lists").as_array()) {
        catalogue_list list;
        list.name = item.at("name").as_string();
        list.description_fr = item.at("fr").as_string();
        list.description_en = item.at("en").as_string();
        list.fields = fields_from(item.at("fields"));
        catalogue.lists.push_back(std::move(list));
    }
    return catalogue;
}

const std::vector<field_catalogue>& catalogues() {
    static const std::vector<field_catalogue> all = [] {
        std::vector<field_catalogue> loaded;
        for (const auto path : resources_below("documents/")) {
            loaded.push_back(catalogue_from(resource(path)));
        }
        return loaded;
    }();
    return all;
}

template <class Item>
const Item* by_name(const std::vector<Item>& items, std::string_view name) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item& item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const std::string& catalogue_field::description() const {
    return current_language() == language::french ? description_fr : description_en;
}

const catalogue_field* field_catalogue::find_field(std::string_view name) const {
    return by_name(fields, name);
}

const catalogue_list* field_catalogue::find_list(std::string_view name) const {
    return by_name(lists, name);
}

const catalogue_list* field_catalogue::list_of_field(std::string_view name) const {
    for (const auto& list : lists) {
        if (by_name(list.fields, name) != nullptr) {
            return &list;
        }
    }
    return nullptr;
}

const catalogue_field* field_catalogue::find_anywhere(std::string_view name) const {
    if (const auto* field = find_field(name)) {
        return field;
    }
    const auto* list = list_of_field(name);
    return list == nullptr ? nullptr : by_name(list->fields, name);
}

std::vector<std::string> field_catalogue::all_names() const {
    std::vector<std::string> names;
    for (const auto& field : fields) {
        names.push_back(field.name);
    }
    for (const auto& list : lists) {
        for (const auto& field : list.fields) {
            names.push_back(field.name);
        }
    }
    return names;
}

std::vector<std::string> known_units() {
    std::vector<std::string> units;
    for (const auto& catalogue : catalogues()) {
        units.push_back(catalogue.unit);
    }
    return units;
}

const field_catalogue* catalogue_of(std::string_view unit) {
    for (const auto& catalogue : catalogues()) {
        if (catalogue.unit == unit) {
            return &catalogue;
        }
    }
    return nullptr;
}

} // namespace octroi::core
