/// @file
/// What is asked of the office layer, in plain C++: the program hands these over without UNO.
#pragma once

#include "core/check/rule.hpp"
#include "core/compute/comparison.hpp"
#include "core/date.hpp"
#include "core/document_names.hpp"

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
    /// Kind of document, or the name of a template of either folder. Empty: what the template file
    /// is for, else conventions.
    std::string kind;
    std::optional<std::filesystem::path> template_file; ///< instead of the kind's own
    std::filesystem::path templates;                    ///< folder of the product's own templates
    std::vector<document_format> formats = {document_format::odt};
    std::filesystem::path register_folder; ///< where relative template names in Paramètres begin
    std::filesystem::path own_templates;   ///< the user's folder of templates, or empty
    std::vector<std::string> where;        ///< conditions on the kind's sheet, `column=value`
    std::optional<core::date> as_of;       ///< else as Paramètres says, else today
    /// Rows of that sheet: only documents that hold one of them. The manifest keeps the others.
    std::optional<std::set<int>> rows;
    /// Only documents of this commune (name, alias or code); empty for all.
    std::string commune;
    /// Leaves out the documents that the folder's manifest knows and whose files are there.
    bool only_new = false;
    bool draft = false;
    bool overwrite = false;
    /// Names of the documents; see core::name_pattern.
    std::string name_pattern = std::string(core::usual_name_pattern);
    bool by_commune = false; ///< a folder each, with the text of a message
    std::string order;       ///< of the documents, see core::document_order; empty: the register's
    /// Name of one PDF of all documents, in the folder; empty: none. Formats may then be empty.
    std::filesystem::path combined;
    bool duplex = false; ///< in it, each document begins on a right-hand page
    /// A copy of the register with numbers and Journal: `.ods` or `.xlsx`; must not exist yet. For
    /// a register's file; an open document is written itself.
    std::optional<std::filesystem::path> output;
};

} // namespace octroi::office
