#include "core/calc_functions.hpp"

#include "core/local_council.hpp"
#include "core/messages.hpp"
#include "core/parameters.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

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

/// One of a few words, loosely spelt.
template <class Meaning, std::size_t Count>
std::optional<Meaning>
meaning_of(std::string_view word,
           const std::array<std::pair<std::string_view, Meaning>, Count>& words) {
    const std::string key = fold(word);
    for (const auto& [known, meaning] : words) {
        if (fold(known) == key) {
            return meaning;
        }
    }
    return std::nullopt;
}

/// 15 significant digits, all that Calc shows of a number; `value` is finite. In cents.
compute::exact shown_decimal(double value) {
    static constexpr int digits = 15;
    std::array<char, 40> buffer{};
    const auto* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                    std::chars_format::scientific, digits - 1)
                          .ptr;
    // « -2.67500000000000e+00 »
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const auto mark = text.find('e');
    std::string mantissa(text.substr(0, mark));
    mantissa.erase(mantissa.find('.'), 1);
    auto power_text = text.substr(mark + 1);
    power_text.remove_prefix(power_text.front() == '+' ? 1 : 0);
    int power = 0;
    std::from_chars(power_text.data(), power_text.data() + power_text.size(), power);
    power += 2 - (digits - 1);
    const compute::exact tens(boost::multiprecision::pow(boost::multiprecision::cpp_int(10),
                                                         static_cast<unsigned>(std::abs(power))));
    const compute::exact whole(boost::multiprecision::cpp_int{mantissa});
    return power < 0 ? whole / tens : whole * tens;
}

/// In cents.
std::optional<compute::exact> exact_amount(const cell_value& amount) {
    if (const auto* text = std::get_if<std::string>(&amount)) {
        const auto read = parse_amount(*text);
        return read ? std::optional(compute::exact_from(*read)) : std::nullopt;
    }
    const auto* stored = std::get_if<number>(&amount);
    if (stored == nullptr || !std::isfinite(stored->serial())) {
        return std::nullopt;
    }
    if (const auto cents = stored->amount()) {
        return compute::exact_from(*cents);
    }
    if (const auto few_decimals = stored->ratio()) {
        return compute::exact_from(*few_decimals) * 100;
    }
    return shown_decimal(stored->serial());
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
        rows.emplace_back(rows.front().size());
        rows.back().front() = message("check.nothing");
    }
    return rows;
}

std::optional<compute::apportion_mode> named_apportion_mode(std::string_view word) {
    using compute::apportion_mode;
    static constexpr std::array<std::pair<std::string_view, apportion_mode>, 4> english = {
        {{"None", apportion_mode::none},
         {"Rank", apportion_mode::rank},
         {"Partial rank", apportion_mode::rank_partial},
         {"Rank with skip", apportion_mode::rank_skip}}};
    const auto mode = compute::parse_apportion_mode(word);
    return mode ? mode : meaning_of(word, english);
}

std::optional<compute::rounding> named_rounding(std::string_view word) {
    using compute::rounding;
    static constexpr std::array<std::pair<std::string_view, rounding>, 4> words = {
        {{"au plus proche", rounding::nearest},
         {"nearest", rounding::nearest},
         {"inférieur", rounding::down},
         {"down", rounding::down}}};
    return meaning_of(word, words);
}

std::optional<money> rounded_amount(const cell_value& amount, money unit, compute::rounding how) {
    const auto exact = exact_amount(amount);
    if (!exact || abs(*exact) > compute::exact_from(largest_amount)) {
        return std::nullopt;
    }
    return compute::rounded_signed(*exact, unit, how);
}

} // namespace octroi::core
