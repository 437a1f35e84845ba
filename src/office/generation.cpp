#include "office/generation.hpp"

#include "core/digest.hpp"
#include "core/documents.hpp"
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

/// In a draft, what is required and empty is shown as missing instead of stopping the document.
void mark_missing(core::record& data, const std::vector<core::catalogue_field>& fields,
                  const std::vector<core::catalogue_list>& lists) {
    for (const auto& field : fields) {
        if (field.counted) {
            continue;
        }
        auto& value = data.fields[field.name];
        if (field.required && value.empty()) {
            value = core::message("document.to_complete", {{"field", field.description()}});
        }
    }
    for (const auto& list : lists) {
        for (auto& item : data.lists[list.name]) {
            mark_missing(item, list.fields, list.lists);
        }
    }
}

} // namespace

class generation::run {
public:
    run(const context_ref& context, core::register_book book, generate_request request)
        : book_(std::move(book)), request_(std::move(request)), templates_(request_, book_),
          export_(context) {
        core::document_request wanted;
        wanted.kind = templates_.kind().name;
        wanted.as_of = request_.as_of.value_or(core::today());
        wanted.draft = request_.draft;
        wanted.where = request_.where;
        wanted.rows = request_.rows;
        wanted.spell = french_speller(context);
        drafts_ = core::document_drafts(book_, wanted);
        std::erase_if(drafts_, [&](const core::document_draft& draft) {
            return draft.problem.empty() && !templates_.serves(draft);
        });
        result_.register_file = book_.file();
    }

    /// Every template is read and checked before the first document.
    void prepare() {
        for (const auto& draft : drafts_) {
            if (draft.problem.empty()) {
                templates_.for_document(draft, decision_day(draft));
            }
        }
        result_.templates = templates_.names();
        prepare_folder(request_.folder);
        if (const auto earlier = read_file(request_.folder / "manifest.json")) {
            earlier_ = core::documents_of_manifest(*earlier);
        }
        if (request_.only_new) {
            std::erase_if(drafts_, [&](const auto& draft) { return is_made(draft); });
        }
        if (request_.only_new || request_.rows) {
            keep_the_others();
        }
    }

    std::size_t total() const { return drafts_.size(); }
    std::size_t done() const { return done_; }
    std::string next() const { return done() < total() ? drafts_[done()].number : std::string(); }

    void step() {
        try {
            result_.documents.push_back(make(drafts_[done_]));
            ++done_;
        } catch (const core::user_error&) {
            keep_what_is_finished();
            throw;
        } catch (const com::sun::star::uno::RuntimeException&) {
            keep_what_is_finished();
            throw core::user_error(core::error_kind::office, core::message("office.lost"));
        }
    }

    const core::manifest& made() const { return result_; }

    const core::manifest& finish() {
        write_manifest();
        return result_;
    }

    previewed_document first() {
        if (drafts_.empty()) {
            throw core::user_error(core::error_kind::input,
                                   core::message("document.no_document", {{"file", book_.file()}}));
        }
        auto& draft = drafts_.front();
        core::document_result result;
        result.error = draft.problem;
        std::string odt;
        if (result.error.empty()) {
            odt = merge(draft, result);
        }
        if (!result.error.empty()) {
            throw core::user_error(core::error_kind::input, result.error);
        }
        return {draft.number, std::move(odt)};
    }

private:
    /// A run of some documents leaves those of earlier runs in the manifest.
    void keep_the_others() {
        for (auto document : earlier_) {
            const bool anew =
                std::any_of(drafts_.begin(), drafts_.end(), [&](const core::document_draft& draft) {
                    return draft.number == document.number;
                });
            const bool there =
                std::all_of(document.files.begin(), document.files.end(), [&](const auto& file) {
                    return fs::exists(request_.folder / file.path);
                });
            if (!anew && there && !document.files.empty()) {
                document.status = core::document_status::kept;
                result_.documents.push_back(std::move(document));
            }
        }
    }

    /// Whether an earlier run made it, in all formats asked for, and the files are still there.
    bool is_made(const core::document_draft& draft) const {
        return std::any_of(earlier_.begin(), earlier_.end(), [&](const auto& document) {
            return document.number == draft.number &&
                   document.status != core::document_status::failed &&
                   std::all_of(request_.formats.begin(), request_.formats.end(),
                               [&](auto format) { return has_file(document, format); });
        });
    }

    bool has_file(const core::document_result& document, document_format format) const {
        return std::any_of(document.files.begin(), document.files.end(), [&](const auto& file) {
            return fs::path(file.path).extension() == "." + std::string(extension_of(format)) &&
                   fs::exists(request_.folder / file.path);
        });
    }

    core::document_result make(core::document_draft& draft) {
        core::document_result result;
        result.number = draft.number;
        result.unit = draft.unit;
        result.commune = draft.commune;
        result.amount = draft.amount;
        result.place = draft.place;
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
        const std::string odt = merge(draft, result);
        if (result.error.empty()) {
            const std::string stem =
                core::file_name_part(draft.number) + "_" + core::file_name_part(draft.commune) +
                "_" + core::file_name_part(templates_.label()) + (request_.draft ? "-projet" : "");
            deliver(stem, odt, result);
        }
    }

    /// The finished ODT; with an error, of no use.
    std::string merge(core::document_draft& draft, core::document_result& result) {
        if (request_.draft) {
            mark_missing(draft.data, templates_.catalogue().fields, templates_.catalogue().lists);
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
            return {};
        }
        tell_missing(draft, merged.empty_fields, result);
        return std::move(merged.bytes);
    }

    /// The reason why a document that shows these empty fields cannot be made, if one matters, and
    /// the first cell to fill in.
    void tell_missing(const core::document_draft& draft, const std::set<std::string>& empty,
                      core::document_result& result) const {
        for (const auto& name : empty) {
            const auto* field = templates_.catalogue().find_anywhere(name);
            if (field == nullptr || !field->required) {
                continue;
            }
            const std::string way_out =
                core::place_of(draft, *field) + core::message("document.fill_in");
            if (result.error.empty()) {
                result.place = core::address_of(draft, *field).value_or(draft.place);
            } else {
                result.error += "\n";
            }
            result.error +=
                core::message("document.empty_field",
                              {{"number", draft.number}, {"field", field->description()}}) +
                " " + core::capitalized(way_out);
        }
    }

    /// Writes the formats asked for; a file that already holds this document is kept.
    void deliver(const std::string& stem, const std::string& odt, core::document_result& result) {
        bool all_kept = true;
        std::vector<document_format> to_export;
        for (const auto format : request_.formats) {
            const std::string name = stem + "." + std::string(extension_of(format));
            const auto file = request_.folder / name;
            const auto existing = read_file(file);
            if (existing && holds_document(*existing, name, format, odt, result)) {
                result.files.push_back({name, core::sha256(*existing)});
            } else if (existing && !request_.overwrite) {
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
            write_file(request_.folder / name, bytes);
            result.files.push_back({name, core::sha256(bytes)});
        }
    }

    void write_manifest() const {
        write_file(request_.folder / "manifest.json", core::to_json(result_));
        write_file(request_.folder / "manifest.csv", core::to_csv(result_));
    }

    /// After a full disk or an interruption the manifest tells what there is, if it can be written.
    void keep_what_is_finished() const {
        try {
            write_manifest();
        } catch (const core::user_error&) {
            return; // the first error is the one to report
        }
    }

    core::register_book book_; // the drafts point into it
    generate_request request_;
    template_set templates_;
    exporter export_;
    std::vector<core::document_draft> drafts_;
    std::vector<core::document_result> earlier_;
    core::manifest result_;
    std::size_t done_ = 0; ///< of the drafts
};

generation::generation(const context_ref& context, core::register_book book,
                       const generate_request& request)
    : run_(std::make_unique<run>(context, std::move(book), request)) {
    run_->prepare();
}

generation::~generation() = default;

std::size_t generation::total() const {
    return run_->total();
}

std::size_t generation::done() const {
    return run_->done();
}

std::string generation::next() const {
    return run_->next();
}

void generation::step() {
    run_->step();
}

const core::manifest& generation::made() const {
    return run_->made();
}

const core::manifest& generation::finish() {
    return run_->finish();
}

previewed_document generation::preview(const context_ref& context, core::register_book book,
                                       generate_request request) {
    request.draft = true;
    return run(context, std::move(book), std::move(request)).first();
}

core::manifest generate(const context_ref& context, core::register_book book,
                        const generate_request& request, core::progress_sink& progress) {
    generation job(context, std::move(book), request);
    while (job.done() < job.total()) {
        if (progress.cancelled()) {
            job.finish();
            throw core::user_error(core::error_kind::interrupted, core::message("run.interrupted"));
        }
        progress.advance(job.done(), job.total(), job.next());
        job.step();
    }
    progress.advance(job.total(), job.total(), "");
    return job.finish();
}

} // namespace octroi::office
