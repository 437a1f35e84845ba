#include "addon/sidebar/grants_panel.hpp"

#include "addon/dispatching.hpp"
#include "addon/register_job.hpp"
#include "addon/sidebar/job_rows.hpp"
#include "core/check/wording.hpp"
#include "core/compute/computation_text.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace octroi::addon {

namespace compute = core::compute;
using core::check::shown;

namespace {

constexpr std::array<const char*, 2> sections = {"FON", "INV"};

/// Positive amounts only: part of the whole, for a bar.
double part_of(core::money part, core::money whole) {
    if (part <= core::money() || whole <= core::money()) {
        return 0;
    }
    return std::min(1.0, static_cast<double>(part.cents()) / static_cast<double>(whole.cents()));
}

std::string numbered(const char* what, std::size_t number) {
    return std::string(what) + "_" + std::to_string(number);
}

std::string amount_text(core::money amount) {
    return core::message("panel.euros", {{"amount", shown(amount)}});
}

} // namespace

std::vector<control_plan> grants_panel::plan() const {
    std::vector<control_plan> all = {
        {control_kind::text, "no_register", "panel.no_register"},
        {control_kind::text, "year_label", "panel.grants.year"},
        {control_kind::choice, "year", "", "panel.grants.year"},
        {control_kind::text, "section_label", "panel.grants.section"},
        {control_kind::choice, "section", "", "panel.grants.section"},
        {control_kind::heading, "summary"},
        {control_kind::text, "stale", "panel.grants.stale"},
        {control_kind::button, "compute", "panel.grants.compute", "panel.grants.compute_help"},
        {control_kind::button, "compare", "panel.grants.compare", "panel.grants.compare_help"},
        {control_kind::button, "refresh", "panel.grants.refresh", "panel.grants.refresh_help"}};
    const auto job = job_plan();
    all.insert(all.end(), job.begin(), job.end());
    const std::vector<control_plan> results = {
        {control_kind::text, "told"},
        {control_kind::heading, "communes_label", "panel.grants.communes_title"},
        {control_kind::table, "communes", "", "panel.grants.communes"},
        {control_kind::heading, "account_label", "panel.grants.account_title"},
        {control_kind::text, "account"}};
    all.insert(all.end(), results.begin(), results.end());
    return all;
}

void grants_panel::begin() {
    controls().columns("communes", {{"panel.grants.column_commune", 0, 1},
                                    {"panel.grants.column_bar", 6, 0},
                                    {"panel.grants.column_amount", 13, 0, true}});
    controls().items("section",
                     {core::message("panel.grants.both"), core::message("panel.grants.fon"),
                      core::message("panel.grants.inv")},
                     0);
}

std::vector<panel_row> grants_panel::rows() const {
    if (!has_register()) {
        return {{row_kind::text, {"no_register"}}};
    }
    std::vector<panel_row> all;
    if (current()->computation()) {
        all.push_back({row_kind::field, {"year_label", "year"}});
        all.push_back({row_kind::field, {"section_label", "section"}});
    }
    all.push_back({row_kind::text, {"summary"}});
    if (is_stale_) {
        all.push_back({row_kind::text, {"stale"}});
    }
    for (std::size_t i = 0; i < bars_.size(); ++i) {
        all.push_back({row_kind::text, {numbered("envelope", i)}, 0, {}, true});
        all.push_back({row_kind::bar,
                       {numbered("voted", i), numbered("proposed", i), numbered("track", i)},
                       0,
                       {bars_[i].voted, bars_[i].proposed}});
        all.push_back({row_kind::text, {numbered("left", i)}});
    }
    all.push_back({row_kind::buttons, {"compute", "compare", "refresh"}, 0, {}, true});
    const auto job = job_rows(current(), job_kind::compute);
    all.insert(all.end(), job.begin(), job.end());
    if (!told_.empty()) {
        all.push_back({row_kind::text, {"told"}});
    }
    if (current()->computation() && !communes_.empty()) {
        all.push_back({row_kind::text, {"communes_label"}, 0, {}, true});
        all.push_back({row_kind::list, {"communes"}, 5});
    }
    if (account_shown_) {
        all.push_back({row_kind::text, {"account_label"}});
        all.push_back({row_kind::text, {"account"}});
    }
    return all;
}

void grants_panel::document_changed() {
    pictures_.emplace(host().context(), controls().window());
    told_.clear();
    looked_ = false;
    show_all();
    look_first();
}

void grants_panel::look_first() {
    if (!looked_ && may_look() && !current()->computation()) {
        looked_ = true;
        compute(false);
    }
}

void grants_panel::session_changed(session_change what) {
    switch (what) {
    case session_change::computation:
        show_all();
        break;
    case session_change::document:
        forget_if_old(told_);
        show_state();
        look_first();
        break;
    case session_change::job:
        with_focus(controls(), current(), job_kind::compute, "compute", [&] {
            show_job(controls(), current(), pictures_->colours());
            show_state();
        });
        look_first(); // the check that went before is over
        break;
    case session_change::report:
    case session_change::documents:
        break;
    }
}

void grants_panel::selection_changed() {
    show_account();
    host().rows_changed();
}

void grants_panel::happened(const std::string& control, control_event what) {
    if (!has_register()) {
        return;
    }
    if (control == "compute") {
        compute(true);
    } else if (control == "refresh" || control == "year") {
        compute(false);
    } else if (control == "compare") {
        send_command(host().frame(), "org.octroi:compare");
    } else if (control == "section") {
        show_all();
    } else if (control == "communes" && what == control_event::opened) {
        // A double click goes to the commune's first action.
        const auto row = controls().selected("communes");
        const auto& actions = current()->computation()->actions;
        const auto found = std::find_if(actions.begin(), actions.end(), [&](const auto& one) {
            return row && *row < communes_.size() && one.commune == communes_[*row];
        });
        if (found != actions.end()) {
            office::show_cell(host().frame()->getController(), found->place);
        }
    }
}

std::optional<std::int64_t> grants_panel::year() const {
    const auto at = controls().chosen("year");
    return at < years_.size() ? std::optional(years_[at]) : std::nullopt;
}

std::string grants_panel::section() const {
    const auto at = controls().chosen("section");
    return at == 0 ? std::string() : sections[at - 1];
}

void grants_panel::compute(bool write) {
    told_.clear();
    compute::compute_request request;
    request.year = year();
    auto work = std::make_unique<compute_job>(*current(), request,
                                              write ? results::written : results::kept);
    auto* running = work.get();
    current()->start(std::move(work), if_alive([this, running, write](const job_outcome& outcome) {
                         if (!outcome.success) {
                             tell(outcome.text);
                         } else if (write) {
                             tell(core::message(running->changed() ? "panel.grants.written"
                                                                   : "panel.grants.unchanged"));
                         } else {
                             tell({});
                         }
                     }));
}

void grants_panel::show_all() {
    show_years();
    show_envelopes();
    show_communes();
    show_account();
    show_job(controls(), current(), pictures_->colours());
    show_state();
}

void grants_panel::show_years() {
    years_.clear();
    if (!has_register() || !current()->computation()) {
        return;
    }
    const auto& made = *current()->computation();
    std::set<std::int64_t> known = {made.year};
    for (const auto& one : made.summary.years) {
        known.insert(one.year);
    }
    years_.assign(known.rbegin(), known.rend());
    std::vector<std::string> items;
    for (const auto one : years_) {
        items.push_back(std::to_string(one));
    }
    controls().items("year", items,
                     static_cast<std::size_t>(std::find(years_.begin(), years_.end(), made.year) -
                                              years_.begin()));
}

void grants_panel::show_envelopes() {
    bars_.clear();
    if (!has_register() || !current()->computation()) {
        return;
    }
    const auto& made = *current()->computation();
    const auto& colours = pictures_->colours();
    for (const auto& envelope : made.envelopes) {
        if (!section().empty() && envelope.section != section()) {
            continue;
        }
        const std::size_t at = bars_.size();
        if (at == bar_controls_) {
            for (const auto& [kind, name] :
                 {std::pair(control_kind::text, "envelope"), std::pair(control_kind::bar, "track"),
                  std::pair(control_kind::bar, "voted"), std::pair(control_kind::bar, "proposed"),
                  std::pair(control_kind::text, "left")}) {
                controls().add(kind, numbered(name, at));
                host().added(numbered(name, at), kind);
            }
            ++bar_controls_;
        }
        const bool over = envelope.left() < core::money();
        controls().fill_colour(numbered("track", at), colours.track);
        controls().fill_colour(numbered("voted", at), over ? colours.over : colours.voted);
        controls().fill_colour(numbered("proposed", at), over ? colours.over : colours.proposed);
        const std::string title =
            envelope.section + (envelope.programme.empty() ? "" : " – " + envelope.programme);
        controls().label(
            numbered("envelope", at),
            core::message("panel.grants.envelope",
                          {{"title", title}, {"amount", amount_text(envelope.amount)}}));
        controls().label(numbered("left", at),
                         core::message(over ? "panel.grants.overspent" : "panel.grants.left",
                                       {{"voted", amount_text(envelope.used)},
                                        {"proposed", amount_text(envelope.shared)},
                                        {"left", amount_text(over ? core::money() - envelope.left()
                                                                  : envelope.left())}}));
        bars_.push_back(
            {part_of(envelope.used, envelope.amount), part_of(envelope.shared, envelope.amount)});
    }
}

void grants_panel::show_communes() {
    communes_.clear();
    panel_controls::table_rows rows;
    if (has_register() && current()->computation()) {
        struct total {
            core::money voted;
            core::money proposed;
            core::money granted() const { return voted + proposed; }
        };
        std::vector<std::pair<std::string, total>> totals; // in the order of the names
        core::money most;
        for (const auto& one : current()->computation()->summary.communes) {
            if (!section().empty() && one.section != section()) {
                continue;
            }
            if (totals.empty() || totals.back().first != one.name) {
                totals.push_back({one.name, {}});
            }
            totals.back().second.voted += one.amounts.voted;
            totals.back().second.proposed += one.amounts.proposed;
            most = std::max(most, totals.back().second.granted());
        }
        for (const auto& [name, sum] : totals) {
            communes_.push_back(name);
            rows.push_back({uno::Any(office::to_uno(name)),
                            pictures_->bar(controls().line() * 2 / 3, part_of(sum.voted, most),
                                           part_of(sum.proposed, most)),
                            uno::Any(office::to_uno(amount_text(sum.granted())))});
        }
    }
    controls().fill("communes", rows);
}

void grants_panel::show_account() {
    account_shown_ = false;
    if (!has_register() || !current()->computation()) {
        return;
    }
    const auto cursor = office::cursor_cell(host().frame()->getController());
    const auto& actions = current()->computation()->actions;
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const auto& one) {
        return cursor && one.place.sheet == cursor->sheet && one.place.row == cursor->row;
    });
    if (found == actions.end()) {
        account_shown_ = cursor && !actions.empty() && cursor->sheet == actions.front().place.sheet;
        controls().label("account_label", core::message("panel.grants.account_title"));
        controls().label("account", core::message("panel.grants.no_account"));
        return;
    }
    account_shown_ = true;
    controls().label("account_label",
                     core::message("panel.grants.account",
                                   {{"file", found->file}, {"commune", found->commune}}));
    controls().label("account", found->known ? found->told : found->account);
}

void grants_panel::tell(const std::string& text) {
    told_ = told_about(text);
    show_state();
}

void grants_panel::show_state() {
    if (has_register()) {
        const auto& made = current()->computation();
        controls().label("summary",
                         made ? compute::summary_line(*made) : core::message("panel.grants.none"));
        is_stale_ = made && current()->computation_is_stale();
        controls().enable("compute", !current()->busy() && current()->writable());
        controls().enable("refresh", !current()->busy());
        controls().enable("compare", !current()->busy());
        controls().enable("year", !current()->busy());
        controls().label("told", told_);
    }
    host().rows_changed();
}

} // namespace octroi::addon
