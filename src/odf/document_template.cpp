#include "odf/document_template.hpp"

#include "core/digest.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "odf/contents.hpp"
#include "odf/merger.hpp"
#include "odf/numbering.hpp"
#include "odf/references.hpp"
#include "odf/template_check.hpp"
#include "odf/tracked_changes.hpp"
#include "odf/xml.hpp"

#include <array>

namespace octroi::odf {

namespace {

std::unique_ptr<const text_package> opened(const std::string& name, std::string_view bytes) {
    try {
        return std::make_unique<const text_package>(open_text_package(bytes));
    } catch (const package_error& error) {
        const char* key = "template.damaged";
        if (error.why() == package_error::reason::not_a_text_document) {
            key = "template.not_text";
        } else if (error.why() == package_error::reason::encrypted) {
            key = "template.encrypted";
        }
        throw core::user_error(core::error_kind::input, core::message(key, {{"file", name}}));
    }
}

pugi::xml_node meta_of(const pugi::xml_document& document) {
    return document.child("office:document-meta").child("office:meta");
}

item_orders orders_in(const text_package& package) {
    item_orders orders;
    for (const auto& node : meta_of(package.meta).children("meta:user-defined")) {
        const auto name = attribute_of(node, "meta:name");
        if (name.starts_with(order_property)) {
            orders.emplace(name.substr(order_property.size()), parse_order(node.text().get()));
        }
    }
    return orders;
}

std::vector<dangling_reference> dangling_in(const pugi::xml_document& content,
                                            const pugi::xml_document& styles,
                                            const reference_targets& targets) {
    auto dangling = dangling_references(content, targets);
    const auto others = dangling_references(styles, targets);
    dangling.insert(dangling.end(), others.begin(), others.end());
    return dangling;
}

reference_targets targets_in(const pugi::xml_document& content, const pugi::xml_document& styles) {
    reference_targets targets;
    targets.read(content);
    targets.read(styles);
    return targets;
}

template_check checked(const text_package& package, const item_orders& orders,
                       const core::field_catalogue& catalogue) {
    template_check check(catalogue);
    check.read(package.content.document_element());
    check.read(package.styles.document_element());
    for (const auto& [list, order] : orders) {
        check.read_order(list, order);
    }
    check.read_references(
        dangling_in(package.content, package.styles, targets_in(package.content, package.styles)));
    return check;
}

void set_text(pugi::xml_node parent, const char* name, const std::string& value) {
    auto node = parent.child(name);
    if (!node) {
        node = parent.append_child(name);
    }
    node.text() = value.c_str();
}

/// The template's meta data without what tells of its own making, and with the document's identity.
std::string meta_for(const pugi::xml_document& from, const document_identity& identity) {
    static constexpr std::array told = {"meta:creation-date",
                                        "dc:date",
                                        "meta:editing-cycles",
                                        "meta:editing-duration",
                                        "meta:document-statistic",
                                        "meta:print-date",
                                        "meta:printed-by",
                                        "meta:template",
                                        "meta:initial-creator",
                                        "dc:subject",
                                        "dc:description",
                                        "meta:keyword",
                                        "dc:creator",
                                        "meta:generator"};
    pugi::xml_document document;
    document.reset(from);
    auto root = document.child("office:document-meta");
    if (!root) {
        root = document.append_child("office:document-meta");
        root.append_attribute("xmlns:office") = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        root.append_attribute("xmlns:meta") = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
        root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
        root.append_attribute("office:version") = "1.3";
    }
    auto meta = root.child("office:meta");
    if (!meta) {
        meta = root.append_child("office:meta");
    }
    for (const auto* name : told) {
        while (meta.remove_child(name)) {
        }
    }
    auto generator = meta.prepend_child("meta:generator");
    generator.text() = "Octroi";
    set_text(meta, "dc:title", core::printable(identity.title));
    for (const auto& [name, value] : identity.properties) {
        auto property =
            meta.find_child_by_attribute("meta:user-defined", "meta:name", name.c_str());
        if (!property) {
            property = meta.append_child("meta:user-defined");
            property.append_attribute("meta:name") = name.c_str();
        }
        property.text() = core::printable(value).c_str();
    }
    return serialized(document);
}

} // namespace

struct document_template::reference_facts {
    explicit reference_facts(const text_package& package)
        : styles(package.content.document_element(), package.styles.document_element()),
          targets(targets_in(package.content, package.styles)),
          contents(has_contents(package.content)) {}

    numbering_styles styles;
    reference_targets targets; ///< in the template
    bool contents;
};

document_template::document_template(std::string name, std::string_view bytes)
    : name_(std::move(name)), digest_(core::sha256(bytes)), package_(opened(name_, bytes)),
      orders_(orders_in(*package_)) {
    if (has_references(package_->content) || has_references(package_->styles) ||
        has_contents(package_->content)) {
        references_ = std::make_unique<const reference_facts>(*package_);
    }
}

document_template::document_template(document_template&& other) noexcept = default;
document_template& document_template::operator=(document_template&& other) noexcept = default;
document_template::~document_template() = default;

std::string document_template::property(std::string_view name) const {
    for (const auto& node : meta_of(package_->meta).children("meta:user-defined")) {
        if (attribute_of(node, "meta:name") == name) {
            return node.text().get();
        }
    }
    return {};
}

std::string document_template::title() const {
    return meta_of(package_->meta).child("dc:title").text().get();
}

const core::field_catalogue& document_template::catalogue() const {
    const std::string unit = property("octroi_unite");
    if (const auto* known = core::catalogue_of(unit)) {
        return *known;
    }
    throw core::user_error(
        core::error_kind::input,
        unit.empty() ? core::message("template.no_unit", {{"file", name_}})
                     : core::message("template.unknown_unit",
                                     {{"file", name_},
                                      {"unit", unit},
                                      {"units", core::enumeration(core::known_units(), ", ")}}));
}

std::vector<template_problem>
document_template::problems(const core::field_catalogue& catalogue) const {
    return checked(*package_, orders_, catalogue).problems();
}

template_usage document_template::usage(const core::field_catalogue& catalogue) const {
    const auto check = checked(*package_, orders_, catalogue);
    return {check.fields(), check.lists()};
}

merged_document document_template::merge(const core::record& data,
                                         const document_identity& identity,
                                         const core::field_catalogue& catalogue) const {
    merger filling(data, catalogue, orders_);
    pugi::xml_document content_tree;
    pugi::xml_document styles_tree;
    content_tree.reset(package_->content);
    styles_tree.reset(package_->styles);
    filling.merge(content_tree);
    filling.merge(styles_tree);
    settle_tracked_changes(content_tree, filling.changes());
    if (references_ != nullptr) {
        update(content_tree, styles_tree);
    }
    const std::string content = serialized(content_tree);
    const std::string styles = serialized(styles_tree);
    std::vector<archive_entry> entries;
    entries.push_back(
        packed_entry("mimetype", "application/vnd.oasis.opendocument.text", /*store=*/true));
    entries.push_back(packed_entry("content.xml", content));
    entries.push_back(packed_entry("styles.xml", styles));
    entries.push_back(packed_entry("meta.xml", meta_for(package_->meta, identity)));
    for (const auto& entry : package_->others) {
        entries.push_back(entry);
    }
    auto manifest = package_->manifest;
    if (filling.pictures().any()) {
        filling.pictures().pack(entries, manifest, {content, styles});
    }
    entries.push_back(std::move(manifest));
    return {write_archive(entries), filling.empty_fields()};
}

void document_template::update(pugi::xml_document& content, pugi::xml_document& styles) const {
    const auto targets = targets_in(content, styles);
    if (const auto dangling = dangling_in(content, styles, targets); !dangling.empty()) {
        const auto* target = references_->targets.find(dangling.front().key);
        throw merge_error(
            core::message("template.reference_removed",
                          {{"file", name_},
                           {"place", dangling.front().place},
                           {"target", target == nullptr ? dangling.front().name
                                                        : excerpt(paragraph_of(*target))}}));
    }
    const numbering numbers(references_->styles, content.document_element());
    update_references(content, targets, numbers);
    update_references(styles, targets, numbers);
    if (references_->contents) {
        update_contents(content, numbers);
    }
}

} // namespace octroi::odf
