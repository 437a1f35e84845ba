/// @file
/// The arguments of the functions in Calc. Each reader throws IllegalArgumentException (Err:502 in
/// the cell) for what is missing, empty or of no use: an empty cell arrives as the number 0.
#pragma once

#include "core/cell.hpp"
#include "core/date.hpp"
#include "core/money.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <cstdint>
#include <string>

namespace octroi::addon {

/// `position`: of the argument in its method, from 0.
[[noreturn]] void refuse_argument(sal_Int16 position);

using value_rows =
    com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<com::sun::star::uno::Any>>;

/// The rows up to the last that holds anything.
sal_Int32 filled_rows(const value_rows& rows);

/// Of the blank rows below the last filled one, how many an array keeps: Calc takes time by their
/// square (20 ms for these, minutes for a whole column).
inline constexpr sal_Int32 most_trailing_blanks = 10'000;

class function_argument {
public:
    /// A range of one cell counts as its cell.
    function_argument(com::sun::star::uno::Any value, sal_Int16 position);

    /// Not left out.
    bool given() const { return value_.hasValue(); }
    /// Left out, an empty cell or an empty text.
    bool empty() const;

    /// Trimmed; a whole number is written with its digits.
    std::string text() const;
    /// A number, or its digits as text, spaces between them.
    std::int64_t whole(std::int64_t least, std::int64_t most) const;
    /// A date number of the document, or a date as text (« 11/07/2016 »).
    core::date day(core::date null_date) const;
    bool yes() const;
    /// A number, or a text that is one amount only, from `least` on: whole cents, 10^12 euros at
    /// most. An empty cell counts as zero, as in any formula.
    core::money amount(core::money least) const;
    /// A number or a text, as a cell holds it.
    core::cell_value value() const;

private:
    com::sun::star::uno::Any value_;
    sal_Int16 position_;
};

} // namespace octroi::addon
