/// @file
/// The help of the extension, one page in one window of its own.
///
/// The pages are LibreOffice help (`extension/help`, .xhp) and are registered as such, but the
/// office only shows them where its own help package with its style sheets is installed; elsewhere
/// its help window stays empty. This window does not depend on it.
#pragma once

#include "office/document_loader.hpp"

#include <string>
#include <string_view>

namespace octroi::addon {

/// `HID:org.octroi.help.control`, as files and models have it, or `org.octroi.help.control`, as a
/// window gives it back → `control`; nothing for another identifier.
std::string help_topic(std::string_view help_id);

/// Opens the page in the language of the office, or shows it in the window that is open. Throws
/// user_error (input) for a page that the extension does not have.
void show_help(const office::context_ref& context, const std::string& topic);

} // namespace octroi::addon
