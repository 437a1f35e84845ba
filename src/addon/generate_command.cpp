#include "addon/command.hpp"
#include "addon/generate_dialog.hpp"
#include "addon/generate_job.hpp"
#include "addon/session_requests.hpp"
#include "addon/status_progress.hpp"
#include "addon/window_job.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/formats.hpp"
#include "office/generation.hpp"
#include "office/issue_record.hpp"

namespace octroi::addon {

namespace {

office::generate_request request_from(const command_call& call) {
    auto request = generate_request_of(call.context(), call.file());
    request.folder = call.text("Folder");
    request.kind = call.text("Kind");
    request.draft = call.flag("Draft");
    request.overwrite = call.flag("Overwrite");
    request.by_commune = call.flag("ByCommune");
    request.combined = call.text("Combined");
    request.duplex = call.flag("Duplex");
    request.order = call.text("Order");
    if (const auto name = call.text("Name"); !name.empty()) {
        request.name_pattern = name;
    }
    if (const auto where = call.text("Where"); !where.empty()) {
        request.where.push_back(where);
    }
    const auto formats = call.text("Formats");
    request.formats =
        formats.empty() ? std::vector{office::document_format::odt} : office::formats_of(formats);
    return request;
}

/// What the officer reads at the end.
std::string summary(const core::manifest& run, const std::filesystem::path& folder) {
    constexpr std::size_t most_reasons = 10;
    if (run.documents.empty()) {
        return run.nothing_to_make();
    }
    std::string text =
        run.summary() + "\n" + core::message("run.where", {{"folder", folder.string()}});
    for (const auto& fault : run.faults) {
        text += "\n\n" + fault;
    }
    if (run.warnings() > 0) {
        text +=
            "\n\n" + core::message("state.warnings", {{"count", std::to_string(run.warnings())}});
    }
    std::size_t shown = 0;
    for (const auto& document : run.documents) {
        if (document.status == core::document_status::failed && ++shown <= most_reasons) {
            text += "\n\n" + core::message("run.failed", {{"file", run.register_file},
                                                          {"number", document.number},
                                                          {"error", document.error}});
        }
    }
    for (const auto& fault : run.faults) {
        text += "\n\n" + fault;
    }
    if (shown > most_reasons) {
        text +=
            "\n\n" + core::message("menu.more", {{"count", std::to_string(shown - most_reasons)}});
    }
    return text;
}

void tell_documents(const command_call& call, const session& known) {
    const auto& made = *known.documents();
    const bool complete = made.complete() && made.warnings() == 0;
    show_message(call.context(), call.frame(),
                 complete ? message_kind::information : message_kind::warning,
                 core::message("menu.generate.title"), summary(made, known.documents_folder()));
}

} // namespace

outcome generate_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto book = office::read_register(document, call.document_name());
    if (book.find("actions") == nullptr && book.find("contrats") == nullptr) {
        throw core::user_error(core::error_kind::input, core::message("menu.not_register"));
    }
    const auto known = call.known();
    if (call.text("Folder").empty()) {
        const auto chosen = generate_dialog(call.context(), call.frame(),
                                            generate_request_of(call.context(), call.file()))
                                .run();
        if (chosen) {
            remember_choices(call.context(), *chosen);
            start_in_window(call, std::make_unique<generate_job>(*known, *chosen),
                            [call, known] { tell_documents(call, *known); });
        }
        return {chosen.has_value(), {}};
    }
    const auto request = request_from(call);
    status_progress progress(call.frame(), core::message("menu.generate.title"));
    core::issue_log issued;
    core::manifest made;
    const auto record = [&] {
        office::record_issue(call.context(), document, call.document_name(), issued, made);
    };
    try {
        made = office::generate(call.context(), book, request, progress, issued);
    } catch (const core::user_error&) {
        record();
        throw;
    }
    progress.end();
    record();
    const std::string json = core::to_json(made);
    known->keep(std::move(made), request.folder);
    return {true, json};
}

} // namespace octroi::addon
