#include "office/document_output.hpp"

#include "core/commune_mail.hpp"
#include "core/digest.hpp"
#include "core/document_kinds.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/combined_pdf.hpp"
#include "office/formats.hpp"

#include <algorithm>

namespace octroi::office {

namespace fs = std::filesystem;

namespace {

constexpr const char* mail_name = "courriel.txt";

/// Names that some file system takes for the same have the same key.
std::string name_key(std::string_view name) {
    return core::identifier_key(name);
}

std::string with_extension(const std::string& stem, document_format format) {
    return stem + "." + std::string(extension_of(format));
}

/// « Nanterre » of « Nanterre/C2016….odt ».
std::string first_folder(const std::string& path) {
    return path.substr(0, path.find('/'));
}

core::document_result identity_of(const core::document_draft& draft) {
    core::document_result identity;
    identity.kind = draft.kind;
    identity.number = draft.number;
    return identity;
}

} // namespace

document_output::document_output(const context_ref& context, const generate_request& request)
    : request_(&request), export_(context),
      names_((request.by_commune ? "{commune}/" : "") + request.name_pattern) {
    if (!request.combined.empty()) {
        core::pdf_name(request.combined.string(), "--combined");
        taken_.emplace(name_key(fs::path(request.combined).replace_extension().string()),
                       request.combined.string());
        if (std::find(request.formats.begin(), request.formats.end(), document_format::pdf) ==
            request.formats.end()) {
            prints_.emplace();
        }
    }
}

void document_output::prepare(const core::field_catalogue& catalogue) {
    names_.require_fields(catalogue);
    prepare_folder(request_->folder);
    if (const auto earlier = read_file(request_->folder / "manifest.json")) {
        earlier_ = core::parse_manifest(*earlier);
    }
}

bool document_output::is_there(const core::made_file& file) const {
    return fs::exists(request_->folder / file.path);
}

bool document_output::is_made(const core::document_draft& draft) const {
    const auto& documents = earlier_.documents;
    return std::any_of(documents.begin(), documents.end(), [&](const auto& document) {
        return core::same_document(document, identity_of(draft)) &&
               document.status != core::document_status::failed &&
               std::all_of(request_->formats.begin(), request_->formats.end(),
                           [&](auto format) { return has_file(document, format); });
    });
}

bool document_output::has_file(const core::document_result& document,
                               document_format format) const {
    return std::any_of(document.files.begin(), document.files.end(), [&](const auto& file) {
        return fs::path(file.path).extension() == "." + std::string(extension_of(format)) &&
               is_there(file);
    });
}

std::vector<core::document_result>
document_output::others(const std::vector<core::document_draft>& drafts,
                        const std::string& whole_kind) {
    std::vector<core::document_result> kept;
    for (auto document : earlier_.documents) {
        const bool anew =
            std::any_of(drafts.begin(), drafts.end(), [&](const core::document_draft& draft) {
                return core::same_document(identity_of(draft), document);
            });
        const bool of_whole =
            !whole_kind.empty() && (document.kind.empty() || document.kind == whole_kind);
        const bool there = std::all_of(document.files.begin(), document.files.end(),
                                       [&](const auto& file) { return is_there(file); });
        if (!anew && !of_whole && there && !document.files.empty()) {
            for (const auto& file : document.files) {
                taken_.emplace(name_key(fs::path(file.path).replace_extension().string()),
                               document.number);
            }
            document.status = core::document_status::kept;
            document.warning.clear(); // that run told it
            kept.push_back(std::move(document));
        }
    }
    return kept;
}

/// The first document keeps a name: a number behind the second's would go to another document in
/// the next run of a few.
bool document_output::takes_name(const std::string& stem, core::document_result& result) {
    const auto [other, free] = taken_.emplace(name_key(stem), result.number);
    if (!free) {
        result.error =
            other->second == result.number
                ? core::message("print.same_number", {{"number", result.number}})
                : core::message("print.same_name", {{"file", stem}, {"other", other->second}});
    }
    return free;
}

void document_output::deliver(const core::document_draft& draft, const std::string& label,
                              const std::string& odt, core::document_result& result) {
    const std::string stem = names_.name_of(draft, label) + (request_->draft ? "-projet" : "");
    if (!takes_name(stem, result)) {
        return;
    }
    bool wrote = false;
    std::vector<document_format> to_export;
    for (const auto format : request_->formats) {
        const std::string name = with_extension(stem, format);
        const auto existing = read_file(request_->folder / name);
        if (existing && holds_document(*existing, name, format, odt, result)) {
            result.files.push_back({name, core::sha256(*existing)});
        } else if (existing && !request_->overwrite) {
            result.error = core::message("output.differs", {{"file", name}});
            return;
        } else {
            wrote = true;
            prepare_folder((request_->folder / name).parent_path());
            if (format == document_format::odt) {
                write_file(request_->folder / name, odt);
                result.files.push_back({name, core::sha256(odt)});
            } else {
                to_export.push_back(format);
            }
        }
    }
    const auto to_write = to_export;
    if (prints_) {
        to_export.push_back(document_format::pdf);
    }
    fs::path print = request_->folder / with_extension(stem, document_format::pdf);
    if (!to_export.empty()) {
        const temporary_folder work;
        const auto made = exported(odt, to_export, work, result);
        if (!made) {
            return;
        }
        for (const auto format : to_write) {
            const std::string name = with_extension(stem, format);
            const auto bytes = read_file(with_extension(made->string(), format)).value_or("");
            write_file(request_->folder / name, bytes);
            result.files.push_back({name, core::sha256(bytes)});
        }
        if (prints_) {
            print = prints_->path() / (std::to_string(printed_.size()) + ".pdf");
            write_file(
                print,
                read_file(with_extension(made->string(), document_format::pdf)).value_or(""));
        }
    }
    if (!request_->combined.empty()) {
        const auto beneficiary = draft.data.fields.find("beneficiaire_nom");
        const bool named = beneficiary != draft.data.fields.end() && !beneficiary->second.empty();
        printed_.push_back({print,
                            draft.number + " – " + (named ? beneficiary->second : draft.commune),
                            draft.number, result.fingerprint, draft.kind});
    }
    if (!wrote && !request_->formats.empty()) {
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
    const auto& documents = earlier_.documents;
    return std::any_of(documents.begin(), documents.end(), [&](const auto& document) {
        return document.fingerprint == result.fingerprint &&
               std::any_of(document.files.begin(), document.files.end(), [&](const auto& file) {
                   return file.path == name && file.sha256 == core::sha256(existing);
               });
    });
}

std::optional<fs::path> document_output::exported(const std::string& odt,
                                                  const std::vector<document_format>& formats,
                                                  const temporary_folder& work,
                                                  core::document_result& result) const {
    // LibreOffice tells of it by its name when it cannot.
    const std::string stem = core::file_name_part(result.number);
    const auto source = work.path() / (stem + ".odt");
    write_file(source, odt);
    try {
        export_.run(source, formats, work.path(), stem);
    } catch (const export_failure& failure) {
        result.error =
            core::message("output.export", {{"file", stem},
                                            {"format", std::string(extension_of(formats.front()))},
                                            {"detail", failure.what()}});
        return {};
    }
    return work.path() / stem;
}

void document_output::add_to(core::manifest& run, const core::register_book& book) const {
    if (request_->by_commune) {
        add_mails(run, book);
    }
    if (!request_->combined.empty()) {
        add_combined(run);
    }
    keep_in(run);
}

void document_output::keep_in(core::manifest& run) const {
    if (!run.combined && earlier_.combined && is_there(earlier_.combined->file)) {
        run.combined = earlier_.combined;
    }
    for (const auto& mail : earlier_.mails) {
        const bool anew = std::any_of(run.mails.begin(), run.mails.end(), [&](const auto& made) {
            return made.file.path == mail.file.path;
        });
        if (!anew && is_there(mail.file)) {
            run.mails.push_back(mail);
        }
    }
}

void document_output::add_mails(core::manifest& run, const core::register_book& book) const {
    struct parcel {
        std::string commune;
        std::vector<core::document_result> documents;
        std::uintmax_t bytes = 0;
    };
    std::map<std::string, parcel> parcels; // by folder
    for (auto document : run.documents) {
        const std::string folder = core::file_name_part(document.commune);
        std::erase_if(document.files,
                      [&](const auto& file) { return first_folder(file.path) != folder; });
        if (document.commune.empty() || document.files.empty() ||
            document.status == core::document_status::failed) {
            continue;
        }
        auto& parcel = parcels[folder];
        for (auto& file : document.files) {
            std::error_code gone;
            const auto bytes = fs::file_size(request_->folder / file.path, gone);
            parcel.bytes += gone ? 0 : bytes;
            file.path.erase(0, folder.size() + 1);
        }
        parcel.commune = document.commune;
        parcel.documents.push_back(std::move(document));
    }
    const core::entities known(book);
    const core::parameters settings(book);
    const auto today = request_->as_of.value_or(core::today());
    std::vector<std::string> without;
    for (const auto& [folder, parcel] : parcels) {
        const auto mail =
            core::mail_to(parcel.commune, parcel.documents, parcel.bytes, known, settings, today);
        add_mail(run, folder, mail.address, parcel.commune, mail.text);
        if (mail.address.empty()) {
            without.push_back(parcel.commune);
        }
    }
    if (!without.empty()) {
        run.notes.push_back(
            core::message("print.no_address", {{"communes", core::enumeration(without, ", ")}}));
    }
}

void document_output::add_mail(core::manifest& run, const std::string& folder,
                               const std::string& address, const std::string& commune,
                               const std::string& text) const {
    const std::string name = folder + "/" + mail_name;
    const auto existing = read_file(request_->folder / name);
    const bool ours =
        existing && std::any_of(earlier_.mails.begin(), earlier_.mails.end(), [&](const auto& one) {
            return one.file.path == name && one.file.sha256 == core::sha256(*existing);
        });
    if (existing && existing != text && !ours && !request_->overwrite) {
        run.notes.push_back(core::message("print.mail_kept", {{"file", name}}));
        return;
    }
    if (existing != text) {
        write_file(request_->folder / name, text);
    }
    run.mails.push_back({commune, address, {name, core::sha256(text)}});
}

void document_output::add_combined(core::manifest& run) const {
    if (printed_.empty()) {
        return;
    }
    const std::string name = request_->combined.generic_string();
    const auto target = request_->folder / request_->combined;
    core::combined_file combined;
    printing wanted;
    std::string content = request_->duplex ? "duplex" : "simplex";
    for (const auto& one : printed_) {
        combined.documents.push_back(one.number);
        wanted.documents.push_back({one.file, one.bookmark});
        content += "\n" + one.fingerprint;
    }
    combined.fingerprint = core::sha256(content);
    const auto* kind = core::kind_named(printed_.front().kind);
    wanted.title = core::message("print.title", {{"what", kind == nullptr ? "" : kind->title()}});
    wanted.duplex = request_->duplex;

    const auto existing = read_file(target);
    const auto& before = earlier_.combined;
    if (existing && before && before->file.path == name &&
        before->fingerprint == combined.fingerprint &&
        before->file.sha256 == core::sha256(*existing)) {
        run.combined = before;
    } else if (existing && !request_->overwrite) {
        run.faults.push_back(core::message("output.differs", {{"file", name}}));
        return;
    } else {
        const temporary_folder work;
        try {
            combined.pages = combine_pdf(wanted, work.path() / "combined.pdf");
        } catch (const combining_failure& failure) {
            run.faults.push_back(
                core::message("print.failed", {{"file", name}, {"detail", failure.what()}}));
            return;
        }
        const auto bytes = read_file(work.path() / "combined.pdf").value_or("");
        prepare_folder(target.parent_path());
        write_file(target, bytes);
        combined.file = {name, core::sha256(bytes)};
        run.combined = std::move(combined);
    }
    run.notes.push_back(
        core::message("print.made", {{"file", name},
                                     {"documents", std::to_string(run.combined->documents.size())},
                                     {"pages", std::to_string(run.combined->pages)}}));
    const auto failed = run.count(core::document_status::failed);
    if (failed > 0) {
        run.notes.push_back(core::message("print.left_out", {{"count", std::to_string(failed)}}));
    }
}

void document_output::write_manifest(const core::manifest& run) const {
    write_file(request_->folder / "manifest.json", core::to_json(run));
    write_file(request_->folder / "manifest.csv", core::to_csv(run));
}

} // namespace octroi::office
