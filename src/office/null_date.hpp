/// @file
/// Dates as Calc numbers them: days from a document's null date.
#pragma once

#include "core/date.hpp"

#include <com/sun/star/uno/Reference.hxx>
#include <com/sun/star/uno/XInterface.hpp>

#include <optional>

namespace octroi::office {

/// The day that a document counts from; 30 December 1899 for one that does not say.
core::date
null_date_of(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& document);

double serial_of(core::date day, core::date null_date);

/// The day of a date number, its time left aside; nothing outside the years 1 to 9999.
std::optional<core::date> day_of(double serial, core::date null_date);

} // namespace octroi::office
