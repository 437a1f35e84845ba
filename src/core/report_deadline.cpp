#include "core/report_deadline.hpp"

namespace octroi::core {

namespace {

/// Beyond this a number of months is a typing error.
constexpr int most_months = 600;

} // namespace

std::optional<date> report_deadline(const parameters& settings, date end) {
    const auto months = settings.integer("bilan.mois", end);
    return months && *months >= 0 && *months <= most_months
               ? std::optional(plus_months(end, *months))
               : std::nullopt;
}

} // namespace octroi::core
