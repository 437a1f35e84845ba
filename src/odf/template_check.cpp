#include "odf/template_check.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"
#include "odf/condition.hpp"
#include "odf/constructs.hpp"
#include "odf/xml.hpp"

#include <algorithm>
#include <iterator>
#include <regex>

namespace octroi::odf {

namespace {

pugi::xml_node table_of(pugi::xml_node row) {
    while (row && name_of(row) != "table:table") {
        row = row.parent();
    }
    return row;
}

} // namespace

void template_check::read(const pugi::xml_node& part) {
    read_children(part);
}

void template_check::add(template_problem problem) {
    const bool known = std::any_of(problems_.begin(), problems_.end(), [&](const auto& earlier) {
        return earlier.text == problem.text;
    });
    if (!known) {
        problems_.push_back(std::move(problem));
    }
}

bool template_check::in_scope(const core::catalogue_list& list) const {
    return std::find(scope_.begin(), scope_.end(), &list) != scope_.end();
}

void template_check::read_children(const pugi::xml_node& parent) {
    for (const auto& child : parent.children()) {
        if (child.type() == pugi::node_element) {
            read_node(child);
        }
    }
}

void template_check::read_node(const pugi::xml_node& node) {
    if (name_of(node) == "text:user-field-decls" || name_of(node) == "office:annotation") {
        return;
    }
    if (is_paragraph(node)) {
        read_marks(node);
    }
    if (name_of(node) == "draw:frame") {
        read_frame(node);
    }
    if (is_field(node)) {
        read_name(attribute_of(node, "text:name"), node);
        return;
    }
    read_condition(node);
    if (const auto* list = repeated_list(*catalogue_, node)) {
        read_list(node, *list);
    } else {
        read_children(node);
    }
}

/// Frames named so show an image of the record.
void template_check::read_frame(const pugi::xml_node& frame) {
    const auto name = attribute_of(frame, "draw:name");
    if (image_of(*catalogue_, frame) != nullptr) {
        if (!frame.child("draw:image")) {
            add({template_problem_kind::other,
                 core::message("template.image_frame", {{"name", std::string(name)}}),
                 std::string(name),
                 {},
                 place_of(frame)});
        }
        return;
    }
    if (!name.starts_with("image_")) {
        return;
    }
    std::vector<std::string> known;
    for (const auto& image : catalogue_->images) {
        known.push_back(image.name);
    }
    if (const std::string guess = core::nearest(name, known); !guess.empty()) {
        add({template_problem_kind::unknown_field,
             core::message("template.unknown_image",
                           {{"name", std::string(name)}, {"guess", guess}}),
             std::string(name), guess, place_of(frame)});
    }
}

void template_check::read_list(const pugi::xml_node& node, const core::catalogue_list& list) {
    lists_.insert(list.name);
    const auto* parent = catalogue_->parent_of(list);
    if (parent != nullptr && !in_scope(*parent)) {
        add({template_problem_kind::list_outside_parent,
             core::message(
                 "template.list_outside_parent",
                 {{"list", list.name}, {"parent", parent->name}, {"place", excerpt(node)}}),
             list.name,
             {},
             place_of(node)});
    }
    if (!holds_field_of(*catalogue_, list, node)) {
        add({template_problem_kind::list_unused,
             core::message("template.list_unused", {{"list", list.name},
                                                    {"example", list.fields.front().name},
                                                    {"place", excerpt(node)}}),
             list.name,
             {},
             place_of(node)});
    }
    if (name_of(node) == "table:table") {
        read_rows(node, list);
        return;
    }
    scope_.push_back(&list);
    read_children(node);
    scope_.pop_back();
}

void template_check::read_rows(const pugi::xml_node& rows, const core::catalogue_list& list) {
    for (const auto& child : rows.children()) {
        const auto name = name_of(child);
        if (is_row(child)) {
            read_row(child, {&list, 1});
        } else if (name == "table:table-header-rows" && holds_field_of(*catalogue_, list, child)) {
            add({template_problem_kind::list_in_header,
                 core::message("template.list_in_header",
                               {{"list", list.name}, {"place", excerpt(child)}}),
                 list.name,
                 {},
                 place_of(table_of(child))});
        } else if (holds_rows(child)) {
            read_rows(child, list);
        } else if (child.type() == pugi::node_element) {
            read_node(child);
        }
    }
}

/// Reads a row in the scope of the list that it is repeated for, and of those around it.
void template_check::read_row(const pugi::xml_node& row,
                              std::span<const core::catalogue_list> lists) {
    const auto holds = [&](const core::catalogue_list& list) {
        return holds_field_of(*catalogue_, list, row);
    };
    const auto list = std::find_if(lists.begin(), lists.end(), holds);
    if (list == lists.end()) {
        read_children(row);
        return;
    }
    const auto other = std::find_if(std::next(list), lists.end(), holds);
    if (other != lists.end()) {
        add({template_problem_kind::other,
             core::message("template.row_mixes_lists",
                           {{"list", list->name}, {"other", other->name}, {"place", excerpt(row)}}),
             list->name,
             {},
             place_of(table_of(row))});
    }
    lists_.insert(list->name);
    scope_.push_back(&*list);
    read_row(row, list->lists);
    scope_.pop_back();
}

void template_check::read_order(std::string_view name, const item_order& order) {
    const auto* list = catalogue_->find_list(name);
    if (list == nullptr) {
        const std::string guess = core::nearest(name, catalogue_->list_names());
        add({template_problem_kind::other,
             core::message("template.order_list", {{"list", std::string(name)}, {"guess", guess}}),
             std::string(name), guess, place_of_property("octroi_tri_" + std::string(name))});
        return;
    }
    std::vector<std::string> known;
    for (const auto& field : list->fields) {
        if (!field.counted) {
            known.push_back(field.name);
        }
    }
    for (const auto& key : order) {
        if (std::find(known.begin(), known.end(), key.field) == known.end()) {
            const std::string guess = core::nearest(key.field, known);
            add({template_problem_kind::unknown_field,
                 core::message("template.order_field",
                               {{"list", list->name}, {"field", key.field}, {"guess", guess}}),
                 key.field, guess, place_of_property("octroi_tri_" + list->name)});
        }
    }
}

void template_check::read_references(const std::vector<dangling_reference>& dangling) {
    for (const auto& reference : dangling) {
        add({template_problem_kind::other,
             core::message("template.reference_unknown",
                           {{"name", reference.name}, {"place", reference.place}}),
             reference.name,
             {},
             place_of_reference(reference.name, reference.place)});
    }
}

void template_check::read_name(std::string_view name, const pugi::xml_node& at) {
    fields_.emplace(name);
    if (catalogue_->find_field(name) != nullptr) {
        return;
    }
    const std::string place = excerpt(paragraph_of(at));
    if (const auto* list = catalogue_->list_of_field(name)) {
        if (!in_scope(*list)) {
            add({template_problem_kind::field_outside_list,
                 core::message(
                     "template.field_outside_list",
                     {{"field", std::string(name)}, {"list", list->name}, {"place", place}}),
                 std::string(name),
                 {},
                 place_of(at)});
        }
        return;
    }
    const std::string guess = core::nearest(name, catalogue_->all_names());
    const std::string text =
        guess.empty()
            ? core::message("template.unknown_field",
                            {{"field", std::string(name)}, {"place", place}})
            : core::message("template.misspelt_field",
                            {{"field", std::string(name)}, {"guess", guess}, {"place", place}});
    add({template_problem_kind::unknown_field, text, std::string(name), guess, place_of(at)});
}

void template_check::read_condition(const pugi::xml_node& node) {
    const auto condition = condition_of(node);
    const bool conditional = !condition.empty() || name_of(node) == "text:hidden-paragraph" ||
                             name_of(node) == "text:hidden-text" ||
                             name_of(node) == "text:conditional-text" ||
                             attribute_of(node, "text:display") == "condition";
    if (!conditional) {
        return;
    }
    std::vector<std::string> names;
    const auto lookup = [&](std::string_view name) -> std::optional<std::string> {
        const auto* field = catalogue_->find_anywhere(name);
        if (field == nullptr) {
            return std::nullopt;
        }
        names.emplace_back(name);
        return field->example;
    };
    const std::string place = excerpt(name_of(node) == "text:section" ? node : paragraph_of(node));
    try {
        evaluate(condition, lookup);
    } catch (const condition_error& error) {
        const std::string shown(plain_condition(condition));
        if (!error.unknown_name().empty()) {
            const std::string guess = core::nearest(error.unknown_name(), catalogue_->all_names());
            add({template_problem_kind::unknown_field,
                 core::message("template.condition_field", {{"condition", shown},
                                                            {"field", error.unknown_name()},
                                                            {"guess", guess},
                                                            {"place", place}}),
                 error.unknown_name(), guess, place_of(node)});
        } else {
            add({template_problem_kind::condition,
                 core::message(error.ambiguous() ? "template.ambiguous_condition"
                                                 : "template.bad_condition",
                               {{"condition", shown}, {"fault", error.what()}, {"place", place}}),
                 shown,
                 {},
                 place_of(node)});
        }
    }
    for (const auto& name : names) {
        read_name(name, node);
    }
}

void template_check::read_marks(const pugi::xml_node& paragraph) {
    // Marks of other template languages and of our own skeletons: left alone they would be printed.
    static const std::regex marks(R"((\{\{[^{}]*\}?\}?|\[(SI|POUR|SINON|FIN)\b[^\]]*\]?))");
    const std::string text = typed_text(paragraph);
    std::smatch found;
    if (std::regex_search(text, found, marks)) {
        add({template_problem_kind::unclosed_block,
             core::message("template.text_mark",
                           {{"mark", found.str()}, {"place", excerpt(paragraph)}}),
             found.str(),
             {},
             place_of(paragraph, found.str())});
    }
}

} // namespace octroi::odf
