#include "support/large_register.hpp"

#include "support/registers.hpp"

#include <algorithm>
#include <string>

namespace octroi::test {

namespace {

/// Repeats the rows below the header of `data` until there are `rows`; `change` adapts a copy,
/// given the row's position in the result and the number of its block.
template <class Change>
void repeat(core::sheet_data& data, std::size_t rows, const Change& change) {
    const auto original = data;
    const auto block = static_cast<std::size_t>(original.rows()) - 1;
    const auto columns = static_cast<std::size_t>(original.columns());
    data.row_numbers = {original.row_numbers.front()};
    data.cells.assign(original.cells.begin(),
                      original.cells.begin() + static_cast<std::ptrdiff_t>(columns));
    data.cells.reserve((rows + 1) * columns);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto source = static_cast<std::ptrdiff_t>((i % block + 1) * columns);
        data.row_numbers.push_back(data.row_numbers.front() + static_cast<int>(i) + 1);
        data.cells.insert(data.cells.end(), original.cells.begin() + source,
                          original.cells.begin() + source + static_cast<std::ptrdiff_t>(columns));
        change(static_cast<int>(i) + 1, i / block);
    }
}

/// « 2016-FON-014 » of block 3 becomes « 2016-FON-3014 ».
void renumber(core::sheet_data& data, std::string_view table, std::string_view field, int row,
              std::size_t block) {
    auto& cell = data.at(row, static_cast<int>(core::schema_of(table).index(field)));
    if (auto* text = std::get_if<std::string>(&cell); text != nullptr && block > 0) {
        text->insert(text->rfind('-') + 1, std::to_string(block));
    }
}

} // namespace

std::vector<core::sheet_data> large_register(std::size_t actions) {
    std::vector<core::sheet_data> sheets;
    const auto block = core::initial_rows("actions", true).size();
    const auto financings = core::initial_rows("financements", true).size();
    for (const auto& schema : core::table_schemas()) {
        auto data = sheet_of(schema.name, core::initial_rows(schema.name, true));
        if (schema.name == "actions") {
            repeat(data, actions, [&](int row, std::size_t copy) {
                renumber(data, "actions", "numero_dossier", row, copy);
                renumber(data, "actions", "numero_de_convention", row, copy);
            });
        } else if (schema.name == "financements") {
            repeat(data, actions * financings / block, [&](int row, std::size_t copy) {
                renumber(data, "financements", "numero_dossier", row, copy);
            });
        }
        sheets.push_back(std::move(data));
    }
    return sheets;
}

} // namespace octroi::test
