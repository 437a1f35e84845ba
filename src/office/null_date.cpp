#include "office/null_date.hpp"

#include "core/cell.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/util/Date.hpp>

#include <cmath>

namespace octroi::office {

namespace uno = com::sun::star::uno;

namespace {

/// Serials beyond these are no dates of the Gregorian calendar in years 1 to 9999.
constexpr double smallest_serial = -693594;
constexpr double largest_serial = 2958465;

} // namespace

core::date null_date_of(const uno::Reference<uno::XInterface>& document) {
    const uno::Reference<com::sun::star::beans::XPropertySet> settings(document, uno::UNO_QUERY);
    com::sun::star::util::Date day;
    if (!settings.is() || !(settings->getPropertyValue("NullDate") >>= day)) {
        return core::usual_null_date;
    }
    return core::date{std::chrono::year{day.Year},
                      std::chrono::month{static_cast<unsigned>(day.Month)},
                      std::chrono::day{static_cast<unsigned>(day.Day)}};
}

double serial_of(core::date day, core::date null_date) {
    return static_cast<double>(core::days_since_epoch(day) - core::days_since_epoch(null_date));
}

std::optional<core::date> day_of(double serial, core::date null_date) {
    const double days = std::floor(serial);
    // Written so that it refuses what is no number, too.
    if (!(days >= smallest_serial && days <= largest_serial)) {
        return std::nullopt;
    }
    return core::plus_days(null_date, static_cast<int>(days));
}

} // namespace octroi::office
