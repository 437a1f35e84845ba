/// @file
/// How the cells and pages of the sheet Synthèse look.
#pragma once

#include "office/register_reader.hpp"
#include "office/summary_plan.hpp"

#include <rtl/ustring.hxx>

namespace octroi::office {

inline constexpr const char* summary_page_style = "Octroi Page Synthese";

inline constexpr sal_Int32 summary_margin = 1000; ///< of its page, 1/100 mm

/// Creates the styles, once. False if the document has none and can be given none.
bool add_summary_styles(const spreadsheet_ref& document);

/// « Octroi Synthese Montant ».
rtl::OUString summary_style(cell_look look);

/// The number format of a look, in French notation; null for a text's.
const char* number_format_of(cell_look look);

} // namespace octroi::office
