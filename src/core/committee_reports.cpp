#include "core/committee_reports.hpp"

#include "core/document_fields.hpp"
#include "core/report_actions.hpp"
#include "core/report_budget.hpp"
#include "core/report_financing.hpp"
#include "core/report_groups.hpp"
#include "core/report_review.hpp"
#include "core/row_filter.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

namespace {

/// « Conseil départemental » of « le Président du Conseil départemental ».
std::string assembly_of(const std::string& office) {
    static constexpr std::string_view of = " du ";
    const auto at = office.rfind(of);
    return at == std::string::npos ? office : office.substr(at + of.size());
}

class report_maker {
public:
    report_maker(const report_register& in, const document_request& request)
        : in_(&in), request_(&request), budget_(in),
          filter_(in.book().need("actions").schema(), request.where) {}

    /// A row may be asked for by its number or by what it says.
    bool asked_for(const report_group& group) const {
        const auto rows = group.rows();
        if (rows.empty()) {
            return !request_->rows || request_->rows->contains(group.place.row + 1);
        }
        return std::any_of(rows.begin(), rows.end(), [&](const table_row& row) {
            return (!request_->rows ||
                    request_->rows->contains(row.of().sheet_row(row.position()))) &&
                   filter_.accepts(row, in_->known());
        });
    }

    document_draft make(const report_group& group) const {
        document_draft draft;
        draft.kind = request_->kind;
        draft.unit = "rapport";
        draft.number = group.number;
        draft.place = group.place;
        draft.problem = group.problem;
        if (draft.problem.empty()) {
            try {
                fill(draft, group);
            } catch (const data_problem& problem) {
                draft.problem = problem.what();
            }
        }
        return draft;
    }

private:
    void fill(document_draft& draft, const report_group& group) const {
        auto& data = draft.data;
        const auto rows = group.rows();
        for (const auto& row : rows) {
            draft.origins.emplace(row.of().schema().title, row);
        }
        const date on = group.decided.value_or(in_->checked().as_of());
        data.fields["numero"] = group.number;
        data.fields["projet_num"] = flag(request_->draft);
        add_decisions(data, rows);
        if (!group.decided) {
            data.fields["cp_date"] = "";
            data.fields["cp_date_iso"] = "";
            data.fields["cp_numero"] = "";
        }
        add_department(data, in_->settings(), on);
        data.fields["assemblee_nom"] = assembly_of(data.fields["president_titre"]);
        add_report_actions(draft, *in_, budget_, group, on);
        add_report_conventions(data, *in_, budget_, group);
        add_report_operations(data, *in_, group);
        add_report_rejections(data, *in_, group);
        budget_.fill(data, group);
        add_year_before(data, *in_, group);
        add_criteria(data, *in_, group, on);
        const auto threshold = in_->settings().amount("convention_privee.seuil", on);
        data.fields["convention_seuil"] = threshold ? french(*threshold) : "";
        const auto minimum = in_->settings().ratio("part.minimale", on);
        data.fields["part_minimale"] = minimum ? french(*minimum) : "";
        const auto engaged = in_->settings().day("cer.depuis", on);
        data.fields["cer_num"] = flag(data.fields["prive_num"] == "1" && engaged && *engaged <= on);
        data.fields["attente_dossiers"] = enumeration(group.waiting, " et ");
        data.fields["attente_num"] = std::to_string(group.waiting.size());
    }

    const report_register* in_;
    const document_request* request_;
    report_budget budget_;
    row_filter filter_;
};

} // namespace

std::vector<document_draft> committee_reports(const register_book& book,
                                              const document_request& request) {
    book.need("actions", {"numero_dossier", "exercice", "section", "commune", "beneficiaire",
                          "cout_total", "depense_eligible", "montant_vote", "date_cp", "etat"});
    const report_register in(book, request);
    const report_maker maker(in, request);
    std::vector<document_draft> drafts;
    for (const auto& group : report_groups(in)) {
        if (maker.asked_for(group)) {
            drafts.push_back(maker.make(group));
        }
    }
    return drafts;
}

} // namespace octroi::core
