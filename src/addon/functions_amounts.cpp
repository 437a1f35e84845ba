// The functions on amounts alone: sharing out, rounding, spelling.
#include "addon/functions.hpp"
#include "addon/functions_arguments.hpp"
#include "core/calc_functions.hpp"
#include "core/compute/apportionment.hpp"
#include "office/number_words.hpp"
#include "office/register_reader.hpp"
#include "office/uno_values.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace compute = core::compute;

namespace {

constexpr core::money cent = core::money::from_cents(1);

core::money unit_of(const uno::Any& value, sal_Int16 position) {
    const function_argument unit(value, position);
    return unit.given() ? unit.amount(cent) : cent;
}

compute::apportion_mode mode_of(const uno::Any& value, sal_Int16 position) {
    const function_argument word(value, position);
    if (!word.given()) {
        return compute::apportion_mode::prorata;
    }
    const auto mode = core::named_apportion_mode(word.text());
    if (!mode) {
        refuse_argument(position);
    }
    return *mode;
}

compute::rounding direction_of(const uno::Any& value, sal_Int16 position) {
    const function_argument word(value, position);
    if (!word.given()) {
        return compute::rounding::nearest;
    }
    const auto direction = core::named_rounding(word.text());
    if (!direction) {
        refuse_argument(position);
    }
    return *direction;
}

/// An empty cell asks for nothing; a text is no request, lest a title be one.
std::vector<core::money> requests_in(const functions::any_rows& rows, sal_Int16 position) {
    std::vector<core::money> requests;
    for (const auto& row : rows) {
        for (const auto& value : row) {
            const auto held = office::cell_of(value);
            const auto* stored = std::get_if<core::number>(&held);
            const auto request = stored == nullptr ? std::nullopt : stored->amount();
            if (core::is_empty(held)) {
                requests.emplace_back();
            } else if (request && *request >= core::money()) {
                requests.push_back(*request);
            } else {
                refuse_argument(position);
            }
        }
    }
    return requests;
}

} // namespace

functions::any_rows SAL_CALL functions::apportion(const any& envelope, const any_rows& requests,
                                                  const any& unit, const any& mode,
                                                  const any& floor) {
    compute::apportion_terms terms;
    terms.envelope = function_argument(envelope, 0).amount(core::money());
    const auto asked = requests_in(requests, 1);
    terms.unit = unit_of(unit, 2);
    terms.mode = mode_of(mode, 3);
    const function_argument least(floor, 4);
    terms.floor = least.given() ? least.amount(core::money()) : core::money();
    std::vector<core::money> shares;
    try {
        shares = compute::apportion(terms, asked);
    } catch (const std::overflow_error&) {
        // The requests make more in all than an amount can be.
        refuse_argument(1);
    }
    std::vector<uno::Sequence<any>> result;
    auto share = shares.begin();
    const auto end = std::min(requests.getLength(), filled_rows(requests) + most_trailing_blanks);
    for (sal_Int32 row = 0; row < end; ++row) {
        std::vector<any> cells;
        for (const auto& request : requests[row]) {
            const bool empty = core::is_empty(office::cell_of(request));
            cells.push_back(empty ? any(rtl::OUString()) : any(office::to_number(*share)));
            ++share;
        }
        result.push_back(office::sequence_of(cells));
    }
    return office::sequence_of(result);
}

double SAL_CALL functions::round(const any& amount, const any& unit, const any& direction) {
    const auto rounded = core::rounded_amount(function_argument(amount, 0).value(),
                                              unit_of(unit, 1), direction_of(direction, 2));
    if (!rounded) {
        refuse_argument(0);
    }
    return office::to_number(*rounded);
}

rtl::OUString SAL_CALL functions::amountInWords(const any& amount) {
    const auto sum = function_argument(amount, 0).amount(core::money());
    const std::lock_guard lock(spelling_);
    if (!speller_) {
        speller_ = office::french_speller(context_);
    }
    return office::to_uno(core::spelled_amount(sum, speller_));
}

} // namespace octroi::addon
