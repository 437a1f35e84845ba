/// @file
/// The figures of a letter about one application: its amounts, financing plan and payments.
#pragma once

#include "core/document_draft.hpp"
#include "core/spelling.hpp"

#include <vector>

namespace octroi::core {

/// `proposed`: a proposed amount stands in for a vote that is still to come.
void add_file_amounts(document_draft& draft, const table_row& action, bool proposed,
                      const number_speller& spell);

/// `rows` of Financements. Throws data_problem for an amount that cannot be read.
void add_file_financing(document_draft& draft, const std::vector<table_row>& rows);

/// `rows` of Versements; what was paid, what the grant comes to and what has to be given back.
/// Throws data_problem for an amount that cannot be read.
void add_file_payments(document_draft& draft, const table_row& action,
                       const std::vector<table_row>& rows, const number_speller& spell);

} // namespace octroi::core
