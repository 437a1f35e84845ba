#include "office/summary_plan.hpp"

#include "core/check/wording.hpp"
#include "core/messages.hpp"
#include "office/plan_rows.hpp"
#include "office/summary_chart_data.hpp"

#include <algorithm>

namespace octroi::office {

namespace compute = core::compute;

namespace {

/// Those of Actions, in every table of what communes ask for and get.
constexpr int files_column = 3;
constexpr int proposed_column = 6;
constexpr int voted_column = 7;
constexpr int paid_column = 8;
constexpr int population_column = 9;
constexpr int per_inhabitant_column = 10;

// Table of the envelopes.
constexpr int envelope_amount_column = 4;
constexpr int envelope_left_column = 8;
constexpr int used_column = 9;
constexpr int remark_column = 10;

// Table of the conventions.
constexpr int convention_files_column = 2;
constexpr int annuities_column = 10;

column_titles with_amounts(column_titles titles) {
    const column_titles amounts = {
        {files_column, "summary.column.files"}, {4, "summary.column.requested"},
        {5, "summary.column.calculated"},       {proposed_column, "summary.column.proposed"},
        {voted_column, "summary.column.voted"}, {paid_column, "summary.column.paid"}};
    titles.insert(titles.end(), amounts.begin(), amounts.end());
    return titles;
}

class planner : plan_rows {
public:
    explicit planner(const compute::register_summary& summary) : summary_(&summary) {}

    sheet_plan made() {
        put(0, core::message("summary.title", {{"year", std::to_string(summary_->year)}}),
            cell_look::title);
        next();
        put(0, core::message("summary.note"), cell_look::note);
        next(2);
        plan.charts_first_row = row();
        next(chart_rows(*summary_));
        plan.charts_last_row = row() - 1;
        plan.parts.emplace_back(0, row() - 1);
        communes();
        themes();
        years();
        envelopes();
        payments();
        add_chart_data(plan, *summary_, places_);
        square();
        return std::move(plan);
    }

private:
    void amounts(const compute::summary_amounts& of) {
        put(files_column, of.files, cell_look::count);
        put(4, of.requested, cell_look::amount);
        put(5, of.calculated, cell_look::amount);
        put(proposed_column, of.proposed, cell_look::amount);
        put(voted_column, of.voted, cell_look::amount);
        put(paid_column, of.paid, cell_look::amount);
    }

    std::string granted() const {
        return cell_at(proposed_column, row()) + "+" + cell_at(voted_column, row());
    }

    void amounts_total(const std::string& label, int first, const char* function, int last_column) {
        total(label, first, function, last_column,
              {files_column, 4, 5, proposed_column, voted_column, paid_column}, files_column);
        next();
    }

    void communes() {
        const column_titles titles = [] {
            auto all = with_amounts({{0, "summary.column.insee"},
                                     {1, "summary.column.commune"},
                                     {2, "summary.column.section"}});
            all.emplace_back(population_column, "summary.column.population");
            all.emplace_back(per_inhabitant_column, "summary.column.per_inhabitant");
            return all;
        }();
        const auto sections = sections_of(*summary_);
        places_.communes.resize(summary_->communes.size());
        if (sections.empty()) {
            open_table(core::message("summary.communes_all"), titles);
            closed_for_nothing(true, per_inhabitant_column);
            return;
        }
        std::optional<int> first_of_all;
        for (const auto& section : sections) {
            open_table(core::message("summary.communes", {{"section", section_name(section)}}),
                       titles);
            first_of_all = first_of_all.value_or(first());
            for (std::size_t i = 0; i < summary_->communes.size(); ++i) {
                if (summary_->communes[i].section == section) {
                    places_.communes[i] = row();
                    commune(summary_->communes[i]);
                }
            }
            amounts_total(core::message("summary.section_subtotal", {{"section", section}}),
                          first(), "=SUBTOTAL(9;", per_inhabitant_column);
            if (section == sections.back()) {
                amounts_total(core::message("summary.grand_total"), *first_of_all, "=SUBTOTAL(9;",
                              per_inhabitant_column);
            }
            close_part();
        }
    }

    void commune(const compute::commune_summary& of) {
        put(0, of.insee, cell_look::text);
        put(1, of.name, cell_look::text);
        put(2, of.section, cell_look::centred);
        amounts(of.amounts);
        put(population_column, {}, cell_look::count);
        put(per_inhabitant_column, {}, cell_look::amount);
        if (of.population.value_or(0) > 0) {
            put(population_column, *of.population, cell_look::count);
            put(per_inhabitant_column,
                formula{"=(" + granted() + ")/" + cell_at(population_column, row())},
                cell_look::amount);
        }
        next();
    }

    void themes() {
        open_table(core::message("summary.themes"), with_amounts({{0, "summary.column.section"},
                                                                  {1, "summary.column.theme"},
                                                                  {2, "summary.column.share"}}));
        if (closed_for_nothing(summary_->themes.empty(), paid_column)) {
            return;
        }
        const int total_row = first() + static_cast<int>(summary_->themes.size());
        const std::string all =
            cell_at(proposed_column, total_row) + "+" + cell_at(voted_column, total_row);
        const std::string before = "=IF(" + all + "=0;0;(";
        const std::string after = ")/(" + all + "))";
        for (const auto& of : summary_->themes) {
            places_.themes.push_back(row());
            put(0, of.section, cell_look::centred);
            put(1, of.theme, cell_look::text);
            std::string share = before;
            share += granted();
            share += after;
            put(2, formula{std::move(share)}, cell_look::share);
            amounts(of.amounts);
            next();
        }
        amounts_total(core::message("summary.total"), first(), "=SUM(", paid_column);
        close_part();
    }

    void years() {
        open_table(core::message("summary.years"), with_amounts({{0, "summary.column.year"},
                                                                 {1, "summary.column.section_name"},
                                                                 {2, "summary.column.section"}}));
        if (closed_for_nothing(summary_->years.empty(), paid_column)) {
            return;
        }
        for (const auto& of : summary_->years) {
            put(0, of.year, cell_look::centred);
            put(1, section_name(of.section), cell_look::text);
            put(2, of.section, cell_look::centred);
            amounts(of.amounts);
            next();
        }
        amounts_total(core::message("summary.total"), first(), "=SUM(", paid_column);
        close_part();
    }

    void envelopes() {
        open_table(core::message("summary.envelopes"),
                   {{0, "summary.column.year"},
                    {1, "summary.column.programme"},
                    {2, "summary.column.section"},
                    {3, "summary.column.mode"},
                    {envelope_amount_column, "summary.column.amount"},
                    {5, "summary.column.voted"},
                    {6, "summary.column.proposed"},
                    {7, "summary.column.paid"},
                    {envelope_left_column, "summary.column.left"},
                    {used_column, "summary.column.used"},
                    {remark_column, "summary.column.remark"}});
        if (closed_for_nothing(summary_->envelopes.empty(), remark_column)) {
            return;
        }
        for (const auto& of : summary_->envelopes) {
            places_.envelopes.push_back(row());
            envelope(of);
        }
        total(core::message("summary.total"), first(), "=SUM(", remark_column,
              {envelope_amount_column, 5, 6, 7, envelope_left_column}, std::nullopt);
        put(used_column, formula{used_formula()}, cell_look::total_share);
        next();
        close_part();
    }

    std::string used_formula() const {
        const std::string amount = cell_at(envelope_amount_column, row());
        return "=IF(" + amount + "=0;\"\";(" + cell_at(5, row()) + "+" + cell_at(6, row()) + ")/" +
               amount + ")";
    }

    void envelope(const compute::envelope_summary& of) {
        put(0, of.year, cell_look::centred);
        put(1, of.programme, cell_look::text);
        put(2, of.section, cell_look::centred);
        put(3, of.mode, cell_look::text);
        put(envelope_amount_column, of.amount, cell_look::amount);
        put(5, of.voted, cell_look::amount);
        put(6, of.proposed, cell_look::amount);
        put(7, of.paid, cell_look::amount);
        put(envelope_left_column,
            formula{"=" + cell_at(envelope_amount_column, row()) + "-" + cell_at(5, row()) + "-" +
                    cell_at(6, row())},
            cell_look::amount);
        put(used_column, formula{used_formula()}, cell_look::share);
        put(remark_column, {}, cell_look::text);
        if (of.left() < core::money()) {
            put(remark_column,
                core::message("summary.overspent",
                              {{"amount", core::check::shown(core::money() - of.left())}}),
                cell_look::alert);
        }
        next();
    }

    void payments() {
        open_table(core::message("summary.payments"),
                   {{0, "summary.column.convention"},
                    {1, "summary.column.beneficiary"},
                    {convention_files_column, "summary.column.files"},
                    {3, "summary.column.voted"},
                    {4, "summary.column.definitive"},
                    {5, "summary.column.paid"},
                    {6, "summary.column.advance"},
                    {7, "summary.column.instalment"},
                    {8, "summary.column.balance"},
                    {9, "summary.column.repayment"},
                    {annuities_column, "summary.column.annuities"},
                    {11, "summary.column.begin"},
                    {12, "summary.column.complete"}});
        if (closed_for_nothing(summary_->payments.empty(), printed_columns - 1)) {
            return;
        }
        plan.repeated_row = first() - 1;
        for (const auto& of : summary_->payments) {
            payment(of);
        }
        total(core::message("summary.total"), first(), "=SUM(", printed_columns - 1,
              {convention_files_column, 3, 4, 5, 6, 7, 8, 9}, convention_files_column);
        next();
        close_part();
    }

    void payment(const compute::payment_summary& of) {
        put(0, of.convention, cell_look::text);
        put(1, of.beneficiary, cell_look::text);
        put(convention_files_column, of.files, cell_look::count);
        put(3, of.voted, cell_look::amount);
        put(4, of.definitive);
        put(5, of.paid, cell_look::amount);
        put(6, of.advance_due, cell_look::amount);
        put(7, of.instalment_due, cell_look::amount);
        put(8, of.balance_due, cell_look::amount);
        put(9, of.repayment_due, cell_look::amount);
        std::string annuities;
        for (const auto& amount : of.annuities) {
            if (!annuities.empty()) {
                annuities += core::message("summary.separator");
            }
            annuities += core::check::shown(amount);
        }
        put(annuities_column, of.annuities.size() > 1 ? annuities : std::string(), cell_look::text);
        put(11, of.begin_before);
        put(12, of.complete_before);
        next();
    }

    /// Rows of one length, so that they can be written as an array.
    void square() {
        std::size_t width = 0;
        for (const auto& line : plan.rows) {
            width = std::max(width, line.size());
        }
        for (auto& line : plan.rows) {
            line.resize(width);
        }
    }

    const compute::register_summary* summary_;
    table_places places_;
};

} // namespace

sheet_plan plan_summary(const compute::register_summary& summary) {
    return planner(summary).made();
}

} // namespace octroi::office
