#include "office/document_output.hpp"

#include "core/digest.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/files.hpp"
#include "office/formats.hpp"

#include <algorithm>

namespace octroi::office {

namespace fs = std::filesystem;

void document_output::prepare() {
    prepare_folder(request_->folder);
    if (const auto earlier = read_file(request_->folder / "manifest.json")) {
        earlier_ = core::documents_of_manifest(*earlier);
    }
}

bool document_output::is_made(const core::document_draft& draft) const {
    return std::any_of(earlier_.begin(), earlier_.end(), [&](const auto& document) {
        return document.number == draft.number &&
               document.status != core::document_status::failed &&
               std::all_of(request_->formats.begin(), request_->formats.end(),
                           [&](auto format) { return has_file(document, format); });
    });
}

bool document_output::has_file(const core::document_result& document,
                               document_format format) const {
    return std::any_of(document.files.begin(), document.files.end(), [&](const auto& file) {
        return fs::path(file.path).extension() == "." + std::string(extension_of(format)) &&
               fs::exists(request_->folder / file.path);
    });
}

std::vector<core::document_result>
document_output::others(const std::vector<core::document_draft>& drafts) const {
    std::vector<core::document_result> kept;
    for (auto document : earlier_) {
        const bool anew =
            std::any_of(drafts.begin(), drafts.end(), [&](const core::document_draft& draft) {
                return draft.number == document.number;
            });
        const bool there =
            std::all_of(document.files.begin(), document.files.end(),
                        [&](const auto& file) { return fs::exists(request_->folder / file.path); });
        if (!anew && there && !document.files.empty()) {
            document.status = core::document_status::kept;
            kept.push_back(std::move(document));
        }
    }
    return kept;
}

void document_output::deliver(const core::document_draft& draft, const std::string& kind,
                              const std::string& odt, core::document_result& result) {
    const std::string stem = core::file_name_part(draft.number) + "_" +
                             core::file_name_part(draft.commune) + "_" +
                             core::file_name_part(kind) + (request_->draft ? "-projet" : "");
    bool all_kept = true;
    std::vector<document_format> to_export;
    for (const auto format : request_->formats) {
        const std::string name = stem + "." + std::string(extension_of(format));
        const auto file = request_->folder / name;
        const auto existing = read_file(file);
        if (existing && holds_document(*existing, name, format, odt, result)) {
            result.files.push_back({name, core::sha256(*existing)});
        } else if (existing && !request_->overwrite) {
            result.error = core::message("output.differs", {{"file", name}});
            return;
        } else if (format == document_format::odt) {
            write_file(file, odt);
            result.files.push_back({name, core::sha256(odt)});
            all_kept = false;
        } else {
            to_export.push_back(format);
            all_kept = false;
        }
    }
    if (!to_export.empty()) {
        export_formats(stem, odt, to_export, result);
    }
    if (all_kept) {
        result.status = core::document_status::kept;
    }
}

/// Our ODT is the same byte for byte; what LibreOffice exports is known by the last manifest.
bool document_output::holds_document(const std::string& existing, const std::string& name,
                                     document_format format, const std::string& odt,
                                     const core::document_result& result) const {
    if (format == document_format::odt) {
        return existing == odt;
    }
    return std::any_of(earlier_.begin(), earlier_.end(), [&](const auto& document) {
        return document.fingerprint == result.fingerprint &&
               std::any_of(document.files.begin(), document.files.end(), [&](const auto& file) {
                   return file.path == name && file.sha256 == core::sha256(existing);
               });
    });
}

void document_output::export_formats(const std::string& stem, const std::string& odt,
                                     const std::vector<document_format>& formats,
                                     core::document_result& result) const {
    const temporary_folder work;
    const auto source = work.path() / (stem + ".odt");
    write_file(source, odt);
    try {
        export_.run(source, formats, work.path(), stem);
    } catch (const export_failure& failure) {
        result.error =
            core::message("output.export", {{"file", stem},
                                            {"format", std::string(extension_of(formats.front()))},
                                            {"detail", failure.what()}});
        return;
    }
    for (const auto format : formats) {
        const std::string name = stem + "." + std::string(extension_of(format));
        const auto bytes = read_file(work.path() / name).value_or("");
        write_file(request_->folder / name, bytes);
        result.files.push_back({name, core::sha256(bytes)});
    }
}

void document_output::write_manifest(const core::manifest& run) const {
    write_file(request_->folder / "manifest.json", core::to_json(run));
    write_file(request_->folder / "manifest.csv", core::to_csv(run));
}

} // namespace octroi::office
