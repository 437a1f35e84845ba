/// @file
/// The documents that the sheet Journal saw issued.
#pragma once

#include "core/issued_state.hpp"
#include "core/register.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace octroi::core {

/// What a line of Journal calls the making of a document.
inline constexpr std::string_view issue_operation = "Génération";

/// A document as it was issued last.
struct issued_document {
    date day{};
    issued_state state;
    std::string text; ///< the « Après » of its line
    std::string fingerprint;
};

class issued_documents {
public:
    /// Lines that cannot be read are left aside.
    explicit issued_documents(const register_book& book);

    /// The last issue, or null; of several on one day the lowest line counts.
    const issued_document* last(std::string_view number,
                                std::string_view kind = "convention") const;

    bool empty() const { return last_.empty(); }

    /// Keys (identifier_key) of all numbers of conventions ever issued.
    const std::set<std::string>& numbers() const { return numbers_; }

private:
    void read(const table_row& line);

    std::map<std::string, issued_document> last_; ///< by kind and number
    std::set<std::string> numbers_;
};

/// The « Après » of a document's line: its state, then the kind of a document that is no
/// convention, then its template.
std::string issue_text(const issued_state& state, std::string_view kind,
                       std::string_view template_name);

} // namespace octroi::core
