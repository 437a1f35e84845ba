#include "odf/package.hpp"

#include "core/base64.hpp"
#include "core/picture.hpp"
#include "odf/xml.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace octroi::odf {

namespace {

using reason = package_error::reason;

constexpr std::string_view text_type = "application/vnd.oasis.opendocument.text";
constexpr std::string_view template_type = "application/vnd.oasis.opendocument.text-template";

bool is_text_type(std::string_view type) {
    return type == text_type || type == template_type;
}

/// Copies the root's namespaces, version and the named children into a part's root.
void split_part(const pugi::xml_node& flat, pugi::xml_document& part, const char* root_name,
                std::initializer_list<std::string_view> children) {
    auto root = part.append_child(root_name);
    for (const auto& attribute : flat.attributes()) {
        if (std::string_view(attribute.name()) != "office:mimetype") {
            root.append_copy(attribute);
        }
    }
    for (const auto& child : flat.children()) {
        const auto name = name_of(child);
        if (std::find(children.begin(), children.end(), name) != children.end()) {
            root.append_copy(child);
        }
    }
}

/// The pictures that a flat part carries as text, each made an entry of its own, once.
void take_out_pictures(pugi::xml_node node, std::vector<archive_entry>& pictures,
                       std::map<std::string, std::string>& types) {
    for (auto child : node.children()) {
        const auto data = child.child("office:binary-data");
        if (name_of(child) != "draw:image" || !data) {
            take_out_pictures(child, pictures, types);
            continue;
        }
        const auto picture = core::read_picture(core::from_base64(data.text().get()).value_or(""));
        if (!picture) {
            continue; // of another format: left where it is
        }
        const std::string path =
            "Pictures/" + picture->digest + "." + std::string(picture->extension());
        child.remove_child(data);
        child.append_attribute("xlink:href") = path.c_str();
        child.append_attribute("xlink:type") = "simple";
        child.append_attribute("xlink:show") = "embed";
        child.append_attribute("xlink:actuate") = "onLoad";
        if (types.emplace(path, picture->media_type()).second) {
            pictures.push_back(
                packed_entry(path, picture->bytes, picture->format != core::picture_format::svg));
        }
    }
}

/// `pictures`: path → media type.
std::string manifest_of_flat(bool settings, const std::map<std::string, std::string>& pictures) {
    pugi::xml_document document;
    auto root = document.append_child("manifest:manifest");
    root.append_attribute("xmlns:manifest") = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    root.append_attribute("manifest:version") = "1.3";
    const auto add = [&](const char* path, std::string_view type) {
        auto entry = root.append_child("manifest:file-entry");
        entry.append_attribute("manifest:full-path") = path;
        if (std::string_view(path) == "/") {
            entry.append_attribute("manifest:version") = "1.3";
        }
        entry.append_attribute("manifest:media-type") = std::string(type).c_str();
    };
    add("/", text_type);
    for (const auto* path : {"content.xml", "styles.xml", "meta.xml"}) {
        add(path, "text/xml");
    }
    if (settings) {
        add("settings.xml", "text/xml");
    }
    for (const auto& [path, type] : pictures) {
        add(path.c_str(), type);
    }
    return serialized(document);
}

text_package open_flat(std::string_view bytes) {
    pugi::xml_document document;
    if (!parse_part(document, bytes)) {
        const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        const bool xml = first != std::string_view::npos && bytes[first] == '<';
        throw package_error(xml ? reason::damaged : reason::not_a_text_document,
                            "flat ODF: not well-formed");
    }
    const auto flat = document.child("office:document");
    if (!flat || !is_text_type(attribute_of(flat, "office:mimetype"))) {
        throw package_error(reason::not_a_text_document, "flat ODF: no text document");
    }
    text_package package;
    split_part(
        flat, package.content, "office:document-content",
        {"office:scripts", "office:font-face-decls", "office:automatic-styles", "office:body"});
    split_part(flat, package.styles, "office:document-styles",
               {"office:font-face-decls", "office:styles", "office:automatic-styles",
                "office:master-styles"});
    split_part(flat, package.meta, "office:document-meta", {"office:meta"});
    const bool settings = static_cast<bool>(flat.child("office:settings"));
    if (settings) {
        pugi::xml_document part;
        split_part(flat, part, "office:document-settings", {"office:settings"});
        package.others.push_back(packed_entry("settings.xml", serialized(part)));
    }
    std::map<std::string, std::string> pictures;
    take_out_pictures(package.content, package.others, pictures);
    take_out_pictures(package.styles, package.others, pictures);
    package.manifest = packed_entry("META-INF/manifest.xml", manifest_of_flat(settings, pictures));
    return package;
}

bool left_out(std::string_view path) {
    return path.starts_with("Thumbnails/") || path == "META-INF/documentsignatures.xml" ||
           path == "META-INF/macrosignatures.xml";
}

void read_manifest(text_package& package, const std::string& xml) {
    pugi::xml_document document;
    if (!parse_part(document, xml)) {
        throw package_error(reason::damaged, "manifest.xml");
    }
    auto root = document.child("manifest:manifest");
    for (auto entry = root.first_child(); entry;) {
        const auto following = entry.next_sibling();
        if (entry.child("manifest:encryption-data")) {
            throw package_error(reason::encrypted, "manifest.xml");
        }
        const auto path = attribute_of(entry, "manifest:full-path");
        if (path == "/") {
            entry.attribute("manifest:media-type") = std::string(text_type).c_str();
        } else if (left_out(path)) {
            root.remove_child(entry);
        }
        entry = following;
    }
    // Each document gets meta data, even where the template has none.
    if (!root.find_child_by_attribute("manifest:full-path", "meta.xml")) {
        auto entry = root.append_child("manifest:file-entry");
        entry.append_attribute("manifest:full-path") = "meta.xml";
        entry.append_attribute("manifest:media-type") = "text/xml";
    }
    package.manifest = packed_entry("META-INF/manifest.xml", serialized(document));
}

void read_part(pugi::xml_document& into, const archive_entry& entry) {
    if (!parse_part(into, unpacked(entry))) {
        throw package_error(reason::damaged, entry.name);
    }
}

text_package open_zip(std::string_view bytes) {
    text_package package;
    bool typed = false;
    auto entries = read_archive(bytes);
    // The manifest comes last in the archive, yet it alone tells encrypted parts from damaged ones.
    for (const auto& entry : entries) {
        if (entry.name == "META-INF/manifest.xml") {
            read_manifest(package, unpacked(entry));
        }
    }
    for (auto& entry : entries) {
        if (entry.name == "mimetype") {
            typed = is_text_type(unpacked(entry));
        } else if (entry.name == "content.xml") {
            read_part(package.content, entry);
        } else if (entry.name == "styles.xml") {
            read_part(package.styles, entry);
        } else if (entry.name == "meta.xml") {
            read_part(package.meta, entry);
        } else if (entry.name != "META-INF/manifest.xml" && !left_out(entry.name) &&
                   !entry.name.ends_with('/')) {
            package.others.push_back(std::move(entry));
        }
    }
    if (!typed) {
        throw package_error(reason::not_a_text_document, "mimetype");
    }
    if (!package.content.child("office:document-content") ||
        !package.styles.child("office:document-styles") || package.manifest.name.empty()) {
        throw package_error(reason::damaged, "missing part");
    }
    return package;
}

} // namespace

text_package open_text_package(std::string_view bytes) {
    try {
        return bytes.starts_with("PK") ? open_zip(bytes) : open_flat(bytes);
    } catch (const archive_error& error) {
        const bool locked =
            std::string_view(error.what()).find("encrypted") != std::string_view::npos;
        throw package_error(locked ? reason::encrypted : reason::damaged, error.what());
    }
}

} // namespace octroi::odf
