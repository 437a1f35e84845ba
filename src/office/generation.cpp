#include "office/generation.hpp"

#include "core/conventions.hpp"
#include "core/digest.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "odf/condition.hpp"
#include "office/exporter.hpp"
#include "office/files.hpp"
#include "office/formats.hpp"
#include "office/number_words.hpp"
#include "office/template_set.hpp"

#include <com/sun/star/uno/RuntimeException.hpp>

#include <algorithm>
#include <chrono>

namespace octroi::office {

namespace fs = std::filesystem;

namespace {

core::date decision_day(const core::document_draft& draft) {
    const auto found = draft.data.fields.find("cp_date_iso");
    if (found != draft.data.fields.end()) {
        if (const auto day = core::parse_iso_date(found->second)) {
            return *day;
        }
    }
    return core::today();
}

void mark_missing(core::record& data, const std::vector<core::catalogue_field>& fields) {
    for (const auto& field : fields) {
        auto& value = data.fields[field.name];
        if (field.required && value.empty()) {
            value = core::message("document.to_complete", {{"field", field.description()}});
        }
    }
}

/// In a draft, what is required and empty is shown as missing instead of stopping the document.
void mark_missing(core::record& data, const core::field_catalogue& catalogue) {
    mark_missing(data, catalogue.fields);
    for (const auto& list : catalogue.lists) {
        for (auto& item : data.lists[list.name]) {
            mark_missing(item, list.fields);
        }
    }
}

/// The reason why a document that shows these empty fields cannot be made; empty if none matters.
std::string missing_data(const core::document_draft& draft, const std::set<std::string>& empty,
                         const core::field_catalogue& catalogue) {
    std::string text;
    for (const auto& name : empty) {
        const auto* field = catalogue.find_anywhere(name);
        if (field == nullptr || !field->required) {
            continue;
        }
        const std::string way_out =
            core::place_of(draft, *field) + core::message("document.fill_in");
        text += (text.empty() ? "" : "\n") +
                core::message("document.empty_field",
                              {{"number", draft.number}, {"field", field->description()}}) +
                " " + core::capitalized(way_out);
    }
    return text;
}

class run {
public:
    run(const context_ref& context, const core::register_book& book,
        const generate_request& request)
        : request_(&request), templates_(request, book), export_(context) {
        core::convention_request wanted;
        wanted.draft = request.draft;
        wanted.where = request.where;
        wanted.spell = french_speller(context);
        drafts_ = core::conventions(book, wanted);
        const std::string section = templates_.section();
        std::erase_if(drafts_, [&](const core::document_draft& draft) {
            return !section.empty() && draft.problem.empty() && draft.section != section;
        });
        result_.register_file = book.file();
        // Every template is read and checked before the first document.
        for (const auto& draft : drafts_) {
            if (draft.problem.empty()) {
                templates_.for_document(draft, decision_day(draft));
            }
        }
        result_.templates = templates_.names();
        prepare_folder(request.folder);
        if (const auto earlier = read_file(request.folder / "manifest.json")) {
            earlier_ = core::documents_of_manifest(*earlier);
        }
    }

    core::manifest make_all(core::progress_sink& progress) {
        try {
            for (std::size_t i = 0; i < drafts_.size(); ++i) {
                if (progress.cancelled()) {
                    throw core::user_error(core::error_kind::interrupted,
                                           core::message("run.interrupted"));
                }
                progress.advance(i, drafts_.size(), drafts_[i].number);
                result_.documents.push_back(make(drafts_[i]));
            }
        } catch (const core::user_error&) {
            keep_what_is_finished();
            throw;
        } catch (const com::sun::star::uno::RuntimeException&) {
            keep_what_is_finished();
            throw core::user_error(core::error_kind::office, core::message("office.lost"));
        }
        progress.advance(drafts_.size(), drafts_.size(), "");
        write_manifest();
        return std::move(result_);
    }

private:
    core::document_result make(core::document_draft& draft) {
        core::document_result result;
        result.number = draft.number;
        result.unit = draft.unit;
        result.commune = draft.commune;
        result.amount = draft.amount;
        result.error = draft.problem;
        if (result.error.empty()) {
            fill(draft, result);
        }
        if (!result.error.empty()) {
            result.status = core::document_status::failed;
        }
        return result;
    }

    void fill(core::document_draft& draft, core::document_result& result) {
        if (request_->draft) {
            mark_missing(draft.data, templates_.catalogue());
        }
        const auto& used = templates_.for_document(draft, decision_day(draft));
        result.fingerprint = core::fingerprint(draft.data, used.digest());
        odf::document_identity identity;
        identity.title = core::message(
            "document.title",
            {{"number", draft.number}, {"beneficiary", draft.data.fields["beneficiaire_nom"]}});
        identity.properties = {{"octroi_numero", draft.number},
                               {"octroi_empreinte", result.fingerprint},
                               {"octroi_version", std::string(core::version())}};
        odf::merged_document merged;
        try {
            merged = used.merge(draft.data, identity, templates_.catalogue());
        } catch (const odf::condition_error& fault) {
            // A condition can be sound and yet fail on these data: a division by zero.
            result.error = core::message("template.condition_fails",
                                         {{"file", used.name()}, {"fault", fault.what()}});
            return;
        }
        result.error = missing_data(draft, merged.empty_fields, templates_.catalogue());
        if (result.error.empty()) {
            const std::string stem =
                core::file_name_part(draft.number) + "_" + core::file_name_part(draft.commune) +
                "_" + core::file_name_part(templates_.kind()) + (request_->draft ? "-projet" : "");
            deliver(stem, merged.bytes, result);
        }
    }

    /// Writes the formats asked for; a file that already holds this document is kept.
    void deliver(const std::string& stem, const std::string& odt, core::document_result& result) {
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
    bool holds_document(const std::string& existing, const std::string& name,
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

    void export_formats(const std::string& stem, const std::string& odt,
                        const std::vector<document_format>& formats,
                        core::document_result& result) {
        const temporary_folder work;
        const auto source = work.path() / (stem + ".odt");
        write_file(source, odt);
        try {
            export_.run(source, formats, work.path(), stem);
        } catch (const export_failure& failure) {
            result.error = core::message("output.export",
                                         {{"file", stem},
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

    void write_manifest() const {
        write_file(request_->folder / "manifest.json", core::to_json(result_));
        write_file(request_->folder / "manifest.csv", core::to_csv(result_));
    }

    /// After a full disk or an interruption the manifest tells what there is, if it can be written.
    void keep_what_is_finished() const {
        try {
            write_manifest();
        } catch (const core::user_error&) {
            return; // the first error is the one to report
        }
    }

    const generate_request* request_;
    template_set templates_;
    exporter export_;
    std::vector<core::document_draft> drafts_;
    std::vector<core::document_result> earlier_;
    core::manifest result_;
};

} // namespace

core::manifest generate(const context_ref& context, const core::register_book& book,
                        const generate_request& request, core::progress_sink& progress) {
    run job(context, book, request);
    return job.make_all(progress);
}

} // namespace octroi::office
