#include "odf/tracked_changes.hpp"

#include "odf/xml.hpp"

#include <map>
#include <vector>

namespace octroi::odf {

namespace {

using marks_by_change = std::map<std::string, std::vector<pugi::xml_node>, std::less<>>;

void collect_marks(const pugi::xml_node& node, marks_by_change& marks) {
    for (const auto& child : node.children()) {
        if (const auto id = child.attribute("text:change-id")) {
            marks[id.value()].push_back(child);
        }
        collect_marks(child, marks);
    }
}

/// A deletion is one point, an insertion has two ends.
bool complete(const std::vector<pugi::xml_node>& marks) {
    return name_of(marks.front()) == "text:change" || marks.size() == 2;
}

std::string id_of(const pugi::xml_node& region) {
    const auto id = region.attribute("text:id");
    return (id ? id : region.attribute("xml:id")).value();
}

} // namespace

void settle_tracked_changes(pugi::xml_node part, const copied_changes& copies) {
    auto body = part.first_element_by_path("office:document-content/office:body/office:text");
    auto changes = body.child("text:tracked-changes");
    if (!changes) {
        return;
    }
    std::map<std::string, pugi::xml_node, std::less<>> regions;
    for (const auto& region : changes.children("text:changed-region")) {
        regions.emplace(id_of(region), region);
    }
    for (const auto& [from, to] : copies) {
        if (const auto source = regions.find(from); source != regions.end()) {
            auto region = changes.append_copy(source->second);
            for (const auto* name : {"xml:id", "text:id"}) {
                if (auto id = region.attribute(name)) {
                    id = to.c_str();
                }
            }
            regions.emplace(to, region);
        }
    }
    marks_by_change marks;
    collect_marks(body, marks);
    for (const auto& [id, region] : regions) {
        const auto found = marks.find(id);
        if (found != marks.end() && complete(found->second)) {
            continue;
        }
        changes.remove_child(region);
        if (found != marks.end()) {
            for (auto mark : found->second) {
                mark.parent().remove_child(mark);
            }
        }
    }
    if (!changes.first_child()) {
        body.remove_child(changes);
    }
}

} // namespace octroi::odf
