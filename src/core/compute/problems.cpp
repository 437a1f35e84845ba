#include "core/compute/problems.hpp"

namespace octroi::core::compute {

namespace {

std::string key_of(const cell_address& place) {
    return place.sheet + "!" + place.a1();
}

} // namespace

problem_maker::problem_maker(const std::vector<check::finding>& findings) : findings_(&findings) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].level == check::severity::error) {
            by_cell_.emplace(key_of(findings[i].place), i);
        }
    }
}

compute_problem problem_maker::at(const check::checked_row& row, check::field column,
                                  std::string_view key,
                                  std::initializer_list<message_argument> arguments) const {
    const auto& source = row.of().source();
    const auto place = source.address(row.position(), column);
    const auto known = by_cell_.find(key_of(place));
    return {place, row.of().schema().fields[column].title, quoted_value(row.raw(column)),
            known != by_cell_.end() ? (*findings_)[known->second].message
            : row.of().has(column)  ? message(key, arguments)
                                    : message("compute.column_needed",
                                              {{"column", row.of().schema().fields[column].title},
                                               {"sheet", source.sheet()}}),
            row.of().order()};
}

} // namespace octroi::core::compute
