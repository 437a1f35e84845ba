#include "addon/command.hpp"
#include "addon/scenario_dialog.hpp"
#include "core/compute/computation_text.hpp"
#include "core/messages.hpp"
#include "office/computing.hpp"

#include <rtl/ref.hxx>

namespace octroi::addon {

namespace {

namespace compute = core::compute;

/// As a macro asks.
outcome compare_given(const command_call& call, const compute::compute_request& request) {
    std::vector<compute::scenario> scenarios;
    for (const auto& text : call.texts("Scenarios")) {
        scenarios.push_back(compute::parse_scenario(text));
    }
    const auto document = call.spreadsheet();
    const std::string adopt = call.text("Adopt");
    const auto made = compute::compare(office::read_register(document, call.document_name()),
                                       request, scenarios, adopt);
    if (!adopt.empty()) {
        office::write_computation(document, made.chosen);
    }
    return {true, compute::to_json(made)};
}

} // namespace

outcome compare_command(const command_call& call) {
    compute::compute_request request;
    request.year = call.year("Year");
    if (call.flag("Silent") || call.has("Scenarios")) {
        return compare_given(call, request);
    }
    const rtl::Reference<scenario_dialog> dialog(
        new scenario_dialog(call.context(), call.spreadsheet(), call.document_name(), request));
    const auto adopted = dialog->run();
    if (!adopted) {
        return {};
    }
    const auto& made = adopted->result.chosen;
    show_message(call.context(), call.frame(),
                 made.problems.empty() ? message_kind::information : message_kind::warning,
                 core::message("menu.compare.title"),
                 core::message("menu.compare.adopted", {{"name", adopted->name}}) + "\n" +
                     compute::run_text(made, adopted->changed));
    return {true, compute::to_json(adopted->result)};
}

} // namespace octroi::addon
