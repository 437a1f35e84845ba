#include "odf/template_report.hpp"

#include "core/field_offer.hpp"
#include "core/json_text.hpp"

#include <boost/json.hpp>

namespace octroi::odf {

namespace {

namespace json = boost::json;

const char* name_of(place_kind kind) {
    switch (kind) {
    case place_kind::field:
        return "field";
    case place_kind::hidden_paragraph:
        return "hidden_paragraph";
    case place_kind::hidden_text:
        return "hidden_text";
    case place_kind::conditional_text:
        return "conditional_text";
    case place_kind::section:
        return "section";
    case place_kind::table:
        return "table";
    case place_kind::frame:
        return "frame";
    case place_kind::paragraph:
        return "paragraph";
    case place_kind::reference:
        return "reference";
    case place_kind::property:
        return "property";
    case place_kind::none:
        break;
    }
    return "";
}

/// Occurrences from 1, as people count.
json::object to_object(const template_place& place) {
    return {{"kind", name_of(place.kind)},
            {"name", place.name},
            {"occurrence", place.occurrence + 1},
            {"area", place.area.empty() ? std::string("body") : place.area},
            {"page_style", place.page_style},
            {"text", place.text}};
}

json::array problems_of(const template_report& report) {
    json::array all;
    for (const auto& problem : report.problems) {
        all.push_back(json::object{{"kind", name_of(problem.kind)},
                                   {"message", problem.text},
                                   {"name", problem.name},
                                   {"suggestion", problem.guess},
                                   {"place", to_object(problem.place)}});
    }
    return all;
}

/// Adds what the catalogue offers; `usage`: what of it a template uses.
void add_offers(json::object& to, const core::field_catalogue& catalogue,
                const template_usage* usage) {
    json::array fields;
    json::array lists;
    for (const auto& offer : core::offers_of(catalogue)) {
        json::object told{{"name", offer.name()}, {"description", offer.description()}};
        if (offer.field != nullptr) {
            told["example"] = offer.example();
            told["required"] = offer.required();
            told["list"] = offer.list == nullptr ? std::string() : offer.list->name;
        }
        if (usage != nullptr) {
            const auto& used = offer.field != nullptr ? usage->fields : usage->lists;
            told["used"] = used.contains(offer.name());
        }
        (offer.field != nullptr ? fields : lists).push_back(std::move(told));
    }
    json::array images;
    for (const auto& image : catalogue.images) {
        images.push_back(json::object{{"name", image.name}, {"description", image.description()}});
    }
    to["fields"] = std::move(fields);
    to["lists"] = std::move(lists);
    to["images"] = std::move(images);
}

} // namespace

template_report report_on(const document_template& read) {
    const auto& catalogue = read.catalogue();
    return {read.name(), &catalogue, read.usage(catalogue), read.problems(catalogue)};
}

const char* name_of(template_problem_kind kind) {
    switch (kind) {
    case template_problem_kind::unknown_field:
        return "unknown_field";
    case template_problem_kind::field_outside_list:
        return "field_outside_list";
    case template_problem_kind::list_unused:
        return "list_unused";
    case template_problem_kind::list_outside_parent:
        return "list_outside_parent";
    case template_problem_kind::list_in_header:
        return "list_in_header";
    case template_problem_kind::condition:
        return "condition";
    case template_problem_kind::unclosed_block:
        return "text_mark";
    case template_problem_kind::other:
        break;
    }
    return "other";
}

std::string to_json(const template_report& report) {
    json::object told{{"template", report.name}, {"unit", report.catalogue->unit}};
    add_offers(told, *report.catalogue, &report.usage);
    told["problems"] = problems_of(report);
    return core::indented(told);
}

std::string to_json(const core::field_catalogue& catalogue) {
    json::object told{{"unit", catalogue.unit}};
    add_offers(told, catalogue, nullptr);
    return core::indented(told);
}

} // namespace octroi::odf
