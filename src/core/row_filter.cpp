#include "core/row_filter.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

row_filter::row_filter(const table_schema& schema, const std::vector<std::string>& conditions) {
    for (const auto& text : conditions) {
        const auto equals = text.find('=');
        if (equals == std::string::npos) {
            throw user_error(error_kind::usage, message("where.no_equals", {{"condition", text}}));
        }
        const std::string column(trim(text.substr(0, equals)));
        const std::string key = fold(column);
        const auto found =
            std::find_if(schema.fields.begin(), schema.fields.end(), [&](const auto& field) {
                return fold(field.title) == key || fold(field.name) == key ||
                       std::any_of(field.aliases.begin(), field.aliases.end(),
                                   [&](const auto& alias) { return fold(alias) == key; });
            });
        if (found == schema.fields.end()) {
            std::vector<std::string> titles;
            for (const auto& field : schema.fields) {
                titles.push_back(field.title);
            }
            const std::string guess = nearest(column, titles);
            throw user_error(
                error_kind::usage,
                guess.empty()
                    ? message("where.no_column", {{"column", column}, {"sheet", schema.title}})
                    : message("where.guess_column",
                              {{"column", column}, {"sheet", schema.title}, {"guess", guess}}));
        }
        conditions_.push_back({static_cast<std::size_t>(found - schema.fields.begin()),
                               std::string(trim(text.substr(equals + 1)))});
    }
}

bool row_filter::accepts(const table_row& row, const entities& known) const {
    return std::all_of(conditions_.begin(), conditions_.end(), [&](const condition& asked) {
        const auto& field = row.of().schema().fields[asked.field];
        const std::string held = row.text(field.name);
        if (asked.value.empty() || held.empty()) {
            return asked.value == held;
        }
        if (field.reference && field.reference->table == "communes") {
            return fold(known.official_name(held)) == fold(known.official_name(asked.value));
        }
        if (field.type == field_type::date) {
            return parse_date(held) == parse_date(asked.value) && parse_date(asked.value);
        }
        if (field.type == field_type::amount) {
            const auto wanted = parse_amount(asked.value);
            return wanted && row.amount(field.name) == wanted;
        }
        return fold(held) == fold(asked.value);
    });
}

} // namespace octroi::core
