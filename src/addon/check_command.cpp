#include "addon/command.hpp"
#include "addon/correction_text.hpp"
#include "addon/register_job.hpp"
#include "addon/session_requests.hpp"
#include "addon/window_job.hpp"
#include "core/check/report_text.hpp"
#include "core/error.hpp"
#include "office/checking.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace octroi::addon {

namespace {

office::check_request request_of(const command_call& call) {
    auto request = check_request_of(call.context(), call.file());
    if (const auto day = call.text("AsOf"); !day.empty()) {
        request.as_of = core::parse_date(day);
        if (!request.as_of) {
            throw core::user_error(core::error_kind::usage,
                                   core::message("check.as_of", {{"value", day}}));
        }
    }
    return request;
}

std::string counted(std::size_t count) {
    return std::to_string(count);
}

void tell_report(const command_call& call, const core::check::check_report& report) {
    office::show_control_sheet(call.spreadsheet());
    const bool sound = report.count(core::check::severity::error) == 0;
    show_message(call.context(), call.frame(),
                 sound ? message_kind::information : message_kind::warning,
                 core::message("menu.check.title"),
                 core::message("menu.check.done", {{"summary", core::check::summary(report)},
                                                   {"sheet", office::control_sheet_name}}));
}

using findings = std::vector<core::check::finding>;

/// Those that the selected rows of the sheet Contrôle tell.
findings selected_of(const findings& all, const office::spreadsheet_ref& document) {
    const auto rows = office::selected_control_rows(document);
    findings chosen;
    std::copy_if(all.begin(), all.end(), std::back_inserter(chosen), [&](const auto& found) {
        const office::control_row row{found.rule->id, found.place.sheet, found.place.a1()};
        return std::find(rows.begin(), rows.end(), row) != rows.end();
    });
    return chosen;
}

/// All of these, those selected, or none when there are none or the user gives up.
findings asked(const command_call& call, findings all) {
    const auto selected = selected_of(all, call.spreadsheet());
    const std::string title = core::message("menu.correct.title");
    if (all.empty()) {
        show_message(call.context(), call.frame(), message_kind::information, title,
                     core::message("menu.correct.none"));
        return {};
    }
    if (selected.empty() || selected.size() == all.size()) {
        const bool go_on =
            ask_to_go_on(call.context(), call.frame(), title,
                         core::message("menu.correct.question", {{"count", counted(all.size())}}));
        return go_on ? all : findings();
    }
    switch (
        ask(call.context(), call.frame(), title,
            core::message("menu.correct.question_selected", {{"count", counted(selected.size())},
                                                             {"sheet", office::control_sheet_name},
                                                             {"total", counted(all.size())}}))) {
    case answer::yes:
        return selected;
    case answer::no:
        return all;
    case answer::cancel:
        break;
    }
    return {};
}

} // namespace

outcome check_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto known = call.known();
    if (!call.flag("Silent")) {
        start_in_window(call,
                        std::make_unique<check_job>(*known, request_of(call), results::written),
                        [call, known] { tell_report(call, *known->report()); });
        return {true, {}};
    }
    auto report = office::check_document(document, call.document_name(), request_of(call));
    const auto before = known->changes();
    office::write_report(document, report);
    known->disregard_since(before);
    office::show_control_sheet(document);
    const std::string json = core::check::to_json(report);
    known->keep(std::move(report), known->changes());
    return {true, json};
}

outcome correct_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto request = request_of(call);
    const std::string name = call.document_name();
    auto chosen = office::check_document(document, name, request).findings;
    std::erase_if(chosen, [](const auto& found) { return !found.suggestion; });
    const bool silent = call.flag("Silent");
    if (call.flag("Selected")) {
        chosen = selected_of(chosen, document);
    } else if (!silent) {
        chosen = asked(call, std::move(chosen));
        if (chosen.empty()) {
            return {};
        }
    }
    const auto result = office::correct_document(document, name, request, chosen);
    if (!silent) {
        show_message(call.context(), call.frame(),
                     result.left.empty() ? message_kind::information : message_kind::warning,
                     core::message("menu.correct.title"), correction_text(result));
    }
    return {true, counted(result.applied)};
}

} // namespace octroi::addon
