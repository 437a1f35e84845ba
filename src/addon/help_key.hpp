/// @file
/// F1 in the windows of the extension.
#pragma once

#include "office/document_loader.hpp"

namespace octroi::addon {

/// From now on F1 opens the page that the control with the focus, or its window, names in its
/// `HelpURL` (`HID:org.octroi.help.<page>`); F1 elsewhere stays the office's. For whatever shows a
/// panel or a dialog; once is enough, more does no harm.
void watch_help_key(const office::context_ref& context);

} // namespace octroi::addon
