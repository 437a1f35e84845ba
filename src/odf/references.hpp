/// @file
/// References to headings, paragraphs, notes and numbered captions: right in what is written,
/// though Writer has not laid it out yet.
///
/// A reference to a bookmark or mark gets the text for its format: the number (with the levels
/// above that differ, without or with all of them), the chapter's number, or the text. So do
/// captions (« Tableau 2 ») and references to them. What only the layout tells (page, above, below)
/// stays as the template has it: Writer computes it when it opens the document.
#pragma once

#include "odf/numbering.hpp"

#include <pugixml.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

/// A reference to something that is not there.
struct dangling_reference {
    std::string key;   ///< kind and name of the target
    std::string name;  ///< of the target
    std::string place; ///< beginning of the paragraph that holds the reference
};

/// Whether a part holds references or numbered captions.
bool has_references(const pugi::xml_node& part);

/// The targets of references in a part: what is referred to, by kind and name, and the text of its
/// paragraph.
class reference_targets {
public:
    void read(const pugi::xml_node& part);

    /// The target of a reference, or null.
    const pugi::xml_node* find(const pugi::xml_node& reference) const;
    const pugi::xml_node* find(std::string_view key) const;

private:
    std::map<std::string, pugi::xml_node, std::less<>> targets_;
};

/// The references of a part whose target is not among these.
std::vector<dangling_reference> dangling_references(const pugi::xml_node& part,
                                                    const reference_targets& targets);

/// Brings the captions and references of a part up to date.
void update_references(const pugi::xml_node& part, const reference_targets& targets,
                       const numbering& numbers);

/// The text of a paragraph that a reader sees, without notes and frames.
std::string shown_text(const pugi::xml_node& paragraph);

} // namespace octroi::odf
