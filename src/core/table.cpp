#include "core/table.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>

namespace octroi::core {

namespace {

constexpr std::size_t headers_needed = 2;

/// Folded header → field position.
std::map<std::string, std::size_t> header_keys(const table_schema& schema) {
    std::map<std::string, std::size_t> keys;
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const auto& field = schema.fields[i];
        keys.emplace(fold(field.title), i);
        keys.emplace(fold(field.name), i);
        for (const auto& alias : field.aliases) {
            keys.emplace(fold(alias), i);
        }
    }
    return keys;
}

std::size_t as_index(int position) {
    return static_cast<std::size_t>(position);
}

std::optional<std::size_t> field_of(const std::map<std::string, std::size_t>& keys,
                                    const cell_value& header) {
    const auto* text = std::get_if<std::string>(&header);
    if (text == nullptr) {
        return std::nullopt;
    }
    const auto found = keys.find(fold(*text));
    return found == keys.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::optional<table> table::bind(const table_schema& schema, sheet_data data) {
    const auto keys = header_keys(schema);
    const std::size_t needed = std::min(headers_needed, schema.fields.size());
    std::size_t best = needed - 1;
    int header_row = -1;
    for (int row = 0; row < std::min(data.rows(), rows_searched_for_header); ++row) {
        std::vector<bool> seen(schema.fields.size());
        for (int column = 0; column < data.columns(); ++column) {
            if (const auto field = field_of(keys, data.at(row, column))) {
                seen[*field] = true;
            }
        }
        const auto matched = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
        if (matched > best) {
            best = matched;
            header_row = row;
        }
    }
    if (header_row < 0) {
        return std::nullopt;
    }
    table result(schema, std::move(data));
    result.read_headers(header_row);
    return result;
}

void table::read_headers(int header_row) {
    header_row_ = header_row;
    const auto keys = header_keys(*schema_);
    columns_.resize(schema_->fields.size());
    for (int column = 0; column < data_.columns(); ++column) {
        const auto& header = data_.at(header_row, column);
        if (is_empty(header)) {
            continue;
        }
        const auto field = field_of(keys, header);
        if (!field) {
            unknown_.push_back({quoted_value(header), data_.column_numbers[as_index(column)]});
        } else if (columns_[*field]) {
            duplicates_.push_back({*field, data_.column_numbers[as_index(*columns_[*field])],
                                   data_.column_numbers[as_index(column)]});
        } else {
            columns_[*field] = column;
        }
    }
    for (int row = header_row + 1; row < data_.rows(); ++row) {
        for (int column = 0; column < data_.columns(); ++column) {
            if (!is_empty(data_.at(row, column))) {
                rows_.push_back(row);
                break;
            }
        }
    }
}

const cell_value& table::at(std::size_t row, std::size_t field) const {
    static const cell_value nothing;
    const auto& column = columns_[field];
    return column ? data_.at(rows_[row], *column) : nothing;
}

cell_address table::address(std::size_t row, std::size_t field) const {
    const auto& column = columns_[field];
    return {data_.name,
            column ? data_.column_numbers[as_index(*column)] : data_.column_numbers.front(),
            sheet_row(row) - 1};
}

const cell_value& table_row::value(std::string_view field) const {
    const auto& found = table_->at(row_, table_->schema().index(field));
    if (std::holds_alternative<cell_error>(found)) {
        refuse(field, "cell.formula_error");
    }
    return found;
}

std::string table_row::place(std::string_view field) const {
    const auto index = table_->schema().index(field);
    const auto address = table_->address(row_, index);
    return message("cell.place", {{"sheet", address.sheet},
                                  {"cell", address.a1()},
                                  {"column", table_->schema().fields[index].title}});
}

void table_row::refuse(std::string_view field, std::string_view key) const {
    const auto& found = table_->at(row_, table_->schema().index(field));
    throw data_problem(place(field) + message(key, {{"value", quoted_value(found)}}));
}

std::string table_row::text(std::string_view field) const {
    const auto& found = value(field);
    if (const auto* text = std::get_if<std::string>(&found)) {
        return std::string(trim(*text));
    }
    if (const auto* stored = std::get_if<number>(&found)) {
        return stored->text();
    }
    if (const auto* day = std::get_if<date>(&found)) {
        return iso(*day);
    }
    return {};
}

std::optional<money> table_row::amount(std::string_view field) const {
    const auto& found = value(field);
    if (is_empty(found)) {
        return std::nullopt;
    }
    std::optional<money> result;
    if (const auto* stored = std::get_if<number>(&found)) {
        result = stored->amount();
        if (!result) {
            refuse(field, "cell.not_cents");
        }
    } else if (const auto* text = std::get_if<std::string>(&found)) {
        result = parse_amount(*text);
    }
    if (!result || *result > largest_amount) {
        refuse(field, "cell.not_amount");
    }
    if (*result < money()) {
        refuse(field, "cell.negative");
    }
    return result;
}

std::optional<date> table_row::day(std::string_view field) const {
    const auto& found = value(field);
    if (is_empty(found)) {
        return std::nullopt;
    }
    if (const auto* day = std::get_if<date>(&found)) {
        return *day;
    }
    if (const auto* text = std::get_if<std::string>(&found)) {
        if (const auto day = parse_date(*text)) {
            return day;
        }
    }
    refuse(field, "cell.not_date");
}

money table_row::amount_needed(std::string_view field) const {
    const auto found = amount(field);
    if (!found) {
        refuse(field, "cell.empty");
    }
    return *found;
}

date table_row::day_needed(std::string_view field) const {
    const auto found = day(field);
    if (!found) {
        refuse(field, "cell.empty");
    }
    return *found;
}

std::optional<std::int64_t> table_row::integer(std::string_view field) const {
    const auto& found = value(field);
    if (is_empty(found)) {
        return std::nullopt;
    }
    std::optional<std::int64_t> result;
    if (const auto* stored = std::get_if<number>(&found)) {
        result = stored->integer();
    } else if (const auto* text = std::get_if<std::string>(&found)) {
        const auto amount = parse_amount(*text);
        if (amount && amount->cents() % 100 == 0) {
            result = amount->cents() / 100;
        }
    }
    if (!result) {
        refuse(field, "cell.not_integer");
    }
    return result;
}

std::optional<int> table_row::count(std::string_view field, int most) const {
    const auto value = integer(field);
    if (value && (*value < 1 || *value > most)) {
        refuse(field, "cell.not_count");
    }
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

bool table_row::yes(std::string_view field) const {
    const auto& found = value(field);
    if (const auto* stored = std::get_if<number>(&found)) {
        return stored->integer() == 1;
    }
    return parse_yes_no(text(field)).value_or(false);
}

} // namespace octroi::core
