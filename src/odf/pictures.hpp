/// @file
/// Pictures of a template that the document's own take the place of.
///
/// A frame whose name is an image of the catalogue (« image_logo », « image_logo_2 ») keeps its
/// name, anchor and position. Its size is the box that the new picture must fit into: the picture
/// keeps its own proportions, so one side of the frame may shrink. An SVG, whose proportions are
/// not read, gets the whole box. The template's picture stays where the record has none.
#pragma once

#include "core/picture.hpp"
#include "odf/archive.hpp"

#include <pugixml.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

class picture_changes {
public:
    /// Shows the picture in a frame that holds another.
    void show(pugi::xml_node frame, const core::picture& picture);

    bool any() const { return !added_.empty(); }

    /// Adds the new pictures to the document's entries and takes out those of the template that no
    /// part refers to any more; brings the manifest up to date.
    void pack(std::vector<archive_entry>& entries, archive_entry& manifest,
              const std::vector<std::string_view>& parts) const;

private:
    std::map<std::string, const core::picture*> added_; ///< by path
    std::set<std::string> replaced_;                    ///< paths
};

} // namespace octroi::odf
