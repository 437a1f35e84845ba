/// @file
/// Marks on the cells that findings are about: conditional formats of our own, laid over whatever
/// format, comment or condition the officer gave them, and taken off again without a trace.
#pragma once

#include "core/check/check.hpp"
#include "office/register_reader.hpp"

#include <vector>

namespace octroi::office {

/// Takes off the marks of an earlier check, before anything else is changed. This is not undone:
/// the next check sets them again.
void take_off_marks(const spreadsheet_ref& document);

/// Marks the cells of these findings, earlier marks being off. Protected sheets are left as they
/// are; while there is one, a document that has no such styles yet gets no marks at all.
void mark_findings(const spreadsheet_ref& document,
                   const std::vector<core::check::finding>& findings);

} // namespace octroi::office
