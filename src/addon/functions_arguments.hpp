/// @file
/// The arguments of the functions in Calc. Each reader throws IllegalArgumentException (Err:502 in
/// the cell) for what is missing, empty or of no use: an empty cell arrives as the number 0.
#pragma once

#include "core/date.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <cstdint>
#include <string>

namespace octroi::addon {

/// `position`: of the argument in its method, from 0.
[[noreturn]] void refuse_argument(sal_Int16 position);

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

private:
    com::sun::star::uno::Any value_;
    sal_Int16 position_;
};

} // namespace octroi::addon
