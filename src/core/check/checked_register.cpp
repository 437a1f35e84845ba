#include "core/check/checked_register.hpp"

#include "core/analysis_day.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace octroi::core::check {

namespace {

/// A sheet that holds its header alone.
table header_alone(const table_schema& schema) {
    sheet_data data;
    data.name = schema.title;
    data.row_numbers = {0};
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        data.column_numbers.push_back(static_cast<int>(i));
        data.cells.emplace_back(schema.fields[i].title);
    }
    return table::bind(schema, std::move(data)).value();
}

/// Stand for the tables a register lacks.
const std::map<std::string, table, std::less<>>& empty_tables() {
    static const auto tables = [] {
        std::map<std::string, table, std::less<>> made;
        for (const auto& schema : all_schemas()) {
            made.emplace(schema.name, header_alone(schema));
        }
        return made;
    }();
    return tables;
}

} // namespace

int checked_row::line() const {
    return sheet_->source().sheet_row(position_);
}

const cell_value& checked_row::raw(field column) const {
    return sheet_->source().at(position_, column);
}

bool checked_row::blank(field column) const {
    return sheet_->has(column) && is_empty(raw(column));
}

bool checked_row::filled(field column) const {
    return !is_empty(raw(column));
}

bool checked_row::unreadable(field column) const {
    return sheet_->marked(position_, column);
}

std::string checked_row::text(field column) const {
    if (unreadable(column)) {
        return {};
    }
    const auto& held = raw(column);
    if (const auto* text = std::get_if<std::string>(&held)) {
        return std::string(trim(*text));
    }
    if (const auto* stored = std::get_if<number>(&held)) {
        return stored->text();
    }
    if (const auto* day = std::get_if<date>(&held)) {
        return iso(*day);
    }
    return {};
}

std::optional<money> checked_row::amount(field column) const {
    if (unreadable(column)) {
        return std::nullopt;
    }
    const auto& held = raw(column);
    if (const auto* stored = std::get_if<number>(&held)) {
        return stored->amount();
    }
    const auto* text = std::get_if<std::string>(&held);
    return text == nullptr ? std::nullopt : parse_amount(*text);
}

std::optional<date> checked_row::day(field column) const {
    if (unreadable(column)) {
        return std::nullopt;
    }
    const auto& held = raw(column);
    if (const auto* day = std::get_if<date>(&held)) {
        return *day;
    }
    const auto* text = std::get_if<std::string>(&held);
    return text == nullptr ? std::nullopt : parse_date(*text);
}

std::optional<std::int64_t> checked_row::whole(field column) const {
    if (unreadable(column)) {
        return std::nullopt;
    }
    const auto& held = raw(column);
    if (const auto* stored = std::get_if<number>(&held)) {
        return stored->integer();
    }
    if (const auto* text = std::get_if<std::string>(&held)) {
        const auto amount = parse_amount(*text);
        if (amount && amount->cents() % 100 == 0) {
            return amount->cents() / 100;
        }
    }
    return std::nullopt;
}

std::optional<rate> checked_row::ratio(field column) const {
    if (unreadable(column)) {
        return std::nullopt;
    }
    const auto& held = raw(column);
    if (const auto* stored = std::get_if<number>(&held)) {
        return stored->ratio();
    }
    const auto* text = std::get_if<std::string>(&held);
    return text == nullptr ? std::nullopt : parse_rate(*text);
}

std::optional<bool> checked_row::yes(field column) const {
    if (unreadable(column) || !filled(column)) {
        return std::nullopt;
    }
    return parse_yes_no(text(column));
}

std::string_view checked_row::choice(field column) const {
    const auto& chosen = sheet_->choices_[column];
    if (chosen.empty() || chosen[position_] < 0) {
        return {};
    }
    return sheet_->schema().fields[column].allowed[static_cast<std::size_t>(chosen[position_])];
}

std::optional<checked_row> checked_row::target(field column) const {
    const auto& resolved = sheet_->targets_[column];
    if (resolved.empty() || resolved[position_] < 0) {
        return std::nullopt;
    }
    return checked_row(*sheet_->target_sheets_[column],
                       static_cast<std::size_t>(resolved[position_]));
}

checked_sheet::checked_sheet(const table& source, int order)
    : source_(&source), order_(order), unreadable_(source.size() * source.schema().fields.size()),
      choices_(source.schema().fields.size()), targets_(source.schema().fields.size()),
      target_sheets_(source.schema().fields.size()) {
    rows_.reserve(source.size());
    for (std::size_t i = 0; i < source.size(); ++i) {
        rows_.push_back(i);
    }
}

void checked_sheet::leave_out(const std::vector<std::size_t>& positions) {
    std::erase_if(rows_, [&](std::size_t row) {
        return std::binary_search(positions.begin(), positions.end(), row);
    });
}

void checked_sheet::mark_unreadable(const checked_row& row, field column) {
    unreadable_[row.position() * schema().fields.size() + column] = true;
}

void checked_sheet::choose(const checked_row& row, field column, std::size_t allowed) {
    auto& chosen = choices_[column];
    if (chosen.empty()) {
        chosen.assign(source_->size(), -1);
    }
    chosen[row.position()] = static_cast<std::int16_t>(allowed);
}

void checked_sheet::resolve(const checked_row& row, field column, const checked_row& target) {
    auto& resolved = targets_[column];
    if (resolved.empty()) {
        resolved.assign(source_->size(), -1);
    }
    resolved[row.position()] = static_cast<std::int32_t>(target.position());
    target_sheets_[column] = &target.of();
}

checked_register::checked_register(const register_book& book, const check_request& request)
    : book_(&book), request_(&request), settings_(book, unreadable_setting::ignored),
      as_of_(day_of_analysis(settings_, request.as_of)), places_(book) {
    const auto& names = book.sheets();
    for (const auto* source : book.tables()) {
        const auto order = std::find(names.begin(), names.end(), source->sheet()) - names.begin();
        auto added = std::make_unique<checked_sheet>(*source, static_cast<int>(order));
        in_order_.push_back(added.get());
        sheets_.emplace(source->schema().name, std::move(added));
    }
    for (const auto& [name, empty] : empty_tables()) {
        if (!sheets_.contains(name)) {
            sheets_.emplace(name, std::make_unique<checked_sheet>(empty, 0));
        }
    }
}

const checked_sheet& checked_register::sheet(std::string_view table) const {
    const auto found = sheets_.find(table);
    if (found == sheets_.end()) {
        throw std::out_of_range("no table " + std::string(table));
    }
    return *found->second;
}

const checked_register::children& checked_register::children_of(const checked_sheet& parent,
                                                                std::string_view table,
                                                                std::string_view column) const {
    const std::pair key{std::string(table), std::string(column)};
    if (const auto known = children_.find(key); known != children_.end()) {
        return known->second;
    }
    auto& index = children_[key];
    const auto& child = sheet(table);
    const field reference = child.column(column);
    const auto position = [](std::size_t row) { return static_cast<std::uint32_t>(row); };
    index.starts.assign(parent.source().size() + 2, 0);
    for (const auto row : child) {
        if (const auto target = row.target(reference); target && &target->of() == &parent) {
            ++index.starts[target->position() + 2];
        }
    }
    for (std::size_t i = 2; i < index.starts.size(); ++i) {
        index.starts[i] += index.starts[i - 1];
    }
    index.rows.resize(index.starts.back());
    for (const auto row : child) {
        if (const auto target = row.target(reference); target && &target->of() == &parent) {
            index.rows[index.starts[target->position() + 1]++] = position(row.position());
        }
    }
    return index;
}

std::vector<checked_row> checked_register::rows_of(const checked_row& target,
                                                   std::string_view table,
                                                   std::string_view column) const {
    const auto& index = children_of(target.of(), table, column);
    const auto& child = sheet(table);
    std::vector<checked_row> found;
    for (auto i = index.starts[target.position()]; i < index.starts[target.position() + 1]; ++i) {
        found.emplace_back(child, index.rows[i]);
    }
    return found;
}

std::optional<checked_row> checked_register::place(std::string_view name) const {
    const auto* found = places_.find(name);
    return found == nullptr ? std::nullopt
                            : std::optional(checked_row(sheet("communes"), found->position()));
}

std::vector<checked_row> checked_register::places_in(const checked_row& row, field column) const {
    std::vector<checked_row> found;
    for (const auto& item : listed(row.text(column))) {
        if (auto known = place(item)) {
            found.push_back(*known);
        }
    }
    return found;
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> items;
    while (!text.empty()) {
        const auto end = text.find_first_of(",;/");
        if (const auto item = trim(text.substr(0, end)); !item.empty()) {
            items.emplace_back(item);
        }
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return items;
}

} // namespace octroi::core::check
