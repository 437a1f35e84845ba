#include "addon/functions_arguments.hpp"

#include "core/calc_functions.hpp"
#include "core/identifiers.hpp"
#include "core/text.hpp"
#include "office/null_date.hpp"
#include "office/register_reader.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/lang/IllegalArgumentException.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

namespace {

/// Dates beyond these years are typing errors.
constexpr core::date earliest{std::chrono::year{1583}, std::chrono::January, std::chrono::day{1}};
constexpr core::date latest{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

/// A number of Calc, if it is one.
std::optional<double> stored_number(const uno::Any& value) {
    double stored = 0;
    return (value >>= stored) ? std::optional(stored) : std::nullopt;
}

std::optional<std::string> stored_text(const uno::Any& value) {
    rtl::OUString text;
    if (!(value >>= text)) {
        return std::nullopt;
    }
    return std::string(core::trim(office::from_uno(text)));
}

} // namespace

void refuse_argument(sal_Int16 position) {
    throw com::sun::star::lang::IllegalArgumentException(
        "argument " + rtl::OUString::number(position + 1), uno::Reference<uno::XInterface>(),
        position);
}

sal_Int32 filled_rows(const value_rows& rows) {
    const auto blank = [](const uno::Sequence<uno::Any>& row) {
        return std::all_of(row.begin(), row.end(), [](const uno::Any& value) {
            return core::is_empty(office::cell_of(value));
        });
    };
    sal_Int32 count = rows.getLength();
    while (count > 0 && blank(rows[count - 1])) {
        --count;
    }
    return count;
}

function_argument::function_argument(uno::Any value, sal_Int16 position)
    : value_(std::move(value)), position_(position) {
    value_rows rows;
    if (value_ >>= rows) {
        if (rows.getLength() != 1 || rows[0].getLength() != 1) {
            refuse_argument(position);
        }
        value_ = rows[0][0];
    }
}

bool function_argument::empty() const {
    if (const auto text = stored_text(value_)) {
        return text->empty();
    }
    return stored_number(value_).value_or(0) == 0;
}

std::string function_argument::text() const {
    if (empty()) {
        refuse_argument(position_);
    }
    if (const auto text = stored_text(value_)) {
        return *text;
    }
    const auto whole = core::number(*stored_number(value_)).integer();
    if (!whole) {
        refuse_argument(position_);
    }
    return std::to_string(*whole);
}

std::int64_t function_argument::whole(std::int64_t least, std::int64_t most) const {
    const std::string digits = core::compact_identifier(text());
    std::int64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || value < least ||
        value > most) {
        refuse_argument(position_);
    }
    return value;
}

core::date function_argument::day(core::date null_date) const {
    if (empty()) {
        refuse_argument(position_);
    }
    std::optional<core::date> found;
    if (const auto text = stored_text(value_)) {
        found = core::parse_date(*text);
    } else {
        found = office::day_of(*stored_number(value_), null_date);
    }
    if (!found || *found < earliest || *found > latest) {
        refuse_argument(position_);
    }
    return *found;
}

bool function_argument::yes() const {
    if (!given()) {
        return false;
    }
    // An empty cell and FALSE are the same number.
    const auto stored = stored_number(value_);
    const auto meant = stored && *stored == 0 ? std::optional(false) : core::parse_yes_no(text());
    if (!meant) {
        refuse_argument(position_);
    }
    return *meant;
}

core::money function_argument::amount(core::money least) const {
    const auto held = value();
    std::optional<core::money> found;
    if (const auto* text = std::get_if<std::string>(&held)) {
        found = core::parse_amount(*text);
    } else if (const auto* stored = std::get_if<core::number>(&held)) {
        found = stored->amount();
    }
    if (!found || *found < least || *found > core::largest_amount) {
        refuse_argument(position_);
    }
    return *found;
}

core::cell_value function_argument::value() const {
    if (const auto text = stored_text(value_)) {
        return *text;
    }
    const auto stored = stored_number(value_);
    if (!stored) {
        refuse_argument(position_); // left out
    }
    return core::number(*stored);
}

} // namespace octroi::addon
