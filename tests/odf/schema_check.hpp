/// @file
/// Validation against the RELAX NG schema of ODF 1.3.
#pragma once

#include <string>
#include <vector>

namespace octroi::test {

/// What xmllint says of these XML parts, empty if all are valid. `name` is that of a folder to work
/// in.
std::string schema_faults(const std::string& name, const std::vector<std::string>& parts);

} // namespace octroi::test
