#include "addon/command.hpp"
#include "addon/package.hpp"
#include "core/check/report_text.hpp"
#include "core/error.hpp"
#include "office/checking.hpp"

#include <algorithm>

namespace octroi::addon {

namespace {

office::check_request request_of(const command_call& call) {
    office::check_request request;
    request.templates = package_folder(call.context()) / "templates";
    request.register_folder = call.file().parent_path();
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

/// A choice of the findings that the selected rows of the sheet Contrôle tell.
office::correction_choice only(const std::vector<office::control_row>& rows) {
    return [rows](const core::check::finding& found) {
        const office::control_row row{found.rule->id, found.place.sheet, found.place.a1()};
        return std::find(rows.begin(), rows.end(), row) != rows.end();
    };
}

/// All, those selected, or none when the user gives up.
std::optional<office::correction_choice> asked(const command_call& call,
                                               const core::check::check_report& report) {
    const office::correction_choice all = [](const auto& /*found*/) { return true; };
    const auto rows = office::selected_control_rows(call.spreadsheet());
    const auto chosen = only(rows);
    const auto count = [&](const office::correction_choice& choice) {
        return static_cast<std::size_t>(
            std::count_if(report.findings.begin(), report.findings.end(),
                          [&](const auto& found) { return found.suggestion && choice(found); }));
    };
    const auto total = count(all);
    const auto selected = count(chosen);
    const std::string title = core::message("menu.correct.title");
    if (total == 0) {
        show_message(call.context(), call.frame(), message_kind::information, title,
                     core::message("menu.correct.none"));
        return std::nullopt;
    }
    if (selected == 0 || selected == total) {
        const auto answered =
            ask_to_go_on(call.context(), call.frame(), title,
                         core::message("menu.correct.question", {{"count", counted(total)}}));
        return answered ? std::optional(all) : std::nullopt;
    }
    switch (
        ask(call.context(), call.frame(), title,
            core::message("menu.correct.question_selected", {{"count", counted(selected)},
                                                             {"sheet", office::control_sheet_name},
                                                             {"total", counted(total)}}))) {
    case answer::yes:
        return chosen;
    case answer::no:
        return all;
    case answer::cancel:
        break;
    }
    return std::nullopt;
}

} // namespace

outcome check_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto report = office::check_document(document, call.document_name(), request_of(call));
    office::write_report(document, report);
    office::show_control_sheet(document);
    if (!call.flag("Silent")) {
        const bool sound = report.count(core::check::severity::error) == 0;
        show_message(call.context(), call.frame(),
                     sound ? message_kind::information : message_kind::warning,
                     core::message("menu.check.title"),
                     core::message("menu.check.done", {{"summary", core::check::summary(report)},
                                                       {"sheet", office::control_sheet_name}}));
    }
    return {true, core::check::to_json(report)};
}

outcome correct_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto request = request_of(call);
    const std::string name = call.document_name();
    office::correction_choice choice = [](const auto& /*found*/) { return true; };
    const bool silent = call.flag("Silent");
    if (call.flag("Selected")) {
        choice = only(office::selected_control_rows(document));
    } else if (!silent) {
        const auto answered = asked(call, office::check_document(document, name, request));
        if (!answered) {
            return {};
        }
        choice = *answered;
    }
    const auto result = office::correct_document(document, name, request, choice);
    if (!silent) {
        constexpr std::size_t most_reasons = 10;
        std::string text =
            core::message("menu.correct.done", {{"applied", counted(result.applied)}});
        for (std::size_t i = 0; i < std::min(most_reasons, result.left.size()); ++i) {
            text += "\n" + result.left[i];
        }
        if (result.left.size() > most_reasons) {
            text += "\n" + core::message("menu.more",
                                         {{"count", counted(result.left.size() - most_reasons)}});
        }
        show_message(call.context(), call.frame(),
                     result.left.empty() ? message_kind::information : message_kind::warning,
                     core::message("menu.correct.title"), text);
    }
    return {true, counted(result.applied)};
}

} // namespace octroi::addon
