/// @file
/// The main job: from a register to finished documents, the same for the program and the window.
#pragma once

#include "core/issue_log.hpp"
#include "core/manifest.hpp"
#include "core/progress.hpp"
#include "core/register.hpp"
#include "office/document_loader.hpp"
#include "office/requests.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace octroi::office {

/// A single document, for a look at it.
struct previewed_document {
    std::string number;
    std::string odt; ///< its bytes
};

/// A document that a register calls for, as a person chooses among them.
struct listed_document {
    std::string number;
    std::string beneficiary; ///< else the commune
    int row = 0;             ///< in the sheet its kind is made of, as Calc numbers them
};

/// A run, document by document, so that a window lives between them.
class generation {
public:
    /// Reads the templates and finds out what there is to make. Throws user_error for a register,
    /// template or output folder that cannot be used.
    generation(const context_ref& context, core::register_book book,
               const generate_request& request);
    generation(const generation&) = delete;
    generation& operator=(const generation&) = delete;
    ~generation();

    std::size_t total() const;
    std::size_t done() const;
    /// The number of the next one; empty at the end.
    std::string next() const;

    /// Makes the next document; one that cannot be made is in the manifest with its reason. Throws
    /// user_error where the run cannot go on; what is finished stays, and is in the manifest.
    void step();

    /// What has been made so far.
    const core::manifest& made() const;

    /// What of it belongs in the register.
    const core::issue_log& issued() const;

    /// Writes `manifest.json` and `manifest.csv`, of what has been made so far.
    const core::manifest& finish();

    /// The first document that the request asks for; what is required and empty is shown as
    /// missing. Throws user_error if there is none, or if it cannot be made.
    static previewed_document preview(const context_ref& context, core::register_book book,
                                      generate_request request);

    /// The documents that a preview may be asked of. Throws user_error as the preview does.
    static std::vector<listed_document> list(const context_ref& context, core::register_book book,
                                             generate_request request);

private:
    class run;
    std::unique_ptr<run> run_;
};

/// The whole run. Throws user_error for a register, template or output folder that cannot be used,
/// or when interrupted; what was finished before stays, and `issued` says what of it belongs in the
/// register.
core::manifest generate(const context_ref& context, core::register_book book,
                        const generate_request& request, core::progress_sink& progress,
                        core::issue_log& issued);

} // namespace octroi::office
