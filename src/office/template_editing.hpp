/// @file
/// What the author of a template is helped with in Writer: its unit, fields and tables of lists.
/// Each is one step of the undo list.
#pragma once

#include "core/field_catalogue.hpp"
#include "office/view.hpp"

#include <string>

namespace octroi::office {

/// The unit that the open document says it makes (`octroi_unite`); empty if it says none.
std::string template_unit(const component_ref& document);

void set_template_unit(const component_ref& document, const std::string& unit);

/// In place of what is selected; it shows the field's example. Throws user_error where nothing may
/// be inserted.
void insert_field(const controller_ref& controller, const core::catalogue_field& field);

/// A table of the list's name with a row of titles and a row of its usual fields, which will be
/// repeated. Returns the name: a second one has a number. Throws user_error as above.
std::string insert_list(const controller_ref& controller, const core::catalogue_list& list);

} // namespace octroi::office
