#include "addon/scenario_dialog.hpp"

#include "addon/message_box.hpp"
#include "core/check/wording.hpp"
#include "core/compute/computation_text.hpp"
#include "core/messages.hpp"
#include "office/comparison_document.hpp"
#include "office/computing.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/XControl.hpp>

#include <algorithm>
#include <array>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace compute = core::compute;

namespace {

/// Ends of the controls' names: the register's column, then the scenarios'.
constexpr std::array<const char*, 4> columns = {"own", "a", "b", "c"};
constexpr std::size_t scenario_count = columns.size() - 1;

struct grid_row {
    const char* name; ///< beginning of the controls' names
    const char* title;
};
constexpr std::array<grid_row, 4> terms_rows = {{{"amount", "menu.compare.amount"},
                                                 {"mode", "menu.compare.mode"},
                                                 {"unit", "menu.compare.unit"},
                                                 {"floor", "menu.compare.floor"}}};
constexpr std::array<grid_row, 5> result_rows = {{{"full", "menu.compare.full"},
                                                  {"reduced", "menu.compare.reduced"},
                                                  {"without", "menu.compare.without"},
                                                  {"sum", "menu.compare.sum"},
                                                  {"left", "menu.compare.left"}}};

struct button {
    const char* name;
    const char* title;
    const char* help;
};
constexpr std::array<button, 3> buttons = {
    {{"compare", "menu.compare.run", "menu.compare.run_help"},
     {"detail", "menu.compare.detail", "menu.compare.detail_help"},
     {"adopt_run", "menu.compare.adopt", "menu.compare.adopt_help"}}};

constexpr const char* nothing = "–";

std::string named(const char* row, const char* column) {
    return std::string(row) + "_" + column;
}

std::string shown(const std::optional<core::money>& amount) {
    return amount ? core::check::shown(*amount) : nothing;
}

template <class Items, class Item>
std::size_t position_in(const Items& items, const Item& item) {
    return static_cast<std::size_t>(std::find(items.begin(), items.end(), item) - items.begin());
}

} // namespace

scenario_dialog::scenario_dialog(office::context_ref context,
                                 const office::spreadsheet_ref& document, std::string name,
                                 const compute::compute_request& request)
    : document_dialog(std::move(context), office::component_ref(document, uno::UNO_QUERY),
                      "scenarios"),
      name_(std::move(name)), request_(request),
      book_(office::read_register(spreadsheet(), name_)) {
    const auto made = compute::compute_register(book_, request_);
    request_.year = made.year;
    envelopes_ = made.envelopes;
    if (envelopes_.empty()) {
        throw core::user_error(
            core::error_kind::input,
            core::message("menu.compare.no_envelope", {{"year", std::to_string(made.year)}}));
    }
}

std::optional<adopted_scenario> scenario_dialog::run() {
    execute();
    return std::move(adopted_);
}

void scenario_dialog::fill_in() {
    set_texts();
    fill();
}

std::vector<scenario_dialog::handler_method> scenario_dialog::handler_methods() {
    return {{"onEnvelope", [this] { on_envelope(); }},
            {"onEdit", [this] { on_edit(); }},
            {"onCompare", [this] { on_compare(); }},
            {"onDetail", [this] { on_detail(); }},
            {"onAdopt", [this] { on_adopt(); }}};
}

void scenario_dialog::refuse(const core::user_error& error) {
    document_dialog::refuse(error);
    if (const auto* typing = dynamic_cast<const compute::typing_error*>(&error)) {
        const char* row = typing->field() == compute::typed_field::amount ? "amount" : "floor";
        controls_.focus(named(row, columns[reading_ + 1]));
    }
}

const compute::computed_envelope& scenario_dialog::envelope() const {
    return envelopes_[controls_.chosen("envelope")];
}

void scenario_dialog::set_texts() {
    filling_ = true;
    dialog_->setTitle(office::to_uno(core::message("menu.compare.title")));
    controls_.label("envelope_label", core::message("menu.compare.envelope"));
    std::vector<std::string> envelopes;
    for (const auto& one : envelopes_) {
        envelopes.push_back(compute::envelope_text(one));
    }
    controls_.offer("envelope", envelopes);
    controls_.help("envelope", core::message("menu.compare.envelope_help"));

    std::vector<std::string> heads = {core::message("scenario.register")};
    for (const auto& one : compute::offered_scenarios(envelopes_.front())) {
        heads.push_back(compute::titled(one.name));
    }
    std::vector<std::string> modes;
    for (const auto mode : compute::offered_modes) {
        modes.emplace_back(register_word(mode));
    }
    std::vector<std::string> units;
    for (const auto unit : compute::offered_units) {
        units.push_back(compute::unit_text(unit));
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        controls_.label(named("head", columns[i]), heads[i]);
        if (i > 0) {
            controls_.offer(named("mode", columns[i]), modes);
            controls_.offer(named("unit", columns[i]), units);
        }
    }
    const auto name_row = [&](const grid_row& row) {
        const std::string what = core::message(row.title);
        controls_.label(named(row.name, "label"), what);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            controls_.help(
                named(row.name, columns[i]),
                core::message("menu.compare.cell", {{"what", what}, {"column", heads[i]}}));
        }
    };
    std::for_each(terms_rows.begin(), terms_rows.end(), name_row);
    std::for_each(result_rows.begin(), result_rows.end(), name_row);
    controls_.label("results_line", core::message("menu.compare.results"));
    for (const auto& one : buttons) {
        controls_.label(one.name, core::message(one.title));
        controls_.help(one.name, core::message(one.help));
    }
    controls_.label("close", core::message("menu.compare.close"));
    controls_.offer("adopt", {heads.begin() + 1, heads.end()});
    controls_.help("adopt", core::message("menu.compare.adopt_which"));
    controls_.label("message", core::message("menu.compare.start"));
    filling_ = false;
}

/// The terms of the envelope chosen, and the scenarios that go with them.
void scenario_dialog::fill() {
    filling_ = true;
    const auto& own = envelope().own_terms;
    controls_.label("amount_own", shown(own.amount));
    controls_.label("mode_own", own.mode ? std::string(register_word(*own.mode)) : nothing);
    controls_.label("unit_own", own.unit ? compute::unit_text(*own.unit) : nothing);
    controls_.label("floor_own", shown(own.floor));
    const auto offered = compute::offered_scenarios(envelope());
    for (std::size_t i = 0; i < scenario_count; ++i) {
        const char* column = columns[i + 1];
        controls_.write(named("amount", column), offered[i].amount);
        controls_.choose(named("mode", column),
                         position_in(compute::offered_modes, offered[i].mode));
        controls_.choose(named("unit", column),
                         position_in(compute::offered_units, offered[i].unit));
        controls_.write(named("floor", column), offered[i].floor);
    }
    filling_ = false;
    clear_results();
}

compute::scenario scenario_dialog::read_column(std::size_t at) {
    reading_ = at;
    const char* column = columns[at + 1];
    auto typed = compute::offered_scenarios(envelope())[at];
    typed.amount = controls_.read(named("amount", column));
    typed.mode = compute::offered_modes[controls_.chosen(named("mode", column))];
    typed.unit = compute::offered_units[controls_.chosen(named("unit", column))];
    typed.floor = controls_.read(named("floor", column));
    return compute::read_scenario(envelope(), typed);
}

/// The register's own terms, then the scenarios.
compute::comparison scenario_dialog::compared() {
    std::vector<compute::scenario> scenarios = {compute::unchanged_scenario(envelope())};
    for (std::size_t i = 0; i < scenario_count; ++i) {
        scenarios.push_back(read_column(i));
    }
    auto made = compute::compare(book_, request_, scenarios);
    made.scenarios.erase(made.scenarios.begin()); // of all envelopes
    return made;
}

void scenario_dialog::show_results(const compute::comparison& made) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& outcome = made.scenarios[i];
        const char* column = columns[i];
        controls_.label(named("full", column), core::check::shown(outcome.full));
        controls_.label(named("reduced", column), core::check::shown(outcome.reduced));
        controls_.label(named("without", column), core::check::shown(outcome.without));
        controls_.label(named("sum", column), core::check::shown(outcome.sum));
        controls_.label(named("left", column), core::check::shown(outcome.left));
    }
}

void scenario_dialog::clear_results() const {
    for (const auto& row : result_rows) {
        for (const auto* column : columns) {
            controls_.label(named(row.name, column), "");
        }
    }
}

/// `done`, or the first of the problems that kept something from being computed.
void scenario_dialog::tell_result(const compute::comparison& made, const char* done) const {
    for (const auto& outcome : made.scenarios) {
        const auto& problems = outcome.made.problems;
        if (!problems.empty()) {
            tell(core::message("menu.compare.done_problems",
                               {{"count", std::to_string(problems.size())},
                                {"place", place_of(problems.front())},
                                {"text", problems.front().message}}),
                 true);
            return;
        }
    }
    tell(core::message(done), false);
}

void scenario_dialog::on_envelope() {
    fill();
    tell(core::message("menu.compare.start"), false);
}

void scenario_dialog::on_edit() {
    clear_results();
    tell(core::message("menu.compare.start"), false);
}

void scenario_dialog::on_compare() {
    clear_results();
    const auto made = compared();
    show_results(made);
    tell_result(made, "menu.compare.done");
}

void scenario_dialog::on_detail() {
    const auto made = compared();
    std::vector<office::comparison_column> shown_columns;
    for (const auto& outcome : made.scenarios) {
        const bool own = shown_columns.empty();
        shown_columns.push_back({own ? outcome.terms.name : compute::titled(outcome.terms.name),
                                 own ? envelope().own_terms : outcome.terms, outcome});
    }
    show_results(made);
    tell_result(made, "menu.compare.opened");
    const auto document = office::make_comparison_document(
        context_,
        core::message("comparison.title", {{"envelope", compute::envelope_text(envelope())}}),
        name_, shown_columns);
    office::show_comparison_document(context_, document);
}

void scenario_dialog::on_adopt() {
    const auto terms = read_column(controls_.chosen("adopt"));
    const window_ref parent(uno::Reference<awt::XControl>(dialog_, uno::UNO_QUERY_THROW)->getPeer(),
                            uno::UNO_QUERY_THROW);
    if (!ask_to_go_on(context_, parent, core::message("menu.compare.title"),
                      core::message("menu.compare.question", {{"name", terms.name}}))) {
        return;
    }
    // Of the register as it is now: what is written must meet its cells.
    adopted_scenario adopted{terms.name,
                             compute::compare(office::read_register(spreadsheet(), name_), request_,
                                              {terms}, terms.name),
                             false};
    adopted.changed = office::write_computation(spreadsheet(), adopted.result.chosen);
    adopted_ = std::move(adopted);
    dialog_->endExecute();
}

} // namespace octroi::addon
