/// @file
/// A page of the extension's help, written in LibreOffice's own form (`.xhp`), as HTML.
#pragma once

#include <string>
#include <string_view>

namespace octroi::odf {

/// A link to another page becomes the command `org.octroi:help?<page>`, which a window of the
/// office hands to the extension. Nothing for a text that is no page.
std::string help_html(std::string_view xhp);

} // namespace octroi::odf
