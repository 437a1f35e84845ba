#include "core/documents.hpp"

#include "core/amendments.hpp"
#include "core/committee_reports.hpp"
#include "core/contracts.hpp"
#include "core/conventions.hpp"
#include "core/document_kinds.hpp"
#include "core/file_letters.hpp"

#include <map>
#include <stdexcept>
#include <string>

namespace octroi::core {

std::vector<document_draft> document_drafts(const register_book& book,
                                            const document_request& request) {
    using maker = std::vector<document_draft> (*)(const register_book&, const document_request&);
    static const std::map<std::string, maker, std::less<>> makers = {
        {"convention", conventions}, {"dossier", file_letters}, {"rapport", committee_reports},
        {"contrat", contracts},      {"avenant", amendments},
    };
    const auto* kind = kind_named(request.kind);
    if (kind == nullptr) {
        throw std::invalid_argument("no kind of document " + request.kind);
    }
    return makers.at(kind->unit)(book, request);
}

} // namespace octroi::core
