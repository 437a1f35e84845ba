#include "core/check/convention_rules.hpp"
#include "core/check/rule_logic.hpp"
#include "core/text.hpp"

#include <optional>

namespace octroi::core::check {

namespace {

/// The row of Paramètres that names a template on the day of the analysis, else any row with its
/// key.
std::optional<checked_row> row_of_setting(const checked_register& in, const std::string& key) {
    std::optional<checked_row> found;
    for (const auto& set : in.settings().family(key)) {
        if (fold(set.key) != fold(key) || !set.row) {
            continue;
        }
        const checked_row row(in.sheet("parametres"), *set.row);
        if (set.valid(in.as_of())) {
            return row;
        }
        found = found ? found : row;
    }
    return found;
}

void report_at_header(const checked_sheet& sheet, std::string_view variant, arguments values,
                      const reporter& report) {
    const auto& source = sheet.source();
    const cell_address place = source.header_address(source.data().column_numbers.front());
    const auto& header = source.data().at(source.header_row(), 0);
    report.at_cell(variant, sheet, place, quoted_value(header), header, values);
}

/// A template is no cell: its faults are told where Paramètres names it, or, of a template that
/// the product itself names, at the head of that sheet or of the register's first one.
void report_fault(const checked_register& in, const template_fault& fault, std::string_view variant,
                  arguments values, const reporter& report) {
    const auto& settings = in.sheet("parametres");
    if (const auto row = row_of_setting(in, fault.setting)) {
        report.variant(variant, *row, settings.column("valeur"), values);
    } else if (in.has("parametres")) {
        report_at_header(settings, variant, values, report);
    } else if (!in.sheets().empty()) {
        report_at_header(*in.sheets().front(), variant, values, report);
    }
}

void template_fields_exist(const checked_register& in, const reporter& report) {
    for (const auto& fault : in.request().template_faults) {
        if (fault.kind != template_fault_kind::unknown_field) {
            continue;
        }
        if (fault.suggestion.empty()) {
            report_fault(in, fault, "plain",
                         {{"m", fault.template_name}, {"champ", quoted_value(fault.name)}}, report);
        } else {
            report_fault(in, fault, "default",
                         {{"m", fault.template_name},
                          {"champ", quoted_value(fault.name)},
                          {"s", fault.suggestion}},
                         report);
        }
    }
}

void template_blocks_closed(const checked_register& in, const reporter& report) {
    for (const auto& fault : in.request().template_faults) {
        if (fault.kind == template_fault_kind::unclosed_block) {
            report_fault(in, fault, "default", {{"b", quoted_value(fault.name)}}, report);
        } else if (fault.kind == template_fault_kind::other) {
            report_fault(in, fault, "other", {{"m", fault.template_name}, {"faute", fault.name}},
                         report);
        }
    }
}

} // namespace

std::span<const rule_logic> document_rules() {
    static const std::vector<rule_logic> rules = {
        {"DOC-01", template_fields_exist, {}},
        {"DOC-02", convention_can_be_made, {"actions.etat", "communes"}},
        {"DOC-03", template_blocks_closed, {}},
        {"DOC-04",
         data_unchanged_since_made,
         {"journal", "actions.numero_de_convention", "actions.montant_vote"}},
    };
    return rules;
}

} // namespace octroi::core::check
