#include "office/generated_file.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/generation.hpp"
#include "office/issue_record.hpp"
#include "office/register_file.hpp"
#include "office/spreadsheet_file.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/uno/Exception.hpp>

namespace octroi::office {

namespace {

void write_copy(const context_ref& context, const std::filesystem::path& file,
                const std::filesystem::path& output, const core::issue_log& issued) {
    const register_file opened(context, file, load_mode::copy);
    record_issue_in_copy(context, opened.document(), file.filename().string(), issued);
    save_spreadsheet(opened.document(), output);
}

/// Of a run that ended early, if it can be written: the error that ended it is the one to report.
void write_what_is_finished(const context_ref& context, const std::filesystem::path& file,
                            const std::filesystem::path& output, const core::issue_log& issued) {
    try {
        write_copy(context, file, output, issued);
    } catch (const core::user_error&) {
        return;
    } catch (const com::sun::star::uno::Exception&) {
        return; // LibreOffice is gone
    }
}

} // namespace

core::manifest generate_from_file(const context_ref& context, const std::filesystem::path& file,
                                  const generate_request& request, core::progress_sink& progress) {
    if (request.output) {
        require_new_spreadsheet(*request.output);
    }
    core::issue_log issued;
    core::manifest made;
    try {
        made = generate(context, read_register_file(context, file), request, progress, issued);
    } catch (const core::user_error&) {
        if (request.output && !issued.empty()) {
            write_what_is_finished(context, file, *request.output, issued);
        }
        throw;
    }
    if (request.output) {
        try {
            write_copy(context, file, *request.output, issued);
            made.notes.push_back(
                core::message("state.written", {{"file", request.output->string()}}));
        } catch (const core::user_error& error) {
            if (error.kind() != core::error_kind::input) {
                throw;
            }
            made.faults.push_back(core::message(
                "state.no_copy", {{"file", request.output->string()}, {"reason", error.what()}}));
        }
    }
    return made;
}

} // namespace octroi::office
