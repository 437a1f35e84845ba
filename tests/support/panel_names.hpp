/// @file
/// The controls that the panels of the sidebar declare, as their code has them: a control itself
/// does not know its name.
#pragma once

#include <set>
#include <string>

namespace octroi::test {

std::set<std::string> declared_controls();

} // namespace octroi::test
