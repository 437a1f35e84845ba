#include "core/mapping/workbook_map.hpp"

#include "core/mapping/names.hpp"
#include "core/messages.hpp"
#include "core/register.hpp"
#include "core/table.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>

namespace octroi::core::mapping {

namespace {

/// core::table takes no row for a header that matches fewer.
constexpr std::ptrdiff_t fewest_columns = 2;

const sheet_data* head_named(std::span<const sheet_data> heads, const std::string& sheet) {
    for (const auto& head : heads) {
        if (head.name == sheet) {
            return &head;
        }
    }
    for (const auto& head : heads) {
        if (fold(head.name) == fold(sheet)) {
            return &head;
        }
    }
    return nullptr;
}

/// How many of the sheet's mapped headers stand in a row of the head.
std::ptrdiff_t headers_in_row(const mapped_sheet& sheet, const sheet_data& head, int row) {
    return std::count_if(sheet.columns.begin(), sheet.columns.end(), [&](const auto& mapped) {
        for (int column = 0; column < head.columns(); ++column) {
            const std::string key = fold(header_text(head.at(row, column)));
            if (!key.empty() && key == fold(mapped.header)) {
                return true;
            }
        }
        return false;
    });
}

/// The row as noted if a header of the map stands in it, else the one that holds most of them.
std::optional<int> header_position(const mapped_sheet& sheet, const sheet_data& head) {
    if (const auto noted = row_in(head, sheet.header_row);
        noted && *noted < table::rows_searched_for_header &&
        headers_in_row(sheet, head, *noted) > 0) {
        return noted;
    }
    std::optional<int> best;
    std::ptrdiff_t most = 0;
    for (int row = 0; row < std::min(head.rows(), table::rows_searched_for_header); ++row) {
        if (const auto count = headers_in_row(sheet, head, row); count > most) {
            most = count;
            best = row;
        }
    }
    return best;
}

/// Where the column stands: by its header, of several equal ones in the place noted, else the first
/// that is free; a column without a header in the place noted.
int place_of(const mapped_column& mapped, const sheet_data& head, int row,
             const std::vector<int>& taken) {
    const std::string key = fold(mapped.header);
    int found = -1;
    for (int position = 0; position < head.columns(); ++position) {
        const int column = head.column_numbers[static_cast<std::size_t>(position)];
        if (fold(header_text(head.at(row, position))) != key ||
            std::find(taken.begin(), taken.end(), column) != taken.end()) {
            continue;
        }
        if (column == mapped.column) {
            return column;
        }
        if (found < 0 && !key.empty()) {
            found = column;
        }
    }
    return found;
}

mapped_sheet placed_sheet(mapped_sheet sheet, const sheet_data& head) {
    sheet.sheet = head.name;
    const auto row = header_position(sheet, head);
    sheet.header_row = row ? head.row_numbers[static_cast<std::size_t>(*row)] : -1;
    std::vector<int> taken;
    for (auto& mapped : sheet.columns) {
        mapped.column = row ? place_of(mapped, head, *row, taken) : -1;
        taken.push_back(mapped.column);
    }
    return sheet;
}

/// « C » or « Ville (C) ».
std::string shown(const mapped_column& column) {
    const std::string letters = column_name(column.column);
    return column.header.empty() ? letters : column.header + " (" + letters + ")";
}

class problem_list {
public:
    std::vector<std::string> of(const workbook_map& map) {
        if (std::all_of(map.sheets.begin(), map.sheets.end(),
                        [](const auto& sheet) { return sheet.table.empty(); })) {
            return {message("mapping.nothing")};
        }
        for (const auto& sheet : map.sheets) {
            if (sheet.table.empty()) {
                look_at_ignored(sheet);
            } else {
                look_at_mapped(sheet);
            }
        }
        return std::move(found_);
    }

private:
    void add(const char* key, std::initializer_list<message_argument> arguments) {
        found_.push_back(message(key, arguments));
    }

    /// The tables of a register are added where they are not mapped: their names must be free.
    void look_at_ignored(const mapped_sheet& sheet) {
        for (const auto& schema : table_schemas()) {
            if (fold(schema.title) == fold(sheet.sheet)) {
                add("mapping.name_taken", {{"sheet", sheet.sheet}, {"table", schema.title}});
            }
        }
    }

    void look_at_mapped(const mapped_sheet& sheet) {
        const auto& schema = schema_of(sheet.table);
        const auto [other, is_first] = sheet_of_.emplace(sheet.table, sheet.sheet);
        if (!is_first) {
            add("mapping.table_twice",
                {{"first", other->second}, {"second", sheet.sheet}, {"table", schema.title}});
        }
        if (sheet.header_row < 0) {
            add("mapping.no_header", {{"sheet", sheet.sheet}});
            return;
        }
        if (std::count_if(sheet.columns.begin(), sheet.columns.end(), [](const auto& column) {
                return !column.field.empty();
            }) < fewest_columns) {
            add("mapping.too_few", {{"sheet", sheet.sheet}, {"table", schema.title}});
        }
        look_at_columns(sheet, schema);
    }

    void look_at_columns(const mapped_sheet& sheet, const table_schema& schema) {
        std::map<std::string, const mapped_column*> column_of;
        for (const auto& column : sheet.columns) {
            if (column.field.empty()) {
                continue;
            }
            if (column.column < 0) {
                add("mapping.no_column", {{"sheet", sheet.sheet},
                                          {"column", column.header},
                                          {"row", std::to_string(sheet.header_row + 1)}});
                continue;
            }
            const auto [other, is_first] = column_of.emplace(column.field, &column);
            if (!is_first) {
                add("mapping.field_twice",
                    {{"sheet", sheet.sheet},
                     {"first", shown(*other->second)},
                     {"second", shown(column)},
                     {"field", schema.fields[schema.index(column.field)].title}});
            }
        }
    }

    std::vector<std::string> found_;
    std::map<std::string, std::string> sheet_of_; ///< by table
};

} // namespace

const mapped_column* mapped_sheet::find(std::string_view field) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto& column) { return column.field == field; });
    return found == columns.end() ? nullptr : &*found;
}

const mapped_sheet* workbook_map::find(std::string_view table) const {
    const auto found = std::find_if(sheets.begin(), sheets.end(),
                                    [&](const auto& sheet) { return sheet.table == table; });
    return found == sheets.end() ? nullptr : &*found;
}

workbook_map placed(const workbook_map& map, std::span<const sheet_data> heads) {
    workbook_map result;
    for (const auto& head : heads) {
        const auto named =
            std::find_if(map.sheets.begin(), map.sheets.end(), [&](const auto& sheet) {
                return head_named(heads, sheet.sheet) == &head;
            });
        result.sheets.push_back(named == map.sheets.end() || named->table.empty()
                                    ? mapped_sheet{head.name, {}, -1, {}}
                                    : placed_sheet(*named, head));
    }
    for (const auto& sheet : map.sheets) {
        if (!sheet.table.empty() && head_named(heads, sheet.sheet) == nullptr) {
            result.sheets.push_back({sheet.sheet, sheet.table, -1, sheet.columns});
        }
    }
    return result;
}

std::vector<std::string> problems(const workbook_map& map) {
    return problem_list().of(map);
}

std::vector<std::string> missing_columns(const mapped_sheet& sheet) {
    std::vector<std::string> titles;
    for (const auto& field : schema_of(sheet.table).fields) {
        if (field.status == field_status::required && sheet.find(field.name) == nullptr) {
            titles.push_back(field.title);
        }
    }
    return titles;
}

std::vector<std::string> missing_required(const workbook_map& map) {
    std::vector<std::string> missing;
    for (const auto& sheet : map.sheets) {
        if (sheet.table.empty()) {
            continue;
        }
        if (const auto titles = missing_columns(sheet); !titles.empty()) {
            missing.push_back(message("mapping.missing", {{"sheet", sheet.sheet},
                                                          {"table", schema_of(sheet.table).title},
                                                          {"columns", enumeration(titles, ", ")}}));
        }
    }
    return missing;
}

std::optional<std::string> header_set_aside(const mapped_sheet& sheet,
                                            const mapped_column& column) {
    if (!column.field.empty() || !field_read_from(schema_of(sheet.table), column.header)) {
        return std::nullopt;
    }
    return message("mapping.set_aside", {{"header", column.header}});
}

bool changes_nothing(const workbook_map& map) {
    return std::all_of(map.sheets.begin(), map.sheets.end(), [](const auto& sheet) {
        if (sheet.table.empty()) {
            return true;
        }
        const auto& schema = schema_of(sheet.table);
        return register_book::schema_for_sheet(sheet.sheet) == &schema &&
               std::all_of(sheet.columns.begin(), sheet.columns.end(), [&](const auto& column) {
                   const auto read = field_read_from(schema, column.header);
                   return column.field.empty() ? !read
                                               : read && schema.fields[*read].name == column.field;
               });
    });
}

std::string header_text(const cell_value& cell) {
    if (const auto* stored = std::get_if<number>(&cell)) {
        return stored->text();
    }
    if (const auto* day = std::get_if<date>(&cell)) {
        return iso(*day);
    }
    const auto* text = std::get_if<std::string>(&cell);
    if (text == nullptr) {
        return {};
    }
    std::string line = *text;
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; },
        ' ');
    return std::string(trim(line));
}

std::optional<int> row_in(const sheet_data& head, int sheet_row) {
    const auto found = std::find(head.row_numbers.begin(), head.row_numbers.end(), sheet_row);
    return found == head.row_numbers.end()
               ? std::nullopt
               : std::optional(static_cast<int>(found - head.row_numbers.begin()));
}

} // namespace octroi::core::mapping
