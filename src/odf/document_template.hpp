/// @file
/// A Writer template, read once, merged many times (design § 5).
#pragma once

#include "core/field_catalogue.hpp"
#include "core/record.hpp"
#include "odf/item_order.hpp"
#include "odf/package.hpp"
#include "odf/template_check.hpp"

#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

/// What marks a merged document.
struct document_identity {
    std::string title;
    /// Custom document properties: number, fingerprint, version.
    std::map<std::string, std::string> properties;
};

/// A document that cannot be made of its data with this template. The text is ready to show.
class merge_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct merged_document {
    std::string bytes; ///< a whole .odt
    /// Fields shown although their value is empty, for the caller to judge.
    std::set<std::string> empty_fields;
};

/// What a template uses, sorted.
struct template_usage {
    std::set<std::string> fields;
    std::set<std::string> lists;
};

class document_template {
public:
    /// Reads a template. `name` stands in messages. Throws user_error (input) for bytes that are no
    /// text document.
    document_template(std::string name, std::string_view bytes);
    document_template(document_template&& other) noexcept;
    document_template& operator=(document_template&& other) noexcept;
    document_template(const document_template& other) = delete;
    document_template& operator=(const document_template& other) = delete;
    ~document_template();

    const std::string& name() const { return name_; }
    /// SHA-256 of the template's file.
    const std::string& digest() const { return digest_; }
    /// A custom document property (`octroi_unite`), empty if absent.
    std::string property(std::string_view name) const;
    std::string title() const;

    /// The fields of the unit that the template says it is for (`octroi_unite`). Throws user_error
    /// (input) if it names none, or an unknown one.
    const core::field_catalogue& catalogue() const;

    /// Everything wrong with the template for a unit's fields, in the order of the document; empty
    /// if it can be merged.
    std::vector<template_problem> problems(const core::field_catalogue& catalogue) const;

    template_usage usage(const core::field_catalogue& catalogue) const;

    /// The document for one record. The template has no problems with the catalogue. Throws
    /// condition_error if a condition cannot be evaluated with these data, and merge_error if a
    /// reference is left without what it refers to.
    merged_document merge(const core::record& data, const document_identity& identity,
                          const core::field_catalogue& catalogue) const;

private:
    /// What the documents need that refer to their own numbers and headings; null for a template
    /// that holds no reference, caption or table of contents.
    struct reference_facts;

    void update(pugi::xml_document& content, pugi::xml_document& styles) const;

    std::string name_;
    std::string digest_;
    std::unique_ptr<const text_package> package_;
    item_orders orders_;
    std::unique_ptr<const reference_facts> references_;
};

} // namespace octroi::odf
