#include "core/calc_functions.hpp"

#include "core/local_council.hpp"
#include "core/messages.hpp"
#include "core/parameters.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace octroi::core {

namespace {

const parameters& own_settings() {
    static const parameters settings{register_book("")};
    return settings;
}

const table_schema& communes() {
    static const table_schema& schema = schema_of("communes");
    return schema;
}

/// The product's row for a name, another name or an INSEE code.
const reference_row* commune_row(std::string_view place) {
    if (const auto* named = reference_commune_row(place)) {
        return named;
    }
    const auto& rows = reference_communes();
    const std::string key = place_key(place);
    const auto coded = std::find_if(rows.begin(), rows.end(), [&](const reference_row& row) {
        const auto code = row.find("code_insee");
        return code != row.end() && place_key(code->second) == key;
    });
    return coded == rows.end() ? nullptr : &*coded;
}

const table_field* field_of(std::string_view column) {
    const std::string key = fold(column);
    const auto& fields = communes().fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const table_field& known) {
        return fold(known.title) == key || fold(known.name) == key ||
               std::any_of(known.aliases.begin(), known.aliases.end(),
                           [&](const auto& alias) { return fold(alias) == key; });
    });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace

std::optional<cell_value> commune_value(std::string_view place, std::string_view column) {
    const auto* row = commune_row(place);
    const auto* field = field_of(column);
    if (row == nullptr || field == nullptr) {
        return std::nullopt;
    }
    const auto held = row->find(field->name);
    if (held == row->end() || held->second.empty()) {
        return cell_value();
    }
    const std::string& text = held->second;
    if (field->type == field_type::integer || field->type == field_type::year) {
        std::int64_t whole = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
        if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) {
            return number(static_cast<double>(whole));
        }
    }
    return text;
}

bool council_required(std::int64_t population, bool priority_zone, date on) {
    return council_duty_on(own_settings(), population, priority_zone, on).compulsory();
}

int usual_contract_months(date on) {
    return own_settings().integer("contrat.duree_mois", on).value();
}

std::optional<contract_state> state_of_contract(std::string_view type, date effect,
                                                std::optional<date> end, date on) {
    const std::string key = fold(type);
    if (key == "clspd") {
        return contract_state_on(effect, std::nullopt, on);
    }
    if ((key != "cls" && key != "stspd") || (end && *end < effect)) {
        return std::nullopt;
    }
    return contract_state_on(effect,
                             end ? *end : contract_end(effect, usual_contract_months(effect)), on);
}

std::vector<std::vector<std::string>> findings_as_rows(const check::check_report& report) {
    std::vector<std::vector<std::string>> rows = {
        {message("check.column.severity"), message("check.column.rule"),
         message("check.column.cell"), message("check.column.column"),
         message("check.column.value"), message("check.column.message"),
         message("check.column.suggestion")}};
    for (const auto& found : report.findings) {
        rows.push_back({check::name_of(found.level), found.rule->id, found.place.a1(), found.column,
                        check::shown_value(found), found.message, check::shown_suggestion(found)});
    }
    if (report.findings.empty()) {
        rows.push_back(std::vector<std::string>(rows.front().size()));
        rows.back().front() = message("check.nothing");
    }
    return rows;
}

} // namespace octroi::core
