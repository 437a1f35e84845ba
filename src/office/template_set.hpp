/// @file
/// The templates of a run: one given by the user, or those of the folders by kind and variant.
#pragma once

#include "core/document_draft.hpp"
#include "core/document_kinds.hpp"
#include "core/parameters.hpp"
#include "odf/document_template.hpp"
#include "office/requests.hpp"

#include <map>
#include <string>
#include <vector>

namespace octroi::office {

/// Where templates are looked for.
struct template_folders {
    std::filesystem::path product;         ///< of the product's own
    std::filesystem::path register_folder; ///< where relative names begin
    std::filesystem::path user;            ///< of the user's own, or empty
};

/// The file of a template as Paramètres names it: with an extension, relative to the register, else
/// in the user's folder; without, in the user's folder, else the product's.
std::filesystem::path template_file(const std::string& name, const template_folders& folders);

/// Names, without folder and extension, of the templates in the product's and the user's folder,
/// sorted.
std::vector<std::string> template_names(const template_folders& folders);

/// Those among them that can make documents of a kind.
std::vector<std::string> template_names(const template_folders& folders,
                                        const core::document_kind& kind);

class template_set {
public:
    /// Throws user_error for a kind or template that does not exist or cannot be used.
    template_set(const generate_request& request, const core::register_book& book);

    const template_folders& folders() const { return folders_; }
    const core::parameters& settings() const { return settings_; }

    /// What to make.
    const core::document_kind& kind() const { return *kind_; }
    const core::field_catalogue& catalogue() const { return *core::catalogue_of(kind_->unit); }

    /// Last part of the documents' file names.
    const std::string& label() const { return label_; }

    /// Whether a template of the set is for such a document: the kind's, or the one given, which
    /// may say that it is for one section (`octroi_section`).
    bool serves(const core::document_draft& draft) const;

    /// The template for a document; read and checked at its first use.
    const odf::document_template& for_document(const core::document_draft& draft, core::date on);

    /// File names of the templates used so far.
    std::vector<std::string> names() const;

private:
    void take_only(const odf::document_template& given, const std::string& asked_kind);
    const odf::document_template& load(const std::filesystem::path& file);

    template_folders folders_;
    core::parameters settings_;
    std::map<std::filesystem::path, odf::document_template> loaded_;
    const odf::document_template* only_ = nullptr;
    const core::document_kind* kind_ = nullptr;
    std::string label_;
};

} // namespace octroi::office
