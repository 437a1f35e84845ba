/// @file
/// Marks on the cells that findings are about: conditional formats of our own, laid over whatever
/// format, comment or condition the officer gave them, and taken off again without a trace.
#pragma once

#include "core/check/check.hpp"
#include "office/register_reader.hpp"

#include <vector>

namespace octroi::office {

/// Takes off earlier marks and sets those of these findings. Protected sheets are left as they are.
void mark_findings(const spreadsheet_ref& document,
                   const std::vector<core::check::finding>& findings);

} // namespace octroi::office
