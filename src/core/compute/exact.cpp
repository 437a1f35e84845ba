#include "core/compute/exact.hpp"

#include <limits>
#include <stdexcept>

namespace octroi::core::compute {

namespace {

using boost::multiprecision::cpp_int;

std::int64_t narrow(const cpp_int& value) {
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min()) {
        throw std::overflow_error("amount or rate beyond 64 bits");
    }
    return static_cast<std::int64_t>(value);
}

} // namespace

exact exact_from(money amount) {
    return {amount.cents()};
}

exact exact_from(rate value) {
    return {value.numerator(), value.denominator()};
}

money rounded(const exact& amount, money unit, rounding how) {
    if (amount < 0) {
        throw std::domain_error("rounding of a negative amount");
    }
    return rounded_signed(amount, unit, how);
}

money rounded_signed(const exact& amount, money unit, rounding how) {
    if (unit <= money()) {
        throw std::domain_error("rounding to a unit that is not positive");
    }
    const cpp_int step = denominator(amount) * unit.cents();
    const cpp_int whole = abs(numerator(amount));
    const cpp_int count =
        how == rounding::down ? cpp_int(whole / step) : cpp_int((2 * whole + step) / (2 * step));
    const cpp_int cents = count * unit.cents();
    return money::from_cents(narrow(amount < 0 ? cpp_int(-cents) : cents));
}

rate rate_from(const exact& value) {
    return {narrow(numerator(value)), narrow(denominator(value))};
}

bool whole_cents(const exact& amount) {
    return denominator(amount) == 1;
}

} // namespace octroi::core::compute
