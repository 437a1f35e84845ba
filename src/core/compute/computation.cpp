#include "core/compute/computation.hpp"

#include "core/check/passes.hpp"
#include "core/check/wording.hpp"
#include "core/compute/account.hpp"
#include "core/compute/computed_files.hpp"
#include "core/compute/doubts.hpp"
#include "core/compute/envelopes.hpp"
#include "core/compute/file_grant.hpp"
#include "core/compute/file_order.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace octroi::core::compute {

using check::checked_row;
using check::field;

namespace {

check::check_request check_request_of(const compute_request& request) {
    check::check_request wanted;
    wanted.as_of = request.as_of;
    return wanted;
}

/// A file to compute, on its way.
struct candidate {
    checked_row action;
    std::optional<file_grant> made;
    std::optional<compute_problem> problem;
    std::optional<std::size_t> envelope; ///< fixed files take part in it too
    envelope_share share;
};

class computing {
public:
    computing(const register_book& book, const compute_request& request, progress_sink& progress)
        : request_(&request), progress_(&progress), wanted_(check_request_of(request)),
          in_(book, wanted_), findings_(read()), problems_(findings_), earlier_(in_),
          grants_(in_, problems_, earlier_), files_(in_, made_, earlier_) {
        made_.register_file = book.file();
    }

    computation run() {
        made_.year = year_to_compute();
        collect();
        compute_each();
        divide_envelopes();
        for (const auto& one : candidates_) {
            advance(*progress_, told_++, 2 * candidates_.size());
            files_.add(one.action, result_of(one));
        }
        add_notes();
        made_.summary = summary_of(files_, *request_, made_.year);
        find_changes(files_, *request_, made_);
        std::stable_sort(made_.problems.begin(), made_.problems.end(),
                         [](const compute_problem& a, const compute_problem& b) {
                             return std::tie(a.sheet_order, a.place.row, a.place.column) <
                                    std::tie(b.sheet_order, b.place.row, b.place.column);
                         });
        drop_repeated_problems();
        return std::move(made_);
    }

private:
    std::vector<check::finding> read() {
        check::finding_list found(in_);
        check::read_values(in_, found, *progress_);
        return found.take();
    }

    field column(std::string_view name) const { return in_.sheet("actions").column(name); }

    std::int64_t year_to_compute() const {
        std::set<std::int64_t> years;
        std::set<std::int64_t> waiting;
        for (const auto action : in_.sheet("actions")) {
            const auto year = action.whole(column("exercice"));
            if (year) {
                years.insert(*year);
                if (is_to_compute(action)) {
                    waiting.insert(*year);
                }
            }
        }
        if (years.empty()) {
            throw user_error(error_kind::input,
                             message("compute.no_action", {{"file", in_.book().file()}}));
        }
        if (!request_->year) {
            return waiting.empty() ? *years.rbegin() : *waiting.rbegin();
        }
        if (!years.contains(*request_->year)) {
            std::vector<std::string> names;
            names.reserve(years.size());
            for (const auto year : years) {
                names.push_back(std::to_string(year));
            }
            throw user_error(error_kind::input,
                             message("compute.no_year", {{"file", in_.book().file()},
                                                         {"year", std::to_string(*request_->year)},
                                                         {"years", enumeration(names, ", ")}}));
        }
        return *request_->year;
    }

    void collect() {
        for (const auto action : in_.sheet("actions")) {
            const auto year = action.whole(column("exercice"));
            const bool of_year = year == made_.year;
            if (is_to_compute(action)) {
                // A year that cannot be read may be this one: the file's own problem tells.
                if (of_year || !year) {
                    candidates_.push_back({action, {}, {}, {}, {}});
                } else {
                    ++made_.other_years;
                }
            }
        }
    }

    void compute_each() {
        std::vector<checked_row> rows;
        for (const auto& one : candidates_) {
            rows.push_back(one.action);
        }
        // In the order of service: the first use up a rolling ceiling first.
        for (const auto at : in_order_of_service(rows)) {
            auto& one = candidates_[at];
            advance(*progress_, told_++, 2 * candidates_.size(),
                    one.action.text(column("numero_dossier")));
            try {
                require_whole(one.action, "exercice");
                if (one.action.filled(column("priorite"))) {
                    require_whole(one.action, "priorite");
                }
                one.made = grants_.compute(one.action);
                one.share.amount = one.made->result.amount;
            } catch (const not_computable& fault) {
                one.problem = fault.problem();
                made_.problems.push_back(fault.problem());
            }
            const auto amount = one.made ? std::optional(one.made->result.amount) : std::nullopt;
            earlier_.add(one.action, departs(one.action)
                                         ? one.action.amount(column("montant_propose"))
                                         : amount);
        }
    }

    void require_whole(const checked_row& action, std::string_view name) const {
        if (!action.whole(column(name))) {
            throw not_computable(problems_.at(action, column(name), "compute.unreadable"));
        }
    }

    /// Proposed by the officer, who says why.
    bool departs(const checked_row& action) const {
        return action.filled(column("montant_propose")) &&
               action.filled(column("motif_de_derogation"));
    }

    void divide_envelopes() {
        std::vector<envelope_file> files;
        for (const auto& one : candidates_) {
            envelope_file file{one.action, {}, {}, false, {}};
            if (departs(one.action)) {
                // Unreadable, it could be anything.
                file.fixed = one.action.amount(column("montant_propose"));
            } else {
                if (one.made) {
                    file.amount = one.made->result.amount;
                }
                file.most = one.action.amount(column("montant_demande"));
            }
            files.push_back(file);
        }
        for (const auto action : in_.sheet("actions")) {
            if (action.whole(column("exercice")) == made_.year && is_voted(action)) {
                files.push_back({action, {}, action.amount(column("montant_vote")), true, {}});
            }
        }
        year_envelopes envelopes(in_, problems_, *request_, made_.year);
        const auto doubtful = doubtful_sections(in_, made_.year, problems_, made_.problems);
        const auto shares = envelopes.divide(files, doubtful, made_.problems);
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            candidates_[i].envelope = shares[i].envelope;
            if (!files[i].fixed) {
                candidates_[i].share = shares[i];
            }
        }
        made_.envelopes = envelopes.results();
        for (const auto* section : {"FON", "INV"}) {
            const bool used =
                std::any_of(candidates_.begin(), candidates_.end(), [&](const candidate& one) {
                    return one.action.choice(column("section")) == section;
                });
            if (used && !envelopes.any(section)) {
                made_.notes.push_back(
                    message("compute.no_envelope",
                            {{"section", section}, {"year", std::to_string(made_.year)}}));
            }
        }
    }

    computed_action result_of(const candidate& one) {
        const auto& actions = in_.sheet("actions");
        const field number = column("numero_dossier");
        computed_action result;
        result.place = actions.source().address(one.action.position(), number);
        result.file = one.action.text(number);
        result.commune = check::name_in(one.action, column("commune"));
        result.section = one.action.choice(column("section"));
        result.requested = one.action.amount(column("montant_demande"));
        result.envelope = one.envelope;
        result.departs = departs(one.action);
        result.known = one.made && !one.share.waits;
        if (one.made) {
            result.rule = one.made->rule->id;
            result.result = one.made->result;
        }
        if (result.known) {
            if (one.share.cut) {
                result.result.divide(one.share.amount);
            }
            const auto told = [&](language in) {
                return account(one.made->rule->terms, one.made->asked, result.result,
                               one.share.cut ? &*one.share.cut : nullptr, in);
            };
            result.account = told(language::french).line();
            result.told = told(current_language()).line();
            result.step_texts = told(current_language()).steps();
        } else {
            result.account = account_of_problem(
                one.problem ? one.problem->message
                            : message("compute.waits", {{"section", result.section},
                                                        {"year", std::to_string(made_.year)}}),
                language::french);
        }
        const field proposed = column("montant_propose");
        result.proposes =
            result.known && !result.departs && (!one.action.filled(proposed) || adopted(one));
        if (one.action.filled(proposed) && !result.proposes) {
            result.proposed = one.action.amount(proposed);
            if (!result.proposed) {
                made_.problems.push_back(problems_.at(one.action, proposed, "compute.unreadable"));
            }
        } else {
            result.proposed = result.calculated();
        }
        return result;
    }

    /// Its envelope takes the terms of the scenario that the officer adopts.
    bool adopted(const candidate& one) const {
        if (!request_->adopt || !request_->terms || !one.share.envelope) {
            return false;
        }
        const auto& envelope = made_.envelopes[*one.share.envelope];
        return request_->terms->concerns(envelope.section, envelope.programme);
    }

    /// The files whose public aid is limited and not known.
    std::vector<std::string> without_plan() const {
        std::vector<std::string> files;
        for (const auto& one : candidates_) {
            if (one.made && one.made->asked.without_plan) {
                files.push_back(one.action.text(column("numero_dossier")));
            }
        }
        return files;
    }

    void add_notes() {
        tell_unreadable_sums(in_, made_.year, grants_, problems_, made_.problems);
        made_.notes.insert(made_.notes.begin(), missing_.begin(), missing_.end());
        if (!in_.has("financements") && !candidates_.empty()) {
            made_.notes.push_back(message("compute.no_financings"));
        } else if (const auto files = without_plan(); !files.empty()) {
            made_.notes.push_back(
                message("compute.without_plan", {{"files", enumeration(files, ", ")}}));
        }
        for (const auto& envelope : made_.envelopes) {
            if (envelope.known && envelope.left() < money()) {
                made_.notes.push_back(message(
                    "compute.overspent", {{"section", envelope.section},
                                          {"year", std::to_string(envelope.year)},
                                          {"amount", check::shown(money() - envelope.left())}}));
            }
        }
    }

    /// A faulty row of the scale stops many files and is told once.
    void drop_repeated_problems() {
        const auto same = [](const compute_problem& a, const compute_problem& b) {
            return a.sheet_order == b.sheet_order && a.place.row == b.place.row &&
                   a.place.column == b.place.column && a.message == b.message;
        };
        made_.problems.erase(std::unique(made_.problems.begin(), made_.problems.end(), same),
                             made_.problems.end());
    }

    const compute_request* request_;
    progress_sink* progress_;
    std::size_t told_ = 0; ///< each file is told of twice
    check::check_request wanted_;
    check::checked_register in_;
    std::vector<check::finding> findings_;
    problem_maker problems_;
    earlier_grants earlier_;
    file_grants grants_;
    computation made_;
    computed_files files_;
    std::vector<std::string> missing_ = missing_columns(in_);
    std::vector<candidate> candidates_; ///< in the order of the sheet
};

} // namespace

computation compute_register(const register_book& book, const compute_request& request,
                             progress_sink& progress) {
    book.need("actions",
              {"numero_dossier", "exercice", "section", "etat", "date_de_depot", "thematique",
               "depense_eligible", "montant_demande", "montant_vote", "commune", "beneficiaire"});
    book.need("bareme", {"id_regle", "rang", "mode"});
    return computing(book, request, progress).run();
}

} // namespace octroi::core::compute
