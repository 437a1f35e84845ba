#include "core/required_pieces.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

std::vector<std::size_t> required_pieces(const parameters& settings, const table_schema& actions,
                                         std::string_view section, date on) {
    std::vector<std::size_t> found;
    for (const auto& title : settings.list("pieces." + std::string(section), on)) {
        const std::string name = fold(title);
        const auto same =
            std::find_if(actions.fields.begin(), actions.fields.end(), [&](const auto& column) {
                return fold(column.title) == name || fold(column.name) == name ||
                       std::any_of(column.aliases.begin(), column.aliases.end(),
                                   [&](const auto& alias) { return fold(alias) == name; });
            });
        if (same != actions.fields.end()) {
            found.push_back(static_cast<std::size_t>(same - actions.fields.begin()));
        }
    }
    return found;
}

} // namespace octroi::core
