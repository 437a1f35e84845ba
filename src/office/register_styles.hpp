/// @file
/// The cell and page styles of a new register: one look, in one place.
#pragma once

#include "core/schema.hpp"
#include "office/register_reader.hpp"

#include <rtl/ustring.hxx>

namespace octroi::office {

/// Creates the styles in the document.
void add_register_styles(const spreadsheet_ref& document);

/// Style of a column's header, by what the user is to do with it.
rtl::OUString header_style(core::field_status status);

/// Style of a column's cells, by type; computed columns have a grey ground.
rtl::OUString cell_style(const core::table_field& field);

/// Styles of the front sheet.
inline constexpr const char* title_style = "Octroi Titre";
inline constexpr const char* subtitle_style = "Octroi Sous-titre";
inline constexpr const char* heading_style = "Octroi Intertitre";
inline constexpr const char* note_style = "Octroi Note";
inline constexpr const char* warning_style = "Octroi Avertissement";

/// Landscape A4, one page wide.
inline constexpr const char* page_style = "Octroi Page";
/// The same, three pages wide, for the tables of many columns.
inline constexpr const char* wide_page_style = "Octroi Page large";

} // namespace octroi::office
