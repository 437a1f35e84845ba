/// @file
/// What must differ between the copies of a repeated block: names and ids, which are unique in a
/// document, and what refers to them.
#pragma once

#include <pugixml.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace octroi::odf {

/// Tracked changes whose marks were copied under another id: (id, new id), in the order of copying.
using copied_changes = std::vector<std::pair<std::string, std::string>>;

/// Puts a number behind the names and ids below a copy, in a form that names in a template
/// (« actions_2 ») do not have, and behind the references from inside the copy to them.
void number_names(pugi::xml_node copy, std::size_t number, copied_changes& changes);

/// Lets the numbering go on from copy to copy where the pattern has a list of one item: « 1. Action
/// A », « 2. Action B ». A list of several items begins anew in each copy; so does one whose item
/// restarts. A list that continues another is left alone.
class list_continuation {
public:
    /// Marks such lists in the pattern. `repeat` is the number of the repeated block.
    list_continuation(const std::vector<pugi::xml_node>& pattern, std::size_t repeat);

    /// Joins the lists of one merged copy to those of the first.
    void join(pugi::xml_node copy);

private:
    void join(pugi::xml_node list, const std::string& mark);

    std::map<std::string, std::string> first_; ///< mark → id of the list in the first copy
    std::size_t repeat_;
    std::size_t marked_ = 0;
};

} // namespace octroi::odf
