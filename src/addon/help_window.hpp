/// @file
/// The help of the extension, one page in one window of its own.
///
/// The pages are written as LibreOffice help (`extension/help`, .xhp), but are not registered as
/// such: an office whose own help package is not installed lacks the style sheets for them and
/// crashes at F1 (7.4.7). This window is the same with any office.
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
