/// @file
/// Names of documents by pattern: `{exercice}/{commune}/{numero}`.
#pragma once

#include "core/document_draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

inline constexpr std::string_view usual_name_pattern = "{numero}_{commune}_{genre}";

/// Folders and a name, without extension. « / » in the pattern makes folders; values cannot: each
/// goes through file_name_part(). An empty value is left out with the text before it, or after it
/// where it stands first; what would then be empty reads « sans-commune », « sans-section »…
class name_pattern {
public:
    /// Throws user_error (usage) for a pattern that makes no name, leads out of the output folder
    /// or has characters that a file system refuses.
    explicit name_pattern(std::string_view pattern, std::string option = "--name");

    /// Throws user_error (usage) for a field that the documents of the catalogue do not have.
    void require_fields(const field_catalogue& catalogue);

    /// `label`: the value of `{genre}`. After require_fields().
    std::string name_of(const document_draft& draft, std::string_view label) const;

private:
    struct piece {
        std::string text;  ///< itself, or the field as written
        std::string field; ///< empty for a text
        bool is_field = false;
    };
    std::string component(const std::vector<piece>& pieces, const document_draft& draft,
                          std::string_view label) const;

    std::string option_;                         ///< for messages
    std::vector<std::vector<piece>> components_; ///< the folders, then the name
};

/// The name of a PDF file, perhaps in folders. Throws user_error (usage), naming the option, for
/// one that is none or leads out of the output folder.
std::string pdf_name(std::string_view name, const std::string& option);

} // namespace octroi::core
