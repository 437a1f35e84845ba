#include "core/check/passes.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core::check {

namespace {

class structure_pass {
public:
    structure_pass(checked_register& in, finding_list& findings)
        : in_(&in), missing_(findings, "GEN-01"), unknown_(findings, "GEN-02"),
          label_(findings, "GEN-03"), blank_(findings, "GEN-04"), zone_(findings, "GEN-16") {}

    void run() {
        for (const auto& [table, name] : in_->book().without_header()) {
            if (in_->has(table)) {
                continue; // another sheet is the table
            }
            const auto& title = schema_of(table).fields.front().title;
            missing_.at_cell("headless", in_->sheet(table), {name, 0, 0}, title, {},
                             {{"feuille", name}, {"colonne", title}});
        }
        for (auto* sheet : in_->sheets()) {
            check_headers(*sheet);
            check_order(*sheet);
            check_labels(*sheet);
            check_blank_rows(*sheet);
            check_merged(*sheet);
            check_subtotals(*sheet);
        }
    }

private:
    /// A missing column whose header is misspelt gets one message, at that header.
    void check_headers(const checked_sheet& sheet) const {
        const auto& source = sheet.source();
        std::vector<std::string> absent;
        for (field i = 0; i < sheet.schema().fields.size(); ++i) {
            if (!sheet.has(i)) {
                absent.push_back(sheet.schema().fields[i].title);
            }
        }
        std::set<std::string> misspelt;
        for (const auto& header : source.unknown_headers()) {
            const std::string guess = nearest(header.title, absent);
            const auto place = sheet.source().header_address(header.column);
            if (!guess.empty() && misspelt.insert(guess).second && is_required(sheet, guess)) {
                missing_.at_cell("default", sheet, place, guess, header.title,
                                 {{"colonne", guess}, {"feuille", source.sheet()}}, guess);
            } else {
                unknown_.at_cell("default", sheet, place, header.title, header.title,
                                 {{"colonne", header.title}},
                                 guess.empty() ? std::nullopt : std::optional<correction>(guess));
            }
        }
        for (const auto& title : absent) {
            if (is_required(sheet, title) && !misspelt.contains(title)) {
                missing_.at_cell(
                    "default", sheet,
                    sheet.source().header_address(source.data().column_numbers.front()), title, {},
                    {{"colonne", title}, {"feuille", source.sheet()}});
            }
        }
    }

    static bool is_required(const checked_sheet& sheet, const std::string& title) {
        const auto& fields = sheet.schema().fields;
        return std::any_of(fields.begin(), fields.end(), [&](const table_field& known) {
            return known.title == title && known.status == field_status::required;
        });
    }

    /// The fewest columns that would have to move are out of order.
    void check_order(const checked_sheet& sheet) const {
        struct placed {
            int column;
            field position;
            std::size_t length = 1;
            std::size_t before = 0;
        };
        std::vector<placed> columns;
        const auto& data = sheet.source().data();
        for (field i = 0; i < sheet.schema().fields.size(); ++i) {
            if (const auto& column = sheet.source().data_column(i)) {
                columns.push_back({data.column_numbers[static_cast<std::size_t>(*column)], i});
            }
        }
        std::sort(columns.begin(), columns.end(),
                  [](const placed& a, const placed& b) { return a.column < b.column; });
        // The longest rising sequence of positions stays where it is.
        std::size_t last = columns.size();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].before = columns.size();
            for (std::size_t j = 0; j < i; ++j) {
                if (columns[j].position < columns[i].position &&
                    columns[j].length + 1 > columns[i].length) {
                    columns[i].length = columns[j].length + 1;
                    columns[i].before = j;
                }
            }
            if (last == columns.size() || columns[i].length > columns[last].length) {
                last = i;
            }
        }
        std::set<std::size_t> in_order;
        for (std::size_t i = last; i < columns.size(); i = columns[i].before) {
            in_order.insert(i);
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!in_order.contains(i)) {
                const auto& title = sheet.schema().fields[columns[i].position].title;
                unknown_.at_cell("disordered", sheet,
                                 sheet.source().header_address(columns[i].column), title, title,
                                 {{"colonne", title}});
            }
        }
    }

    void check_labels(const checked_sheet& sheet) const {
        const auto& source = sheet.source();
        for (const auto& twice : source.duplicates()) {
            const auto& title = sheet.schema().fields[twice.field].title;
            label_.at_cell("default", sheet, sheet.source().header_address(twice.second_column),
                           title, title,
                           {{"colonne", title},
                            {"c1", column_name(twice.first_column)},
                            {"c2", column_name(twice.second_column)}});
        }
        const auto& data = source.data();
        for (int column = 0; column < data.columns(); ++column) {
            if (is_empty(data.at(source.header_row(), column)) && has_data(source, column)) {
                const int shown = data.column_numbers[static_cast<std::size_t>(column)];
                label_.at_cell("blank", sheet, sheet.source().header_address(shown), {}, {},
                               {{"c1", column_name(shown)}});
            }
        }
    }

    static bool has_data(const table& source, int column) {
        for (int row = source.header_row() + 1; row < source.data().rows(); ++row) {
            if (!is_empty(source.data().at(row, column))) {
                return true;
            }
        }
        return false;
    }

    void check_blank_rows(const checked_sheet& sheet) const {
        const auto& source = sheet.source();
        const auto& data = source.data();
        int expected = sheet.source().header_address(0).row + 1;
        const int first_column = data.column_numbers.front();
        for (std::size_t row = 0; row < source.size(); ++row) {
            const int here = source.sheet_row(row) - 1;
            if (here > expected) {
                const cell_address place{source.sheet(), first_column, expected};
                if (here == expected + 1) {
                    blank_.at_cell("default", sheet, place, {}, {},
                                   {{"ligne", std::to_string(here)}});
                } else {
                    blank_.at_cell(
                        "stretch", sheet, place, {}, {},
                        {{"l1", std::to_string(expected + 1)}, {"l2", std::to_string(here)}});
                }
            }
            expected = here + 1;
        }
    }

    void check_merged(const checked_sheet& sheet) const {
        const int header = sheet.source().header_address(0).row;
        for (const auto& area : sheet.source().data().merged) {
            if (area.last_row >= header) {
                zone_.at_cell("merged", sheet,
                              {sheet.source().sheet(), area.first_column, area.first_row}, {}, {},
                              {{"plage", area.a1()}});
            }
        }
    }

    /// « TOTAL Nanterre », « Sous-total » as the first text of a row.
    void check_subtotals(checked_sheet& sheet) const {
        const auto& data = sheet.source().data();
        std::vector<std::size_t> totals;
        for (std::size_t row = 0; row < sheet.source().size(); ++row) {
            const int line = sheet.source().data_row(row);
            for (int column = 0; column < data.columns(); ++column) {
                const auto& cell = data.at(line, column);
                if (is_empty(cell)) {
                    continue;
                }
                const auto* text = std::get_if<std::string>(&cell);
                if (text != nullptr && is_total(*text)) {
                    totals.push_back(row);
                    zone_.at_cell("default", sheet,
                                  {data.name, data.column_numbers[static_cast<std::size_t>(column)],
                                   data.row_numbers[static_cast<std::size_t>(line)]},
                                  {}, cell,
                                  {{"ligne", std::to_string(sheet.source().sheet_row(row))}});
                }
                break;
            }
        }
        sheet.leave_out(totals);
    }

    static bool is_total(const std::string& text) {
        static constexpr std::size_t longest = 100;
        if (text.size() > longest) {
            return false;
        }
        const std::string key = fold(text);
        return key.starts_with("total") || key.starts_with("soustotal") ||
               key.starts_with("totaux");
    }

    checked_register* in_;
    reporter missing_;
    reporter unknown_;
    reporter label_;
    reporter blank_;
    reporter zone_;
};

} // namespace

void check_structure(checked_register& in, finding_list& findings) {
    structure_pass(in, findings).run();
}

} // namespace octroi::core::check
