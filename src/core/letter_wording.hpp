/// @file
/// How a letter addresses its reader and names its writer.
#pragma once

#include "core/record.hpp"

#include <string>
#include <string_view>

namespace octroi::core {

/// « MB » of « M. B. », « JD » of « Mme Jeanne DURAND ».
std::string initials_of(std::string_view name);

/// The fields of the address, the salutation and the closing, from the families « commune » and
/// « beneficiaire », which are filled already.
void add_addressee(record& data);

} // namespace octroi::core
