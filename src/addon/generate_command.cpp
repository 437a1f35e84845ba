#include "addon/command.hpp"
#include "addon/generate_dialog.hpp"
#include "addon/package.hpp"
#include "addon/settings.hpp"
#include "addon/status_progress.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/formats.hpp"
#include "office/generation.hpp"

namespace octroi::addon {

namespace {

office::generate_request request_from(const command_call& call) {
    office::generate_request request;
    request.folder = call.text("Folder");
    request.draft = call.flag("Draft");
    request.overwrite = call.flag("Overwrite");
    if (const auto where = call.text("Where"); !where.empty()) {
        request.where.push_back(where);
    }
    if (const auto formats = call.text("Formats"); !formats.empty()) {
        request.formats = office::formats_of(formats);
    }
    return request;
}

/// What the officer reads at the end.
std::string summary(const core::manifest& run, const std::filesystem::path& folder) {
    constexpr std::size_t most_reasons = 10;
    if (run.documents.empty()) {
        return core::message("document.no_document", {{"file", run.register_file}});
    }
    std::string text =
        run.summary() + "\n" + core::message("run.where", {{"folder", folder.string()}});
    std::size_t shown = 0;
    for (const auto& document : run.documents) {
        if (document.status == core::document_status::failed && ++shown <= most_reasons) {
            text += "\n\n" + core::message("run.failed", {{"file", run.register_file},
                                                          {"number", document.number},
                                                          {"error", document.error}});
        }
    }
    if (shown > most_reasons) {
        text +=
            "\n\n" + core::message("menu.more", {{"count", std::to_string(shown - most_reasons)}});
    }
    return text;
}

} // namespace

outcome generate_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto book = office::read_register(document, call.document_name());
    if (book.find("actions") == nullptr) {
        throw core::user_error(core::error_kind::input, core::message("menu.not_register"));
    }
    office::generate_request request;
    const bool silent = !call.text("Folder").empty();
    if (silent) {
        request = request_from(call);
    } else {
        const auto chosen =
            generate_dialog(call.context(), call.frame(), call.file().parent_path()).run();
        if (!chosen) {
            return {};
        }
        request = *chosen;
    }
    request.templates = package_folder(call.context()) / "templates";
    request.register_folder = call.file().parent_path();
    request.own_templates = read_settings(call.context()).template_folder;
    status_progress progress(call.frame());
    const auto result = office::generate(call.context(), book, request, progress);
    progress.end();
    if (!silent) {
        const bool complete = result.count(core::document_status::failed) == 0;
        show_message(call.context(), call.frame(),
                     complete ? message_kind::information : message_kind::warning,
                     core::message("menu.generate.title"), summary(result, request.folder));
    }
    return {true, core::to_json(result)};
}

} // namespace octroi::addon
