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
    const auto* named = unit.if_contains("families");
    for (const auto& family : named == nullptr ? json::array() : named->as_array()) {
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

/// A field that the merge fills; `text` is the key of its description.
catalogue_field counted_field(std::string name, const char* example, std::string_view text,
                              const std::string& list) {
    const auto described = [&](language in) {
        return filled(message_text(text, in), {{"list", list}}, text);
    };
    catalogue_field field;
    field.name = std::move(name);
    field.description_fr = described(language::french);
    field.description_en = described(language::english);
    field.example = example;
    field.counted = true;
    return field;
}

void add_item_counters(catalogue_list& list) {
    const auto add = [&](const char* ending, const char* example, const char* text) {
        list.fields.push_back(counted_field(list.prefix + ending, example, text, list.name));
    };
    add("_rang", "1", "template.counted_rank");
    add("_premier_num", "1", "template.counted_first");
    add("_dernier_num", "0", "template.counted_last");
}

/// What stands around each list: the number of its items.
void add_list_counters(std::vector<catalogue_field>& fields,
                       const std::vector<catalogue_list>& lists) {
    for (const auto& list : lists) {
        fields.push_back(counted_field(list.name + "_nombre_num", "3",
                                       "template.counted_number_num", list.name));
        fields.push_back(
            counted_field(list.name + "_nombre", "3", "template.counted_number", list.name));
    }
}

std::string default_prefix(const std::string& name) {
    return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
}

std::vector<catalogue_list> lists_from(const json::object& parent) {
    std::vector<catalogue_list> lists;
    const auto* array = parent.if_contains("lists");
    if (array == nullptr) {
        return lists;
    }
    for (const auto& item : array->as_array()) {
        const auto& object = item.as_object();
        catalogue_list list;
        list.name = object.at("name").as_string();
        const auto* prefix = object.if_contains("prefix");
        list.prefix =
            prefix == nullptr ? default_prefix(list.name) : std::string(prefix->as_string());
        list.description_fr = object.at("fr").as_string();
        list.description_en = object.at("en").as_string();
        list.fields = fields_from(object.at("fields"));
        list.lists = lists_from(object);
        add_list_counters(list.fields, list.lists);
        add_item_counters(list);
        lists.push_back(std::move(list));
    }
    return lists;
}

/// All documents can show the same images.
std::vector<catalogue_image> known_images() {
    std::vector<catalogue_image> images;
    const auto source = json::parse(resource("reference/images.json"));
    for (const auto& image : source.as_array()) {
        images.push_back({std::string(image.at("name").as_string()),
                          std::string(image.at("fr").as_string()),
                          std::string(image.at("en").as_string())});
    }
    return images;
}

const std::vector<field_catalogue>& catalogues() {
    static const std::vector<field_catalogue> all = [] {
        std::vector<field_catalogue> loaded;
        for (const auto path : resources_below("documents/")) {
            loaded.push_back(parse_catalogue(resource(path)));
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

/// The first list, outer ones first, for which `wanted` holds, or null.
template <class Predicate>
const catalogue_list* first_list(const std::vector<catalogue_list>& lists,
                                 const Predicate& wanted) {
    for (const auto& list : lists) {
        if (wanted(list)) {
            return &list;
        }
        if (const auto* inner = first_list(list.lists, wanted)) {
            return inner;
        }
    }
    return nullptr;
}

} // namespace

field_catalogue parse_catalogue(std::string_view source) {
    const auto root = json::parse(source).as_object();
    field_catalogue catalogue;
    catalogue.unit = root.at("unit").as_string();
    catalogue.fields = all_fields(root);
    catalogue.lists = lists_from(root);
    catalogue.images = known_images();
    add_list_counters(catalogue.fields, catalogue.lists);
    return catalogue;
}

const std::string& catalogue_field::description() const {
    return current_language() == language::french ? description_fr : description_en;
}

const std::string& catalogue_image::description() const {
    return current_language() == language::french ? description_fr : description_en;
}

const catalogue_field* catalogue_list::find_field(std::string_view name) const {
    return by_name(fields, name);
}

const catalogue_field* field_catalogue::find_field(std::string_view name) const {
    return by_name(fields, name);
}

const catalogue_list* field_catalogue::find_list(std::string_view name) const {
    return first_list(lists, [&](const catalogue_list& list) { return list.name == name; });
}

const catalogue_list* field_catalogue::parent_of(const catalogue_list& list) const {
    return first_list(lists, [&](const catalogue_list& parent) {
        return by_name(parent.lists, list.name) != nullptr;
    });
}

const catalogue_list* field_catalogue::list_of_field(std::string_view name) const {
    return first_list(lists,
                      [&](const catalogue_list& list) { return list.find_field(name) != nullptr; });
}

const catalogue_field* field_catalogue::find_anywhere(std::string_view name) const {
    if (const auto* field = find_field(name)) {
        return field;
    }
    const auto* list = list_of_field(name);
    return list == nullptr ? nullptr : list->find_field(name);
}

const catalogue_image* field_catalogue::find_image(std::string_view name) const {
    return by_name(images, name);
}

std::vector<std::string> field_catalogue::all_names() const {
    std::vector<std::string> names;
    const auto add = [&](const std::vector<catalogue_field>& of) {
        for (const auto& field : of) {
            names.push_back(field.name);
        }
    };
    add(fields);
    first_list(lists, [&](const catalogue_list& list) {
        add(list.fields);
        return false;
    });
    return names;
}

std::vector<std::string> field_catalogue::list_names() const {
    std::vector<std::string> names;
    first_list(lists, [&](const catalogue_list& list) {
        names.push_back(list.name);
        return false;
    });
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
