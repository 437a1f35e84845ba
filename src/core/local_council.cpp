#include "core/local_council.hpp"

namespace octroi::core {

namespace {

/// The earliest day from which, without a gap in the settings, the population was above each
/// threshold up to `on`.
std::optional<date> bound_since(const parameters& settings, std::int64_t population, date on) {
    std::optional<date> since;
    date day = on;
    const auto thresholds = settings.family("seuil.clspd");
    for (bool found = true; found;) {
        found = false;
        for (const auto& threshold : thresholds) {
            const auto limit = parse_amount(threshold.value);
            if (threshold.valid(day) && limit && population > limit->cents() / 100 &&
                threshold.from) {
                since = threshold.from;
                day = plus_days(*threshold.from, -1);
                found = true;
                break;
            }
        }
    }
    return since;
}

} // namespace

council_duty council_duty_on(const parameters& settings, std::int64_t population,
                             bool priority_zone, date on) {
    const auto threshold = settings.integer("seuil.clspd", on);
    if (threshold && population > *threshold) {
        return {council_reason::population, bound_since(settings, population, on), {}};
    }
    const std::string zone = settings.text("clspd.zone", on);
    if (priority_zone && !zone.empty()) {
        return {council_reason::zone, std::nullopt, zone};
    }
    return {};
}

bool coordinator_needed_on(const parameters& settings, std::int64_t population, date on) {
    const auto threshold = settings.integer("seuil.coordonnateur", on);
    return threshold && population > *threshold;
}

} // namespace octroi::core
