#include "office/checking.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/document_change.hpp"
#include "office/finding_marks.hpp"
#include "office/register_file.hpp"
#include "office/spreadsheet_file.hpp"
#include "office/template_faults.hpp"
#include "office/uno_values.hpp"
#include "office/window.hpp"

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace check = core::check;

namespace {

/// Earlier marks are off.
void write(const spreadsheet_ref& document, const check::check_report& report) {
    write_control_sheet(document, report);
    mark_findings(document, report.findings);
}

} // namespace

check::check_report check_book(const core::register_book& book, const check_request& request,
                               core::progress_sink& progress) {
    check::check_request wanted;
    wanted.as_of = request.as_of;
    wanted.template_faults =
        template_faults(book, {request.templates, request.register_folder, request.own_templates});
    wanted.severities = request.severities;
    return check::check_register(book, wanted, progress);
}

check::check_report check_document(const spreadsheet_ref& document, const std::string& name,
                                   const check_request& request) {
    return check_book(read_register(document, name), request);
}

void write_report(const spreadsheet_ref& document, const check::check_report& report) {
    require_writable(document);
    const one_step step(document, core::message("menu.check.title"));
    const locked_views views(document);
    take_off_marks(document);
    write(document, report);
}

correction_result correct_document(const spreadsheet_ref& document, const std::string& name,
                                   const check_request& request,
                                   const std::vector<check::finding>& findings) {
    require_writable(document);
    if (findings.empty()) {
        return {};
    }
    const one_step step(document, core::message("menu.correct.title"));
    const locked_views views(document);
    take_off_marks(document);
    auto result = apply_corrections(document, findings);
    if (document->getSheets()->hasByName(to_uno(control_sheet_name))) {
        write(document, check_document(document, name, request));
    }
    return result;
}

check::check_report check_file(const context_ref& context, const std::filesystem::path& file,
                               const check_request& request) {
    if (request.output) {
        require_new_spreadsheet(*request.output);
    }
    const register_file opened(context, file,
                               request.output ? load_mode::copy : load_mode::read_only);
    auto report = check_document(opened.document(), file.filename().string(), request);
    if (request.output) {
        take_off_marks(opened.document());
        write(opened.document(), report);
        show_window(context, component_ref(opened.document(), uno::UNO_QUERY));
        show_control_sheet(opened.document());
        save_spreadsheet(opened.document(), *request.output);
    }
    return report;
}

} // namespace octroi::office
