/// @file
/// JSON as the product writes it: indented by two spaces, keys in the order of insertion.
#pragma once

#include <boost/json/value.hpp>

#include <string>

namespace octroi::core {

std::string indented(const boost::json::value& value);

} // namespace octroi::core
