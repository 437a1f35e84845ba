/// @file
/// Recalculation in Calc: OCTROI.SUBVENTIONS over a table against built-in formulas filled down.
#pragma once

#include "office/document_loader.hpp"

/// Prints the medians of three recalculations of `rows` rows. The office must run with the
/// extension.
void time_functions(const octroi::office::context_ref& context, int rows);
