#include "office/generation.hpp"

#include "core/analysis_day.hpp"
#include "core/digest.hpp"
#include "core/document_order.hpp"
#include "core/documents.hpp"
#include "core/entities.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "odf/condition.hpp"
#include "office/document_output.hpp"
#include "office/number_words.hpp"
#include "office/record_images.hpp"
#include "office/template_set.hpp"

#include <com/sun/star/uno/RuntimeException.hpp>

#include <algorithm>
#include <chrono>

namespace octroi::office {

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
          output_(context, request_), issued_(book_), amendments_(book_) {
        const auto& settings = templates_.settings();
        core::document_request wanted;
        wanted.kind = templates_.kind().name;
        wanted.as_of = core::day_of_analysis(settings, request_.as_of);
        wanted.draft = request_.draft;
        wanted.where = request_.where;
        wanted.rows = request_.rows;
        wanted.spell = french_speller(context);
        drafts_ = core::document_drafts(book_, wanted);
        std::erase_if(drafts_, [&](const core::document_draft& draft) {
            return draft.problem.empty() && !templates_.serves(draft);
        });
        if (!request_.order.empty()) {
            core::document_order(request_.order, templates_.catalogue()).sort(drafts_);
        }
        if (!request_.commune.empty()) {
            const core::entities known(book_);
            const std::string chosen = known.official_name(request_.commune);
            std::erase_if(drafts_, [&](const auto& draft) { return draft.commune != chosen; });
        }
        record_images images(templates_.folders());
        for (auto& draft : drafts_) {
            images.add(draft.data, settings, decision_day(draft));
        }
        result_.kind = templates_.kind().name;
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
        output_.prepare(templates_.catalogue());
        if (request_.only_new) {
            std::erase_if(drafts_, [&](const auto& draft) { return output_.is_made(draft); });
        }
        const bool some = request_.only_new || request_.rows || !request_.commune.empty();
        result_.documents = output_.others(drafts_, some ? "" : templates_.kind().name);
    }

    std::size_t total() const { return drafts_.size(); }
    std::size_t done() const { return done_; }
    std::string next() const { return done() < total() ? drafts_[done()].number : std::string(); }

    void step() {
        try {
            result_.documents.push_back(make(drafts_[done_]));
            remember(drafts_[done_], result_.documents.back());
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
    const core::issue_log& issued() const { return log_; }

    const core::manifest& finish() {
        try {
            if (done_ == drafts_.size()) {
                output_.add_to(result_, book_);
            } else {
                output_.keep_in(result_); // a part of them is nothing to print or to send
            }
        } catch (const core::user_error&) {
            keep_what_is_finished();
            throw;
        }
        output_.write_manifest(result_);
        return result_;
    }

    previewed_document first() {
        if (drafts_.empty()) {
            throw core::user_error(core::error_kind::input, result_.nothing_to_make());
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

    std::vector<listed_document> list() const {
        std::vector<listed_document> all;
        for (const auto& draft : drafts_) {
            const auto named = draft.data.fields.find("beneficiaire_nom");
            all.push_back({draft.number,
                           named == draft.data.fields.end() ? draft.commune : named->second,
                           draft.place.row + 1});
        }
        return all;
    }

private:
    core::document_result make(core::document_draft& draft) {
        core::document_result result;
        result.kind = draft.kind;
        result.number = draft.number;
        result.unit = draft.unit;
        result.commune = draft.commune;
        result.amount = draft.amount;
        result.place = draft.place;
        result.error = draft.problem;
        if (result.error.empty()) {
            fill(draft, result);
            warn_of_changes(draft, result);
        }
        if (!result.error.empty()) {
            result.status = core::document_status::failed;
        }
        return result;
    }

    /// An act that was issued is not replaced without a word.
    void warn_of_changes(const core::document_draft& draft, core::document_result& result) const {
        if (request_.draft || draft.unit != "convention") {
            return;
        }
        if (const auto changed =
                core::changed_since_issue(draft.number, draft.state, issued_, amendments_)) {
            result.warning = changed->text() + " " + changed->proposal.advice();
            result.proposal = changed->proposal;
        }
    }

    void remember(const core::document_draft& draft, const core::document_result& result) {
        if (!request_.draft && draft.problem.empty()) {
            log_.add(draft, result, issued_,
                     templates_.for_document(draft, decision_day(draft)).name());
        }
    }

    void fill(core::document_draft& draft, core::document_result& result) {
        const std::string odt = merge(draft, result);
        if (result.error.empty()) {
            output_.deliver(draft, templates_.label(), odt, result);
        }
    }

    /// « Convention C2016-FON-92050 – Nanterre »: in French, as the document.
    std::string title_of(const core::document_draft& draft) const {
        const auto beneficiary = draft.data.fields.find("beneficiaire_nom");
        const std::string name =
            beneficiary == draft.data.fields.end() ? draft.commune : beneficiary->second;
        const std::string title = templates_.kind().one + " " + draft.number;
        return name.empty() ? title : title + " – " + name;
    }

    /// The finished ODT; with an error, of no use.
    std::string merge(core::document_draft& draft, core::document_result& result) {
        if (request_.draft) {
            mark_missing(draft.data, templates_.catalogue().fields, templates_.catalogue().lists);
        }
        const auto& used = templates_.for_document(draft, decision_day(draft));
        result.fingerprint = core::fingerprint(draft.data, used.digest());
        odf::document_identity identity;
        identity.title = title_of(draft);
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
        } catch (const odf::merge_error& fault) {
            result.error = fault.what();
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
                core::message(draft.unit == "convention" ? "document.empty_field"
                                                         : "document.empty_field_other",
                              {{"number", draft.number}, {"field", field->description()}}) +
                " " + core::capitalized(way_out);
        }
    }

    /// After a full disk or an interruption the manifest tells what there is, if it can be written.
    void keep_what_is_finished() const {
        try {
            output_.write_manifest(result_);
        } catch (const core::user_error&) {
            return; // the first error is the one to report
        }
    }

    core::register_book book_; // the drafts point into it
    generate_request request_;
    template_set templates_;
    document_output output_;
    std::vector<core::document_draft> drafts_;
    core::issued_documents issued_; ///< before this run
    core::recorded_amendments amendments_;
    core::issue_log log_;
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

const core::issue_log& generation::issued() const {
    return run_->issued();
}

const core::manifest& generation::finish() {
    return run_->finish();
}

previewed_document generation::preview(const context_ref& context, core::register_book book,
                                       generate_request request) {
    request.draft = true;
    return run(context, std::move(book), std::move(request)).first();
}

std::vector<listed_document> generation::list(const context_ref& context, core::register_book book,
                                              generate_request request) {
    request.draft = true;
    return run(context, std::move(book), std::move(request)).list();
}

core::manifest generate(const context_ref& context, core::register_book book,
                        const generate_request& request, core::progress_sink& progress,
                        core::issue_log& issued) {
    generation job(context, std::move(book), request);
    try {
        while (job.done() < job.total()) {
            if (progress.cancelled()) {
                job.finish();
                throw core::user_error(core::error_kind::interrupted,
                                       core::message("run.interrupted"));
            }
            progress.advance(job.done(), job.total(), job.next());
            job.step();
        }
    } catch (const core::user_error&) {
        issued = job.issued();
        throw;
    }
    progress.advance(job.total(), job.total(), "");
    issued = job.issued();
    return job.finish();
}

} // namespace octroi::office
