#include "core/analysis_day.hpp"

namespace octroi::core {

date day_of_analysis(const parameters& settings, const std::optional<date>& asked) {
    const date now = today();
    return asked ? *asked : settings.day("controle.date", now).value_or(now);
}

} // namespace octroi::core
