#include "office/summary_chart_data.hpp"

#include "core/check/wording.hpp"
#include "core/messages.hpp"
#include "office/plan_rows.hpp"

#include <algorithm>
#include <map>

namespace octroi::office {

namespace compute = core::compute;

namespace {

constexpr int first_data_column = printed_columns + 1;
constexpr int head_row = 2;
constexpr int full_height = 46; ///< rows: with the title, one page
constexpr int half_height = 23;

core::money granted(const compute::theme_summary& of) {
    return of.amounts.voted + of.amounts.proposed;
}

/// A bar shows parts of the envelope's amount.
bool has_bar(const compute::envelope_summary& of) {
    return of.amount > core::money();
}

bool any_granted(const compute::register_summary& summary) {
    return std::any_of(summary.communes.begin(), summary.communes.end(),
                       [](const auto& of) { return of.granted() != core::money(); }) ||
           std::any_of(summary.themes.begin(), summary.themes.end(),
                       [](const auto& of) { return granted(of) != core::money(); });
}

/// « 45 000 € »: to the euro, half up, as a label on a chart needs it.
std::string whole_euros(core::money amount) {
    return core::message("summary.chart.euros",
                         {{"amount", core::check::shown((amount.cents() + 50) / 100)}});
}

/// « 18,9 % », as the label of the slice has it.
std::string tenths_of_percent(core::money part, core::money whole) {
    constexpr std::int64_t all = 1000;
    const auto thousandths = (2 * all * part.cents() + whole.cents()) / (2 * whole.cents());
    return core::message("summary.chart.percent",
                         {{"share", core::check::percent(core::money::from_cents(thousandths),
                                                         core::money::from_cents(all))}});
}

class data_writer {
public:
    data_writer(sheet_plan& plan, const compute::register_summary& summary,
                const table_places& places)
        : plan_(&plan), summary_(&summary), places_(&places) {}

    void write() {
        envelopes();
        themes();
        communes();
        if (!plan_->charts.empty()) {
            put(first_data_column, 0, core::message("summary.chart.data"), cell_look::data_head);
        }
    }

private:
    void put(int column, int row, cell_content content, cell_look look) {
        auto& line = plan_->rows.at(static_cast<std::size_t>(row));
        if (line.size() <= static_cast<std::size_t>(column)) {
            line.resize(static_cast<std::size_t>(column) + 1);
        }
        line[static_cast<std::size_t>(column)] = {std::move(content), look};
    }

    void open(const std::vector<std::string>& titles) {
        if (plan_->rows.size() <= head_row) {
            plan_->rows.resize(head_row + 1);
        }
        row_ = head_row;
        for (std::size_t i = 0; i < titles.size(); ++i) {
            put(column_ + static_cast<int>(i), row_, titles[i], cell_look::data_head);
        }
        width_ = static_cast<int>(titles.size());
    }

    /// The place of a line's name; its amounts are to the right.
    void line(const std::string& name) {
        ++row_;
        if (plan_->rows.size() <= static_cast<std::size_t>(row_)) {
            plan_->rows.resize(static_cast<std::size_t>(row_) + 1);
        }
        put(column_, row_, name, cell_look::data_text);
        for (int i = 1; i < width_; ++i) {
            put(column_ + i, row_, {}, cell_look::data_amount);
        }
    }

    void amount(int column, std::string text) {
        put(column_ + column, row_, formula{std::move(text)}, cell_look::data_amount);
    }

    void share(int column, const std::string& text) {
        put(column_ + column, row_, formula{"=" + text}, cell_look::data_share);
    }

    void close(chart_kind kind, const std::string& title) {
        if (row_ == head_row) {
            for (int i = 0; i < width_; ++i) {
                put(column_ + i, head_row, {}, cell_look::plain);
            }
            return;
        }
        plan_->charts.push_back({kind, title, column_, column_ + width_ - 1, head_row, row_});
        column_ += width_ + 1;
    }

    std::string year() const { return std::to_string(summary_->year); }

    /// Voted + proposed of a row of the tables of communes and themes.
    static std::string granted_in(int row) { return cell_at(6, row) + "+" + cell_at(7, row); }

    void envelopes() {
        open({core::message("summary.chart.envelope"), core::message("summary.column.voted"),
              core::message("summary.column.proposed"), core::message("summary.column.left")});
        for (std::size_t i = 0; i < summary_->envelopes.size(); ++i) {
            const auto& of = summary_->envelopes[i];
            if (!has_bar(of)) {
                continue;
            }
            const std::string name =
                of.section + " " + std::to_string(of.year) + " – " + of.programme;
            line(of.left() < core::money()
                     ? core::message("summary.overspent_mark", {{"envelope", name}})
                     : name);
            const int row = places_->envelopes[i];
            const std::string whole = "/" + cell_at(4, row);
            share(1, cell_at(5, row) + whole);
            share(2, cell_at(6, row) + whole);
            share(3, "MAX(0;" + cell_at(8, row) + ")" + whole);
        }
        close(chart_kind::envelopes, core::message("summary.chart.envelopes"));
    }

    /// The largest first: legend and slices go in one order, also where all is grey.
    void themes() {
        std::vector<std::size_t> order;
        core::money all;
        for (std::size_t i = 0; i < summary_->themes.size(); ++i) {
            if (granted(summary_->themes[i]) > core::money()) {
                order.push_back(i);
                all += granted(summary_->themes[i]);
            }
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return granted(summary_->themes[a]) > granted(summary_->themes[b]);
        });
        open({core::message("summary.column.theme"), core::message("summary.chart.granted")});
        for (const auto i : order) {
            const auto& of = summary_->themes[i];
            const bool twice =
                std::count_if(summary_->themes.begin(), summary_->themes.end(),
                              [&](const auto& other) { return other.theme == of.theme; }) > 1;
            line((twice ? of.section + " – " + of.theme : of.theme) + " (" +
                 tenths_of_percent(granted(of), all) + ")");
            amount(1, "=" + granted_in(places_->themes[i]));
        }
        close(chart_kind::themes, core::message("summary.chart.themes", {{"year", year()}}));
    }

    void communes() {
        const auto sections = sections_of(*summary_);
        std::vector<std::string> titles = {core::message("summary.column.commune")};
        for (const auto& section : sections) {
            titles.push_back(section_name(section));
        }
        open(titles);
        struct bar {
            const compute::commune_summary* first;
            std::map<std::string, int> rows;
            core::money all;
        };
        std::vector<bar> bars;
        std::map<std::pair<std::string, std::string>, std::size_t> known;
        for (std::size_t i = 0; i < summary_->communes.size(); ++i) {
            const auto& of = summary_->communes[i];
            const auto [found, is_new] = known.try_emplace({of.insee, of.name}, bars.size());
            if (is_new) {
                bars.push_back({&of, {}, {}});
            }
            bars[found->second].rows.try_emplace(of.section, places_->communes[i]);
            bars[found->second].all += of.granted();
        }
        for (const auto& of : bars) {
            if (of.all == core::money()) {
                continue;
            }
            line(of.first->name + " (" + whole_euros(of.all) + ")");
            for (std::size_t i = 0; i < sections.size(); ++i) {
                if (const auto found = of.rows.find(sections[i]); found != of.rows.end()) {
                    amount(static_cast<int>(i) + 1, "=" + granted_in(found->second));
                }
            }
        }
        close(chart_kind::communes, core::message("summary.chart.communes", {{"year", year()}}));
    }

    sheet_plan* plan_;
    const compute::register_summary* summary_;
    const table_places* places_;
    int column_ = first_data_column;
    int row_ = head_row;
    int width_ = 0;
};

} // namespace

std::string section_name(const std::string& section) {
    if (section == "INV") {
        return core::message("summary.section.inv");
    }
    if (section == "FON") {
        return core::message("summary.section.fon");
    }
    return section;
}

std::vector<std::string> sections_of(const compute::register_summary& summary) {
    std::vector<std::string> sections;
    for (const char* usual : {"INV", "FON"}) {
        if (std::any_of(summary.communes.begin(), summary.communes.end(),
                        [&](const auto& of) { return of.section == usual; })) {
            sections.emplace_back(usual);
        }
    }
    for (const auto& of : summary.communes) {
        if (std::find(sections.begin(), sections.end(), of.section) == sections.end()) {
            sections.push_back(of.section);
        }
    }
    return sections;
}

int chart_rows(const compute::register_summary& summary) {
    if (any_granted(summary)) {
        return full_height;
    }
    return std::any_of(summary.envelopes.begin(), summary.envelopes.end(), has_bar) ? half_height
                                                                                    : 0;
}

void add_chart_data(sheet_plan& plan, const compute::register_summary& summary,
                    const table_places& places) {
    data_writer(plan, summary, places).write();
}

} // namespace octroi::office
