#include "addon/sidebar/control_panel.hpp"

#include "addon/amending.hpp"
#include "addon/correction_text.hpp"
#include "addon/dispatching.hpp"
#include "addon/session_requests.hpp"
#include "addon/sidebar/job_rows.hpp"
#include "core/check/report_text.hpp"
#include "core/check/wording.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/checking.hpp"
#include "office/control_sheet.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace octroi::addon {

namespace check = core::check;

namespace {

struct level_choice {
    check::severity level;
    const char* title;
    const char* picture;
};
constexpr std::array<level_choice, 3> levels = {
    {{check::severity::error, "panel.control.errors", "error"},
     {check::severity::warning, "panel.control.warnings", "warning"},
     {check::severity::information, "panel.control.informations", "information"}}};

const level_choice& choice_of(check::severity level) {
    return *std::find_if(levels.begin(), levels.end(),
                         [&](const auto& one) { return one.level == level; });
}

/// What a first step does: the command behind its button.
struct first_step {
    const char* button;
    const char* command;
    bool demonstration;
};
constexpr std::array<first_step, 3> first_steps = {{{"new_register", "org.octroi:new", false},
                                                    {"open_example", "org.octroi:new", true},
                                                    {"adopt", "org.octroi:adopt", false}}};

/// The rule on conventions that changed since they were issued.
bool calls_for_amendment(const check::finding& found) {
    return found.rule->id == "DOC-04";
}

bool has_control_sheet(const office::spreadsheet_ref& document) {
    return document->getSheets()->hasByName(office::to_uno(office::control_sheet_name));
}

} // namespace

std::vector<control_plan> control_panel::plan() const {
    std::vector<control_plan> all = {
        {control_kind::heading, "welcome", "panel.first.title"},
        {control_kind::text, "welcome_text", "panel.first.text"},
        {control_kind::button, "new_register", "panel.first.new", "panel.first.new_help"},
        {control_kind::button, "open_example", "panel.first.example", "panel.first.example_help"},
        {control_kind::button, "adopt", "panel.first.adopt", "panel.first.adopt_help"},
        {control_kind::heading, "summary"},
        {control_kind::text, "stale", "panel.control.stale"},
        {control_kind::text, "level_label", "panel.control.level"},
        {control_kind::choice, "level", "", "panel.control.level"},
        {control_kind::text, "filter_label", "panel.control.filter"},
        {control_kind::edit, "filter", "", "panel.control.filter_help"},
        {control_kind::text, "nothing", "panel.control.nothing"},
        {control_kind::table, "findings", "", "panel.control.findings"},
        {control_kind::heading, "place"},
        {control_kind::text, "message"},
        {control_kind::text, "suggestion"},
        {control_kind::text, "source"},
        {control_kind::button, "correct", "panel.control.correct", "panel.control.correct_help"},
        {control_kind::button, "correct_all", "", "panel.control.correct_all_help"},
        {control_kind::button, "amend", "state.amend", "state.amend_help"},
        {control_kind::button, "check", "panel.control.check", "panel.control.check_help"}};
    const auto job = job_plan();
    all.insert(all.end(), job.begin(), job.end());
    all.push_back({control_kind::text, "told"});
    return all;
}

void control_panel::begin() {
    controls().columns("findings", {{"panel.control.column_level", 4, 0},
                                    {"panel.control.column_cell", 0, 2},
                                    {"panel.control.column_message", 0, 3}});
}

std::vector<panel_row> control_panel::rows() const {
    if (!has_register()) {
        return {{row_kind::text, {"welcome"}},
                {row_kind::text, {"welcome_text"}},
                {row_kind::buttons, {"new_register", "open_example", "adopt"}}};
    }
    std::vector<panel_row> all = {{row_kind::text, {"summary"}}};
    if (is_stale_) {
        all.push_back({row_kind::text, {"stale"}});
    }
    const bool listed = current()->report() && !current()->report()->findings.empty();
    if (listed) {
        all.push_back({row_kind::field, {"level_label", "level"}});
        all.push_back({row_kind::field, {"filter_label", "filter"}});
        all.push_back(shown_.empty() ? panel_row{row_kind::text, {"nothing"}}
                                     : panel_row{row_kind::list, {"findings"}, 5});
    }
    const auto* found = chosen();
    if (found != nullptr) {
        all.push_back({row_kind::text, {"place"}});
        all.push_back({row_kind::text, {"message"}});
        if (found->suggestion || !found->advice.empty()) {
            all.push_back({row_kind::text, {"suggestion"}});
        }
        all.push_back({row_kind::text, {"source"}});
        if (calls_for_amendment(*found)) {
            all.push_back({row_kind::buttons, {"amend"}});
        }
    }
    all.push_back(listed ? panel_row{row_kind::buttons, {"correct", "correct_all", "check"}}
                         : panel_row{row_kind::buttons, {"check"}});
    const auto job = job_rows(current(), job_kind::check);
    all.insert(all.end(), job.begin(), job.end());
    if (!told_.empty()) {
        all.push_back({row_kind::text, {"told"}, 0, {}, true});
    }
    return all;
}

void control_panel::document_changed() {
    pictures_.emplace(host().context(), controls().window());
    told_.clear();
    looked_ = false;
    wanted_.reset();
    show_filter();
    show_findings();
    show_job(controls(), current(), pictures_->colours());
    show_state();
    if (has_register()) {
        look_first();
    }
}

void control_panel::session_changed(session_change what) {
    switch (what) {
    case session_change::document:
        forget_if_old(told_);
        show_state();
        if (has_register()) {
            look_first();
        }
        break;
    case session_change::report:
        told_.clear();
        show_filter();
        show_findings();
        show_state();
        break;
    case session_change::job:
        with_focus(controls(), current(), job_kind::check, "check", [&] {
            show_job(controls(), current(), pictures_->colours());
            show_state();
        });
        if (wanted_ && has_register() && !current()->busy()) {
            check(*wanted_);
        }
        break;
    case session_change::computation:
    case session_change::documents:
        break;
    }
}

void control_panel::happened(const std::string& control, control_event what) {
    for (const auto& step : first_steps) {
        if (control == step.button) {
            send_command(host().frame(), step.command,
                         control == "adopt"
                             ? command_call::arguments()
                             : office::properties({{"Demonstration", uno::Any(step.demonstration)},
                                                   {"Panel", uno::Any(true)}}));
            return;
        }
    }
    if (!has_register()) {
        return;
    }
    if (control == "check") {
        // The sheet Contrôle is kept up to date where there is one.
        check(has_control_sheet(current()->document()) && current()->writable() ? results::written
                                                                                : results::kept);
    } else if (control == "correct" || control == "correct_all") {
        correct(control == "correct_all");
    } else if (control == "amend") {
        amend();
    } else if (control == "level" || control == "filter") {
        show_findings();
        show_state();
    } else if (control == "findings") {
        show_detail();
        show_state();
        if (what == control_event::chosen || what == control_event::opened) {
            go_to_cell();
        }
    }
}

void control_panel::look_first() {
    if (!looked_ && !current()->report() && may_look()) {
        looked_ = true;
        check(results::kept);
    }
}

void control_panel::check(results where) {
    told_.clear();
    if (current()->busy()) {
        wanted_ = where; // when the work in progress is over
        return;
    }
    wanted_.reset();
    current()->start(std::make_unique<check_job>(
                         *current(), check_request_of(host().context(), current()->file()), where),
                     if_alive([this](const job_outcome& outcome) {
                         tell(outcome.success ? std::exchange(corrected_, {}) : outcome.text);
                     }));
}

void control_panel::correct(bool all) {
    std::vector<check::finding> wanted;
    if (all) {
        for (const auto at : shown_) {
            const auto& found = current()->report()->findings[at];
            if (found.suggestion) {
                wanted.push_back(found);
            }
        }
    } else if (const auto* found = chosen()) {
        wanted.push_back(*found);
    }
    const auto document = current()->document();
    const auto result = office::correct_document(
        document, current()->name(), check_request_of(host().context(), current()->file()), wanted);
    check(results::kept); // the sheet Contrôle, if there is one, is up to date
    corrected_ = correction_text(result);
    tell(corrected_);
}

void control_panel::amend() {
    const auto* found = chosen();
    if (found == nullptr || !calls_for_amendment(*found)) {
        return;
    }
    const auto* number = std::get_if<std::string>(&found->value);
    const auto changed =
        core::changed_since_issue(office::read_register(current()->document(), current()->name()),
                                  number == nullptr ? check::plain_value(*found) : *number);
    if (!changed) {
        tell(core::message("state.unchanged"));
        return;
    }
    tell(propose_amendment(host().frame(), *current(), changed->proposal));
}

/// Of those that the filter lets through.
std::size_t control_panel::correctable() const {
    return static_cast<std::size_t>(std::count_if(shown_.begin(), shown_.end(), [&](auto at) {
        return current()->report()->findings[at].suggestion.has_value();
    }));
}

void control_panel::show_state() {
    if (!has_register()) {
        host().rows_changed();
        return;
    }
    const auto& report = current()->report();
    controls().label("summary",
                     report ? check::summary(*report) : core::message("panel.control.unchecked"));
    is_stale_ = report && current()->report_is_stale();
    const auto* found = chosen();
    const bool ready = report && !is_stale_ && !current()->busy() && current()->writable();
    const std::size_t all = report ? correctable() : 0;
    controls().enable("correct", ready && found != nullptr && found->suggestion.has_value());
    controls().enable("correct_all", ready && all > 0);
    controls().enable("amend", !current()->busy() && current()->writable());
    controls().label("correct_all",
                     core::message("panel.control.correct_all",
                                   {{"count", check::shown(static_cast<std::int64_t>(all))}}));
    controls().enable("check", !current()->busy());
    controls().label("check",
                     core::message(report ? "panel.control.check_again" : "panel.control.check"));
    controls().label("told", told_);
    host().rows_changed();
}

void control_panel::show_filter() {
    if (!has_register() || !current()->report()) {
        return;
    }
    const auto& report = *current()->report();
    std::vector<std::string> items = {core::message(
        "panel.control.all",
        {{"count", check::shown(static_cast<std::int64_t>(report.findings.size()))}})};
    for (const auto& one : levels) {
        items.push_back(core::message(
            one.title,
            {{"count", check::shown(static_cast<std::int64_t>(report.count(one.level)))}}));
    }
    controls().items("level", items, std::min(items.size() - 1, controls().chosen("level")));
}

std::vector<std::size_t> control_panel::filtered() const {
    std::vector<std::size_t> found;
    if (!has_register() || !current()->report()) {
        return found;
    }
    const auto& findings = current()->report()->findings;
    const auto level = controls().chosen("level");
    const std::string part = core::fold(controls().read("filter"));
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto& one = findings[i];
        const bool fits = level == 0 || one.level == levels[level - 1].level;
        if (fits &&
            (part.empty() ||
             core::fold(check::place_of(one) + " " + one.rule->id + " " + one.message).find(part) !=
                 std::string::npos)) {
            found.push_back(i);
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) {
        return findings[a].level < findings[b].level; // what blocks first
    });
    return found;
}

void control_panel::show_findings() {
    const auto before = controls().selected("findings");
    shown_ = filtered();
    panel_controls::table_rows rows;
    rows.reserve(shown_.size());
    for (const auto at : shown_) {
        const auto& found = current()->report()->findings[at];
        // The severity in words too, for those who do not see the picture.
        rows.push_back(
            {pictures_->icon(choice_of(found.level).picture),
             uno::Any(office::to_uno(found.place.a1() + " " + found.place.sheet)),
             uno::Any(office::to_uno(found.message + " – " + check::name_of(found.level)))});
    }
    controls().fill("findings", rows);
    if (before && !shown_.empty()) {
        controls().select("findings", std::min(*before, shown_.size() - 1));
    }
    show_detail();
}

const check::finding* control_panel::chosen() const {
    const auto row = controls().selected("findings");
    return row && *row < shown_.size() ? &current()->report()->findings[shown_[*row]] : nullptr;
}

void control_panel::show_detail() {
    const auto* found = chosen();
    if (found == nullptr) {
        return;
    }
    controls().label("place", check::place_of(*found) + " – " + check::name_of(found->level) + " " +
                                  found->rule->id);
    controls().label("message", found->message);
    controls().label("suggestion", found->suggestion
                                       ? core::message("panel.control.suggestion",
                                                       {{"value", check::shown_suggestion(*found)}})
                                       : found->advice);
    controls().label("source", found->rule->source.current());
}

void control_panel::go_to_cell() {
    const auto* found = chosen();
    if (found != nullptr && !office::show_cell(host().frame()->getController(), found->place)) {
        tell(core::message("panel.no_sheet", {{"sheet", found->place.sheet}}));
    }
}

void control_panel::tell(const std::string& text) {
    told_ = told_about(text);
    show_state();
}

} // namespace octroi::addon
