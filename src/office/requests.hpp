/// @file
/// What is asked of the office layer, in plain C++: the program hands these over without UNO.
#pragma once

#include "core/check/rule.hpp"
#include "core/compute/comparison.hpp"
#include "core/date.hpp"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace octroi::office {

enum class document_format { odt, pdf, docx };

struct new_request {
    std::filesystem::path output; ///< `.ods` or `.xlsx`; must not exist yet
    bool demonstration = false;
};

struct check_request {
    std::optional<core::date> as_of;             ///< else as Paramètres says, else today
    std::optional<std::filesystem::path> output; ///< `.ods` or `.xlsx`; must not exist yet
    std::filesystem::path templates;             ///< folder of the product's own templates
    std::filesystem::path register_folder;       ///< where relative template names begin
    std::filesystem::path own_templates;         ///< the user's folder of templates, or empty
    core::check::severity_choices severities;    ///< the user's, where the register says nothing
};

struct compute_request {
    core::compute::compute_request computation;
    std::vector<core::compute::scenario> scenarios;
    std::string adopt;                           ///< the name of one of them, or empty
    std::optional<std::filesystem::path> output; ///< `.ods` or `.xlsx`; must not exist yet
};

struct generate_request {
    std::filesystem::path folder; ///< receives the documents
    /// Kind of document, or the name of a template of either folder; ignored with a template file.
    std::string kind = "convention";
    std::optional<std::filesystem::path> template_file;
    std::filesystem::path templates; ///< folder of the product's own templates
    std::vector<document_format> formats = {document_format::odt};
    std::filesystem::path register_folder; ///< where relative template names in Paramètres begin
    std::filesystem::path own_templates;   ///< the user's folder of templates, or empty
    std::vector<std::string> where;        ///< conditions on the kind's sheet, `column=value`
    std::optional<core::date> as_of;       ///< judges what is due or overdue; today by default
    /// Rows of that sheet: only documents that hold one of them. The manifest keeps the others.
    std::optional<std::set<int>> rows;
    /// Leaves out the documents that the folder's manifest knows and whose files are there.
    bool only_new = false;
    bool draft = false;
    bool overwrite = false;
    /// A copy of the register with numbers and Journal: `.ods` or `.xlsx`; must not exist yet. For
    /// a register's file; an open document is written itself.
    std::optional<std::filesystem::path> output;
};

} // namespace octroi::office
