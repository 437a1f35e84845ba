/// @file
/// What the officer is told of something that went wrong.
#pragma once

#include <string>

namespace octroi::addon {

/// Of the exception being handled, within its catch block: a user_error's own text, or that a fault
/// of ours happened, which is logged too. Throws on what is no exception of UNO's or the standard.
std::string fault_text();

} // namespace octroi::addon
