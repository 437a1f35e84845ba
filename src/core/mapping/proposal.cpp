#include "core/mapping/proposal.hpp"

#include "core/mapping/column_content.hpp"
#include "core/mapping/names.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace octroi::core::mapping {

namespace {

// How well a column suits a field: its header's likeness, set right by its values.
constexpr double remembered = 2.0;
constexpr double values_alone = 0.55;
constexpr double values_contradict = 0.45;
constexpr double texts_contradict = 0.25; // a list or a place may be another département's
constexpr double values_agree = 0.03;
constexpr double least_suited = 0.5;
constexpr double certainly = 0.95;
constexpr double likely = 0.7;
constexpr double few = 0.2;
constexpr double most = 0.8;

/// A title row has a cell or two.
constexpr int fewest_headers = 2;

column_values values_below(const sheet_data& head, int header_row, int position) {
    column_values values;
    for (int row = header_row + 1; row < head.rows(); ++row) {
        if (const auto& cell = head.at(row, position); !is_empty(cell)) {
            values.push_back(&cell);
        }
    }
    return values;
}

/// Folded names of all tables' own fields: a row that holds some is likely a header.
const std::set<std::string>& own_headers() {
    static const std::set<std::string> keys = [] {
        std::set<std::string> all;
        for (const auto& schema : all_schemas()) {
            for (const auto& field : schema.fields) {
                all.insert(fold(field.title));
                for (const auto& alias : field.aliases) {
                    all.insert(fold(alias));
                }
            }
        }
        return all;
    }();
    return keys;
}

/// How much a row looks like a header: texts, best of all known ones, and no numbers or dates.
int header_likeness(const sheet_data& head, int row) {
    constexpr int known_header = 3;
    constexpr int text = 1;
    constexpr int value = -2;
    constexpr std::size_t longest_header = 120;
    int texts = 0;
    int likeness = 0;
    for (int column = 0; column < head.columns(); ++column) {
        const auto& cell = head.at(row, column);
        if (const auto* written = std::get_if<std::string>(&cell)) {
            if (written->size() <= longest_header && !trim(*written).empty()) {
                ++texts;
                likeness += own_headers().contains(fold(*written)) ? known_header : text;
            }
        } else if (!is_empty(cell)) {
            likeness += value;
        }
    }
    return texts >= fewest_headers ? likeness : 0;
}

/// Position in the head of the likely header; nothing if no row looks like one.
std::optional<int> likely_header(const sheet_data& head) {
    std::optional<int> best;
    int highest = 0;
    for (int row = 0; row < std::min(head.rows(), table::rows_searched_for_header); ++row) {
        if (const int likeness = header_likeness(head, row); likeness > highest) {
            highest = likeness;
            best = row;
        }
    }
    return best;
}

struct candidate {
    std::size_t column = 0; ///< position among the sheet's mapped columns
    std::size_t field = 0;
    double suits = 0;
};

class column_matcher {
public:
    column_matcher(const table_schema& schema, const confirmed_pairs& known)
        : schema_(&schema), known_(&known) {}

    /// The columns of the head below the header in this position, each field given once.
    std::vector<mapped_column> match(const sheet_data& head, int header_row) {
        for (int position = 0; position < head.columns(); ++position) {
            const std::string header = header_text(head.at(header_row, position));
            const auto values = values_below(head, header_row, position);
            if (header.empty() && values.empty()) {
                continue;
            }
            add_candidates(header, values);
            columns_.push_back(
                {header, head.column_numbers[static_cast<std::size_t>(position)], {}, {}});
        }
        assign();
        return std::move(columns_);
    }

private:
    void add_candidates(const std::string& header, const column_values& values) {
        std::vector<double> suits(schema_->fields.size());
        for (const auto& [field, score] : matches_of_header(*schema_, header)) {
            suits[field] = judged(score, schema_->fields[field], values);
        }
        const bool unlike_all =
            std::none_of(suits.begin(), suits.end(), [](double each) { return each > 0; });
        for (std::size_t i = 0; unlike_all && i < suits.size(); ++i) {
            if (values_tell(schema_->fields[i], values)) {
                suits[i] = values_alone;
            }
        }
        if (const auto confirmed = known_->field_of(schema_->name, header)) {
            for (std::size_t i = 0; i < suits.size(); ++i) {
                if (schema_->fields[i].name == *confirmed) {
                    suits[i] = remembered;
                }
            }
        }
        for (std::size_t i = 0; i < suits.size(); ++i) {
            if (suits[i] >= least_suited) {
                candidates_.push_back({columns_.size(), i, suits[i]});
            }
        }
    }

    static double judged(double score, const table_field& field, const column_values& values) {
        const auto share = share_that_fits(field, values);
        if (share && *share < few) {
            return score - (field.type == field_type::text ? texts_contradict : values_contradict);
        }
        return share && *share > most ? score + values_agree : score;
    }

    /// The best pairs first; of equal ones the column to the left.
    void assign() {
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const auto& a, const auto& b) { return a.suits > b.suits; });
        std::vector<bool> given(schema_->fields.size());
        for (const auto& [column, field, suits] : candidates_) {
            auto& mapped = columns_[column];
            if (given[field] || !mapped.field.empty()) {
                continue;
            }
            given[field] = true;
            mapped.field = schema_->fields[field].name;
            mapped.sure = suits >= certainly ? trust::certain
                          : suits >= likely  ? trust::likely
                                             : trust::guess;
        }
    }

    const table_schema* schema_;
    const confirmed_pairs* known_;
    std::vector<mapped_column> columns_;
    std::vector<candidate> candidates_;
};

/// How well a sheet suits a table, 0 for not at all.
double suits_table(const mapped_sheet& sheet, const table_schema& schema,
                   const confirmed_pairs& known) {
    constexpr double confirmed = 100;
    constexpr double own_name_of_sheet = 3;
    constexpr double like_name_of_sheet = 1.5;
    constexpr double sure_column = 1;
    constexpr double likely_column = 0.8;
    constexpr double guessed_column = 0.3;
    constexpr double optional_field = 0.6;
    constexpr double fewest_columns = 2;
    constexpr double share_of_columns = 0.4;
    double sum = 0;
    double named = 0; // by their headers
    for (const auto& column : sheet.columns) {
        if (column.field.empty()) {
            continue;
        }
        const bool required =
            schema.fields[schema.index(column.field)].status == field_status::required;
        const double weight = column.sure == trust::certain  ? sure_column
                              : column.sure == trust::likely ? likely_column
                                                             : guessed_column;
        sum += required ? weight : weight * optional_field;
        named += column.sure == trust::guess ? 0 : 1;
    }
    if (known.table_of(sheet.sheet) == schema.name) {
        return confirmed + sum;
    }
    const double name = likeness_of_sheet(schema, sheet.sheet);
    if (name == own_name) {
        return own_name_of_sheet + sum;
    }
    // Octroi's own sheets, and the open data that it writes, go by their names only.
    if (schema.optional_sheet || schema.name == "journal") {
        return 0;
    }
    const auto columns = static_cast<double>(sheet.columns.size());
    const bool enough =
        named > fewest_columns ||
        (named == fewest_columns && (name > 0 || named >= columns * share_of_columns));
    return enough ? sum + name * like_name_of_sheet : 0;
}

struct claim {
    std::size_t sheet = 0;
    double suits = 0;
    mapped_sheet map;
};

/// What the sheet is most likely; nothing if it is like no table.
std::optional<claim> best_claim(std::size_t position, const sheet_data& head,
                                const confirmed_pairs& known) {
    std::optional<claim> best;
    if (!likely_header(head)) {
        return best;
    }
    for (const auto& schema : all_schemas()) {
        auto map = proposed_sheet(head, schema.name, known);
        const double suits = suits_table(map, schema, known);
        if (suits > (best ? best->suits : 0)) {
            best = claim{position, suits, std::move(map)};
        }
    }
    return best;
}

} // namespace

workbook_map proposed_map(std::span<const sheet_data> heads, const confirmed_pairs& known) {
    workbook_map map;
    std::vector<claim> claims;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        map.sheets.push_back({heads[i].name, {}, -1, {}});
        if (auto best = best_claim(i, heads[i], known)) {
            claims.push_back(std::move(*best));
        }
    }
    std::stable_sort(claims.begin(), claims.end(),
                     [](const auto& a, const auto& b) { return a.suits > b.suits; });
    for (auto& each : claims) {
        if (map.find(each.map.table) == nullptr) {
            map.sheets[each.sheet] = std::move(each.map);
        }
    }
    return map;
}

mapped_sheet proposed_sheet(const sheet_data& head, std::string_view table,
                            const confirmed_pairs& known, std::optional<int> header_row) {
    mapped_sheet sheet{head.name, std::string(table), -1, {}};
    const auto row = header_row ? row_in(head, *header_row) : likely_header(head);
    if (table.empty() || !row) {
        return sheet;
    }
    sheet.header_row = head.row_numbers[static_cast<std::size_t>(*row)];
    sheet.columns = column_matcher(schema_of(table), known).match(head, *row);
    return sheet;
}

std::string example_of(const sheet_data& head, int header_row, int column) {
    const auto row = row_in(head, header_row);
    const auto position = std::find(head.column_numbers.begin(), head.column_numbers.end(), column);
    if (!row || position == head.column_numbers.end()) {
        return {};
    }
    const auto values =
        values_below(head, *row, static_cast<int>(position - head.column_numbers.begin()));
    return values.empty() ? std::string() : quoted_value(*values.front());
}

} // namespace octroi::core::mapping
