#include "core/check/commune_reference.hpp"
#include "core/check/commune_rules.hpp"
#include "core/check/contract_terms.hpp"
#include "core/check/wording.hpp"
#include "core/local_council.hpp"

#include <cstdlib>
#include <optional>

namespace octroi::core::check {

namespace {

void population_near_the_legal_one(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field population = places.column("population");
    const field vintage = places.column("millesime_population");
    const auto most = in.settings().ratio("population.ecart_max", in.as_of());
    for (const auto place : places) {
        const auto entered = place.whole(population);
        if (!entered || !is_commune(place)) {
            continue;
        }
        if (*entered <= 0) {
            report.variant("not_positive", place, population, {{"valeur", shown(*entered)}});
            continue;
        }
        const auto* known = commune_meant(place);
        if (known == nullptr || known->population == 0 || !most) {
            continue;
        }
        const rate gap(std::abs(*entered - known->population), known->population);
        if (gap > *most) {
            const std::string year = place.text(vintage);
            report.at(place, population,
                      {{"valeur", shown(*entered)},
                       {"ecart", percent(gap)},
                       {"millesime", known->vintage},
                       {"ref", shown(known->population)}},
                      year.empty() || year == known->vintage
                          ? std::optional<correction>(known->population)
                          : std::nullopt);
        }
    }
}

void bound_to_have_a_council(const checked_register& in, const reporter& report) {
    const auto& places = in.sheet("communes");
    const field name = places.column("commune");
    const field population = places.column("population");
    const field zone = places.column("qpv");
    const contract_facts contracts(in);
    for (const auto place : places) {
        if (!is_commune(place)) {
            continue;
        }
        const auto inhabitants = place.whole(population);
        const auto duty = council_duty_on(in.settings(), inhabitants.value_or(0),
                                          place.yes(zone).value_or(false), in.as_of());
        if (!duty.compulsory() || council_of(contracts, place, in.as_of()) != council::none) {
            continue;
        }
        const std::string commune = place.text(name);
        if (duty.reason == council_reason::zone) {
            report.variant("zone", place, name, {{"commune", commune}, {"zone", duty.zone}});
        } else if (duty.since) {
            report.at(
                place, name,
                {{"commune", commune}, {"pop", shown(*inhabitants)}, {"date", shown(*duty.since)}});
        } else {
            report.variant("undated", place, name,
                           {{"commune", commune}, {"pop", shown(*inhabitants)}});
        }
    }
}

void coordinator_named(const checked_register& in, const reporter& report) {
    static constexpr int threshold_of_the_text = 15'000;
    const auto& places = in.sheet("communes");
    const field coordinator = places.column("coordonnateur_clspd");
    const field name = places.column("commune");
    const field population = places.column("population");
    const auto threshold = in.settings().integer("seuil.coordonnateur", in.as_of());
    for (const auto place : places) {
        const auto inhabitants = place.whole(population);
        if (!inhabitants || !place.blank(coordinator) || !is_commune(place) ||
            !coordinator_needed_on(in.settings(), *inhabitants, in.as_of())) {
            continue;
        }
        const std::string commune = place.text(name);
        if (threshold == threshold_of_the_text) {
            report.at(place, coordinator, {{"commune", commune}});
        } else {
            report.variant(
                "threshold", place, coordinator,
                {{"commune", commune}, {"seuil", shown(std::int64_t{threshold.value_or(0)})}});
        }
    }
}

/// Councils exist, and the law of the day can be read.
bool faculty_known(const parameters& settings, date on) {
    const auto first = settings.day("clspd.date_min", on);
    return (!first || *first <= on) &&
           (settings.text("seuil.clspd", on).empty() || settings.integer("seuil.clspd", on));
}

void council_left_to_choice(const checked_register& in, const reporter& report) {
    if (!faculty_known(in.settings(), in.as_of())) {
        return;
    }
    const auto& places = in.sheet("communes");
    const field name = places.column("commune");
    const field population = places.column("population");
    const field zone = places.column("qpv");
    const contract_facts contracts(in);
    for (const auto place : places) {
        const auto inhabitants = place.whole(population);
        const auto priority = place.yes(zone);
        if (!inhabitants || *inhabitants <= 0 || !priority || !is_commune(place) ||
            council_duty_on(in.settings(), *inhabitants, *priority, in.as_of()).compulsory() ||
            council_of(contracts, place, in.as_of()) != council::none) {
            continue;
        }
        report.at(place, name, {{"commune", place.text(name)}, {"pop", shown(*inhabitants)}});
    }
}

} // namespace

std::vector<rule_logic> commune_council_rules() {
    return {
        {"COM-08", population_near_the_legal_one, {"communes.population"}},
        {"COM-09",
         bound_to_have_a_council,
         {"communes.population", "contrats.type", "contrats.commune"}},
        {"COM-10", coordinator_named, {"communes.coordonnateur_clspd", "communes.population"}},
        {"COM-12",
         council_left_to_choice,
         {"communes.population", "communes.qpv", "contrats.type", "contrats.commune"}},
    };
}

} // namespace octroi::core::check
