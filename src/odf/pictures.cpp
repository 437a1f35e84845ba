#include "odf/pictures.hpp"

#include "odf/xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace octroi::odf {

namespace {

/// « 3.5cm »
struct length {
    double value = 0;
    std::string_view unit;
};

std::optional<length> length_in(std::string_view text) {
    length read;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read.value);
    if (error != std::errc() || read.value <= 0) {
        return std::nullopt;
    }
    read.unit = text.substr(static_cast<std::size_t>(end - text.data()));
    return read;
}

std::string text_of(double value, std::string_view unit) {
    std::array<char, 32> digits{};
    const int written = std::snprintf(digits.data(), digits.size(), "%.3f", value);
    return std::string(digits.data(), static_cast<std::size_t>(written)) + std::string(unit);
}

/// Shrinks one side of the frame to the picture's proportions.
void fit(pugi::xml_node frame, const core::picture& picture) {
    auto width = frame.attribute("svg:width");
    auto height = frame.attribute("svg:height");
    const auto box_width = length_in(width.value());
    const auto box_height = length_in(height.value());
    if (!box_width || !box_height || box_width->unit != box_height->unit || picture.width == 0 ||
        picture.height == 0) {
        return;
    }
    const double proportion =
        static_cast<double>(picture.width) / static_cast<double>(picture.height);
    if (box_width->value > box_height->value * proportion) {
        width = text_of(box_height->value * proportion, box_height->unit).c_str();
    } else {
        height = text_of(box_width->value / proportion, box_width->unit).c_str();
    }
    // Sizes in per cent of the page would win over these.
    frame.remove_attribute("style:rel-width");
    frame.remove_attribute("style:rel-height");
}

} // namespace

void picture_changes::show(pugi::xml_node frame, const core::picture& picture) {
    const std::string path = "Pictures/" + picture.digest + "." + std::string(picture.extension());
    // One frame may hold the same picture in several formats.
    auto image = frame.child("draw:image");
    while (auto other = image.next_sibling("draw:image")) {
        frame.remove_child(other);
    }
    replaced_.insert(image.attribute("xlink:href").value());
    image.remove_child("office:binary-data");
    for (const auto* told : {"xlink:href", "xlink:type", "xlink:show", "xlink:actuate",
                             "draw:mime-type", "loext:mime-type", "draw:filter-name"}) {
        image.remove_attribute(told);
    }
    image.append_attribute("xlink:href") = path.c_str();
    image.append_attribute("xlink:type") = "simple";
    image.append_attribute("xlink:show") = "embed";
    image.append_attribute("xlink:actuate") = "onLoad";
    fit(frame, picture);
    added_.emplace(path, &picture);
}

void picture_changes::pack(std::vector<archive_entry>& entries, archive_entry& manifest,
                           const std::vector<std::string_view>& parts) const {
    pugi::xml_document document;
    parse_part(document, unpacked(manifest));
    auto root = document.child("manifest:manifest");
    for (const auto& path : replaced_) {
        const bool used = std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
            return part.find("\"" + path + "\"") != std::string_view::npos;
        });
        if (!used) {
            std::erase_if(entries, [&](const auto& entry) { return entry.name == path; });
            root.remove_child(root.find_child_by_attribute("manifest:full-path", path.c_str()));
        }
    }
    for (const auto& [path, picture] : added_) {
        const bool there = std::any_of(entries.begin(), entries.end(),
                                       [&](const auto& entry) { return entry.name == path; });
        if (there) {
            continue;
        }
        // Only an SVG can still be made smaller.
        entries.push_back(
            packed_entry(path, picture->bytes, picture->format != core::picture_format::svg));
        auto entry = root.append_child("manifest:file-entry");
        entry.append_attribute("manifest:full-path") = path.c_str();
        entry.append_attribute("manifest:media-type") = std::string(picture->media_type()).c_str();
    }
    manifest = packed_entry(manifest.name, serialized(document));
}

} // namespace octroi::odf
