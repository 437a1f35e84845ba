#include "office/computing.hpp"

#include "core/messages.hpp"
#include "office/cell_changes.hpp"
#include "office/document_change.hpp"
#include "office/register_file.hpp"
#include "office/spreadsheet_file.hpp"
#include "office/summary_sheet.hpp"
#include "office/uno_values.hpp"
#include "office/window.hpp"

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace compute = core::compute;

namespace {

enum class undoing { needed, needless };

/// Changes nothing if there is nothing to change. The sheet first: it may be refused.
bool write(const spreadsheet_ref& document, const compute::computation& computed, undoing undo) {
    const bool sheet_changed = write_summary_sheet(document, computed.summary);
    if (undo == undoing::needed) {
        write_undoable_cells(document, computed.changes);
    } else {
        write_cells(document, computed.changes);
    }
    return sheet_changed || !computed.changes.empty();
}

} // namespace

compute::computation compute_document(const spreadsheet_ref& document, const std::string& name,
                                      const compute::compute_request& request) {
    return compute::compute_register(read_register(document, name), request);
}

bool write_computation(const spreadsheet_ref& document, const compute::computation& computed) {
    require_writable(document);
    require_unprotected(document, computed.changes);
    const one_step step(document, core::message("menu.compute.title"));
    return write(document, computed, undoing::needed);
}

compute::comparison compute_file(const context_ref& context, const std::filesystem::path& file,
                                 const compute_request& request) {
    if (request.output) {
        require_new_spreadsheet(*request.output);
    }
    const register_file opened(context, file,
                               request.output ? load_mode::copy : load_mode::read_only);
    const auto book = read_register(opened.document(), file.filename().string());
    auto computed = compute::compare(book, request.computation, request.scenarios, request.adopt);
    if (request.output) {
        require_unprotected(opened.document(), computed.chosen.changes);
        write(opened.document(), computed.chosen, undoing::needless);
        show_window(context, component_ref(opened.document(), uno::UNO_QUERY));
        show_summary_sheet(opened.document());
        save_spreadsheet(opened.document(), *request.output);
    }
    return computed;
}

} // namespace octroi::office
