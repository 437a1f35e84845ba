/// @file
/// A register while it is checked: each cell read as its column wants it, once. What cannot be read
/// is reported by the checks of values and then reads as nothing, so that the rules speak of sound
/// values only: one message for one cause.
#pragma once

#include "core/check/check_request.hpp"
#include "core/entities.hpp"
#include "core/parameters.hpp"
#include "core/register.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace octroi::core::check {

/// Position of a column in its table's schema.
using field = std::size_t;

class checked_sheet;

/// A row of a checked sheet. A value is nothing where the cell is empty, its column missing or its
/// content unreadable.
class checked_row {
public:
    checked_row(const checked_sheet& of, std::size_t position) : sheet_(&of), position_(position) {}

    const checked_sheet& of() const { return *sheet_; }
    std::size_t position() const { return position_; }
    /// The row's number as Calc shows it.
    int line() const;

    const cell_value& raw(field column) const;
    /// The column is there and the cell empty (formula errors are not empty).
    bool blank(field column) const;
    /// The cell holds something, readable or not.
    bool filled(field column) const;
    /// The cell's content has been reported as unreadable.
    bool unreadable(field column) const;

    /// Ends trimmed; a number as typed (« 92050 »), a date in ISO form; empty for nothing.
    std::string text(field column) const;
    /// In whole cents; zero or more, but in a signed column.
    std::optional<money> amount(field column) const;
    std::optional<date> day(field column) const;
    std::optional<std::int64_t> whole(field column) const;
    /// A rate or another exact number.
    std::optional<rate> ratio(field column) const;
    std::optional<bool> yes(field column) const;
    /// The value of a closed list as the schema spells it; empty for nothing.
    std::string_view choice(field column) const;
    /// The row that a reference names.
    std::optional<checked_row> target(field column) const;

    bool operator==(const checked_row& other) const {
        return sheet_ == other.sheet_ && position_ == other.position_;
    }

private:
    const checked_sheet* sheet_;
    std::size_t position_;
};

class checked_sheet {
public:
    explicit checked_sheet(const table& source, int order);

    const table& source() const { return *source_; }
    const table_schema& schema() const { return source_->schema(); }
    /// Position of the sheet in the workbook.
    int order() const { return order_; }

    /// Throws std::out_of_range for a field the schema does not have (a bug of ours).
    field column(std::string_view name) const { return schema().index(name); }
    bool has(field column) const { return source_->has(column); }

    class iterator {
    public:
        iterator(const checked_sheet& of, std::size_t at) : sheet_(&of), at_(at) {}
        checked_row operator*() const { return {*sheet_, sheet_->rows_[at_]}; }
        iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator!=(const iterator& other) const { return at_ != other.at_; }

    private:
        const checked_sheet* sheet_;
        std::size_t at_;
    };

    /// The rows that hold data, subtotals left out.
    iterator begin() const { return {*this, 0}; }
    iterator end() const { return {*this, rows_.size()}; }
    std::size_t size() const { return rows_.size(); }

    // What the first passes find out.
    void leave_out(const std::vector<std::size_t>& positions);
    void mark_unreadable(const checked_row& row, field column);
    void choose(const checked_row& row, field column, std::size_t allowed);
    void resolve(const checked_row& row, field column, const checked_row& target);

private:
    friend class checked_row;

    bool marked(std::size_t row, field column) const {
        return unreadable_[row * schema().fields.size() + column];
    }

    const table* source_;
    int order_;
    std::vector<std::size_t> rows_;
    std::vector<bool> unreadable_;
    /// By column, for lists: position in the schema's list by row, -1 for none.
    std::vector<std::vector<std::int16_t>> choices_;
    /// By column, for references: row of the other sheet by row, -1 for none.
    std::vector<std::vector<std::int32_t>> targets_;
    std::vector<const checked_sheet*> target_sheets_;
};

class checked_register {
public:
    /// Both must outlive it.
    checked_register(const register_book& book, const check_request& request);

    const register_book& book() const { return *book_; }
    const parameters& settings() const { return settings_; }
    /// The day of the analysis.
    date as_of() const { return as_of_; }
    const check_request& request() const { return *request_; }
    const entities& places() const { return places_; }

    bool has(std::string_view table) const { return book_->find(table) != nullptr; }
    /// The sheet of a table; one without rows if the register lacks it.
    const checked_sheet& sheet(std::string_view table) const;
    /// In the order of the workbook.
    const std::vector<checked_sheet*>& sheets() const { return in_order_; }

    /// The rows of `table` whose reference `column` names `target`: its financings, its payments…
    /// (in their order).
    std::vector<checked_row> rows_of(const checked_row& target, std::string_view table,
                                     std::string_view column) const;

    /// The row of Communes for a name, alias or INSEE code.
    std::optional<checked_row> place(std::string_view name) const;
    /// The rows of Communes that a list of codes or names means (« 92062,92026 »), unknown ones
    /// left out.
    std::vector<checked_row> places_in(const checked_row& row, field column) const;

private:
    /// Rows by the row they name: those of target `t` are rows[starts[t] … starts[t + 1]].
    struct children {
        std::vector<std::uint32_t> starts;
        std::vector<std::uint32_t> rows;
    };

    const children& children_of(const checked_sheet& parent, std::string_view table,
                                std::string_view column) const;

    const register_book* book_;
    const check_request* request_;
    parameters settings_;
    date as_of_;
    entities places_;
    std::map<std::string, std::unique_ptr<checked_sheet>, std::less<>> sheets_;
    std::vector<checked_sheet*> in_order_;
    mutable std::map<std::pair<std::string, std::string>, children, std::less<>> children_;
};

/// The items of a list in one cell: « 92062,92026 ».
std::vector<std::string> listed(std::string_view text);

} // namespace octroi::core::check
