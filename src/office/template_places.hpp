/// @file
/// Finding the place of a problem in the template that is open in Writer, and showing it.
#pragma once

#include "odf/template_place.hpp"
#include "office/view.hpp"

namespace octroi::office {

enum class place_shown {
    yes,
    hidden,   ///< Writer does not show it: a hidden section, a page style that no page has
    gone,     ///< it is not there any more
    elsewhere ///< a property of the document: in no text
};

/// Selects a field or what stands in its place, or the beginning of a section or table, in the
/// document's window, and scrolls there.
place_shown show_place(const controller_ref& controller, const odf::template_place& place);

} // namespace octroi::office
