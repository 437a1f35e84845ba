#include "addon/command.hpp"
#include "addon/mapping_dialog.hpp"
#include "addon/mapping_memory.hpp"
#include "core/error.hpp"
#include "core/mapping/proposal.hpp"
#include "core/messages.hpp"
#include "office/register_recognition.hpp"
#include "office/sheet_heads.hpp"
#include "office/uno_values.hpp"
#include "office/workbook_mapping.hpp"

#include <rtl/ref.hxx>

#include <iostream>

namespace octroi::addon {

namespace {

namespace mapping = core::mapping;

/// A workbook that has the names of a register but headers of its own may still be mapped.
void require_foreign(const office::spreadsheet_ref& document,
                     const mapping::workbook_map& proposal) {
    if (mapping::changes_nothing(proposal) && office::is_register(document)) {
        throw core::user_error(core::error_kind::input, core::message("mapping.is_register"));
    }
}

/// The workbook is a register by now: that it cannot be remembered is no reason to say otherwise.
void remember(const office::context_ref& context, mapping::confirmed_pairs known,
              const mapping::workbook_map& confirmed) {
    known.remember(confirmed);
    try {
        remember_pairs(context, known);
    } catch (const uno::Exception& error) {
        std::clog << "octroi: " << office::detail_of(error) << '\n';
    }
}

std::size_t mapped_sheets(const mapping::workbook_map& map) {
    std::size_t count = 0;
    for (const auto& sheet : map.sheets) {
        count += sheet.table.empty() ? 0 : 1;
    }
    return count;
}

} // namespace

outcome adopt_command(const command_call& call) {
    const auto document = call.spreadsheet();
    const auto known = recalled_pairs(call.context());
    const auto proposal = mapping::proposed_map(office::read_heads(document), known);
    require_foreign(document, proposal);
    if (call.has("Map") || call.flag("Silent")) {
        const auto made = office::apply_map(
            document, call.has("Map") ? mapping::map_from_json(call.text("Map")) : proposal);
        return {true, mapping::to_json(made.map)};
    }
    const rtl::Reference<mapping_dialog> dialog(
        new mapping_dialog(call.context(), document, known));
    const auto made = dialog->run();
    if (!made) {
        return {};
    }
    office::show_adopted_register(document, *made);
    remember(call.context(), known, made->map);
    show_message(
        call.context(), call.frame(), message_kind::information, core::message("mapping.title"),
        core::message("mapping.done", {{"mapped", std::to_string(mapped_sheets(made->map))},
                                       {"added", std::to_string(made->added_sheets.size())}}));
    return {true, mapping::to_json(made->map)};
}

} // namespace octroi::addon
