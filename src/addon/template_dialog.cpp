#include "addon/template_dialog.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/open_template.hpp"
#include "office/template_places.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XModel.hpp>

#include <algorithm>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

namespace {

const std::vector<table_column>& columns() {
    static const std::vector<table_column> all = {{"author.check.column_kind", 0, 4},
                                                  {"author.check.column_what", 0, 5},
                                                  {"author.check.column_place", 0, 8}};
    return all;
}

std::string place_text(const odf::template_place& place) {
    if (place.area.empty()) {
        return place.text;
    }
    return core::message(place.area.starts_with("header") ? "author.check.in_header"
                                                          : "author.check.in_footer",
                         {{"text", place.text}});
}

std::vector<std::string> row_of(const odf::template_problem& problem) {
    return {core::message(std::string("author.check.") + odf::name_of(problem.kind)), problem.name,
            place_text(problem.place)};
}

} // namespace

template_dialog::template_dialog(office::context_ref context, const office::component_ref& document,
                                 std::string name)
    : document_dialog(std::move(context), document, file_name), name_(std::move(name)),
      report_(office::check_open_template(document, name_)) {}

void template_dialog::fill_in() {
    dialog_->setTitle(office::to_uno(core::message("author.check.title")));
    controls_.label("run", core::message("author.check.again"));
    controls_.help("run", core::message("author.check.again_help"));
    controls_.label("close", core::message("author.close"));
    controls_.help("problems", core::message("author.check.problems_help"));
    table_ =
        dialog_table(dialog_, "problems", columns(), core::message("author.check.problems_help"));
    const auto go = [self = rtl::Reference<template_dialog>(this)] { self->later("onProblem"); };
    table_.listen(go, go); // a double click leads back to a place that was left
    list_problems();
}

std::vector<template_dialog::handler_method> template_dialog::handler_methods() {
    return {{"onProblem", [this] { on_problem(); }}, {"onRun", [this] { check(); }}};
}

void template_dialog::check() {
    report_ = office::check_open_template(document_, name_);
    list_problems();
}

void template_dialog::list_problems() {
    filling_ = true;
    const auto& problems = report_.problems;
    std::vector<std::vector<std::string>> rows;
    std::transform(problems.begin(), problems.end(), std::back_inserter(rows), row_of);
    table_.fill(rows);
    const auto count = [](std::size_t number) { return std::to_string(number); };
    controls_.label(
        "summary",
        problems.empty()
            ? core::message("author.check.sound", {{"unit", report_.catalogue->unit},
                                                   {"fields", count(report_.usage.fields.size())},
                                                   {"lists", count(report_.usage.lists.size())}})
            : core::message("author.check.faults", {{"count", count(rows.size())}}));
    tell({}, false);
    filling_ = false;
    show_detail();
}

const odf::template_problem* template_dialog::chosen() const {
    const auto row = table_.selected();
    return row && *row < report_.problems.size() ? &report_.problems[*row] : nullptr;
}

void template_dialog::show_detail() {
    const auto* problem = chosen();
    controls_.label("detail",
                    problem == nullptr ? std::string() : core::capitalized(problem->text));
}

void template_dialog::on_problem() {
    const auto* problem = chosen();
    if (problem == nullptr) {
        return;
    }
    show_detail();
    const auto controller =
        uno::Reference<com::sun::star::frame::XModel>(document_, uno::UNO_QUERY_THROW)
            ->getCurrentController();
    switch (office::show_place(controller, problem->place)) {
    case office::place_shown::yes:
        tell({}, false);
        break;
    case office::place_shown::hidden:
        tell(core::message("author.check.hidden"), true);
        break;
    case office::place_shown::elsewhere:
        tell(core::message("author.check.property"), false);
        break;
    case office::place_shown::gone:
        tell(core::message("author.check.gone"), true);
        break;
    }
}

} // namespace octroi::addon
