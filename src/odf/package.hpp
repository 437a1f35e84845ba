/// @file
/// A text document opened from `.odt`, `.ott` or `.fodt`: its XML parts as trees, the rest as it
/// is.
#pragma once

#include "odf/archive.hpp"

#include <pugixml.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

/// The bytes are no text document of this format.
class package_error : public std::runtime_error {
public:
    enum class reason { not_a_text_document, encrypted, damaged };

    package_error(reason why, const std::string& detail) : std::runtime_error(detail), why_(why) {}
    reason why() const { return why_; }

private:
    reason why_;
};

struct text_package {
    pugi::xml_document content;
    pugi::xml_document styles;
    pugi::xml_document meta;
    /// Everything else but `mimetype` and `META-INF/manifest.xml`, in order, as packed.
    std::vector<archive_entry> others;
    /// `META-INF/manifest.xml`, for a plain text document.
    archive_entry manifest;
};

/// Opens a package or a flat file. Thumbnails, signatures and the mark of a template are left out.
/// Throws package_error.
text_package open_text_package(std::string_view bytes);

} // namespace octroi::odf
