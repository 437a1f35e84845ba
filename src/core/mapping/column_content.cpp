#include "core/mapping/column_content.hpp"

#include "core/date.hpp"
#include "core/identifiers.hpp"
#include "core/money.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace octroi::core::mapping {

namespace {

using value_test = bool (*)(const cell_value&);

constexpr double nearly_all = 0.8;
constexpr std::size_t fewest_values = 3;
constexpr std::int64_t first_year = 1990;
constexpr std::int64_t last_year = 2100;

std::string text_of(const cell_value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return std::string(trim(*text));
    }
    const auto* stored = std::get_if<number>(&value);
    return stored == nullptr ? std::string() : stored->text();
}

std::optional<std::int64_t> whole_number(const cell_value& value) {
    if (const auto* stored = std::get_if<number>(&value)) {
        return stored->integer();
    }
    const auto* text = std::get_if<std::string>(&value);
    const auto amount = text == nullptr ? std::nullopt : parse_amount(*text);
    return amount && amount->cents() % 100 == 0 ? std::optional(amount->cents() / 100)
                                                : std::nullopt;
}

bool is_date(const cell_value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<date>(value) || (text != nullptr && parse_date(*text));
}

bool is_amount(const cell_value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<number>(value) || (text != nullptr && parse_amount(*text));
}

bool is_integer(const cell_value& value) {
    return whole_number(value).has_value();
}

bool is_year(const cell_value& value) {
    const auto year = whole_number(value);
    return year && *year >= first_year && *year <= last_year;
}

bool is_yes_or_no(const cell_value& value) {
    return parse_yes_no(text_of(value)).has_value();
}

/// What a number with a sign or a unit may be: « 30 % », « 1 234 ».
bool begins_with_digit(const cell_value& value) {
    const std::string text = text_of(value);
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

bool is_commune(const cell_value& value) {
    return reference_commune_row(text_of(value)) != nullptr;
}

bool is_siret(const cell_value& value) {
    return valid_siret(text_of(value));
}

bool is_siren(const cell_value& value) {
    return valid_siren(text_of(value));
}

bool is_rna(const cell_value& value) {
    return valid_rna(text_of(value));
}

bool is_known_insee_code(const cell_value& value) {
    const std::string code = text_of(value);
    const auto& communes = reference_communes();
    return !code.empty() && std::any_of(communes.begin(), communes.end(), [&](const auto& row) {
        const auto known = row.find("code_insee");
        return known != row.end() && known->second == code;
    });
}

/// The test of a field whose values tell it from all others; null for none.
value_test telling_test(const table_field& field) {
    struct named_test {
        std::string_view field;
        value_test test;
    };
    static constexpr std::array<named_test, 5> tests = {{{"commune", is_commune},
                                                         {"siret", is_siret},
                                                         {"siren", is_siren},
                                                         {"rna", is_rna},
                                                         {"code_insee", is_known_insee_code}}};
    for (const auto& each : tests) {
        if (field.name == each.field) {
            return each.test;
        }
    }
    return nullptr;
}

value_test type_test(field_type type) {
    switch (type) {
    case field_type::date:
    case field_type::date_time:
        return is_date;
    case field_type::amount:
        return is_amount;
    case field_type::integer:
        return is_integer;
    case field_type::year:
        return is_year;
    case field_type::boolean:
        return is_yes_or_no;
    case field_type::decimal:
    case field_type::rate:
        return begins_with_digit;
    case field_type::text:
        break;
    }
    return nullptr;
}

double share_of(const column_values& values, const auto& test) {
    const auto fitting =
        std::count_if(values.begin(), values.end(), [&](const auto* each) { return test(*each); });
    return static_cast<double>(fitting) / static_cast<double>(values.size());
}

double share_in_list(const table_field& field, const column_values& values) {
    std::vector<std::string> keys;
    for (const auto& allowed : field.allowed) {
        keys.push_back(fold(allowed));
    }
    return share_of(values, [&](const cell_value& value) {
        return std::find(keys.begin(), keys.end(), fold(text_of(value))) != keys.end();
    });
}

} // namespace

std::optional<double> share_that_fits(const table_field& field, const column_values& values) {
    if (values.empty()) {
        return std::nullopt;
    }
    if (const auto test = telling_test(field)) {
        return share_of(values, test);
    }
    if (const auto test = type_test(field.type)) {
        return share_of(values, test);
    }
    if (!field.allowed.empty()) {
        return share_in_list(field, values);
    }
    // A text may be anything but a column of dates.
    const double dates = share_of(values, is_date);
    return dates > nearly_all ? std::optional(0.0) : std::nullopt;
}

bool values_tell(const table_field& field, const column_values& values) {
    if (values.size() < fewest_values || field.status == field_status::computed) {
        return false;
    }
    if (const auto test = telling_test(field)) {
        return share_of(values, test) >= nearly_all;
    }
    if (field.type == field_type::year) {
        return share_of(values, is_year) == 1.0;
    }
    return field.type == field_type::text && !field.allowed.empty() &&
           share_in_list(field, values) >= nearly_all;
}

} // namespace octroi::core::mapping
