/// @file
/// Every template that comes with Octroi, filled with the examples of its catalogue: whatever
/// template is added is tested too.
#pragma once

#include "core/record.hpp"
#include "odf/document_template.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::test {

/// The sources `templates/*.fodt`, sorted.
const std::vector<std::filesystem::path>& shipped_templates();

odf::document_template template_from(const std::filesystem::path& file);

/// What conditions see.
enum class sample_flags { as_examples, none, all };

/// Each field with its example, each list with so many items; fields that are 0 or 1 in their
/// examples as the flags say.
struct sample {
    std::size_t items = 1;
    sample_flags flags = sample_flags::as_examples;
};

core::record sample_record(const core::field_catalogue& catalogue, const sample& wanted);

/// Samples that show conditions both ways and lists empty, with one item and with several.
const std::vector<sample>& usual_samples();

/// « 3 items, all flags ».
std::string name_of(const sample& one);

/// A shipped template, merged; its title and number are « Essai ».
std::string sample_document(const std::filesystem::path& file, const sample& wanted);

/// The tables of a merged document, as XML.
std::vector<std::string> tables_of(std::string_view odt);

/// Whether a reader needs to know what the table's columns are: not where people sign, side by
/// side, and not in a total that stands alone.
bool needs_head(std::string_view table);
bool has_head(std::string_view table);

} // namespace octroi::test
