#include "core/compute/envelopes.hpp"

#include "core/compute/envelope_match.hpp"
#include "core/compute/file_order.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <set>

namespace octroi::core::compute {

using check::checked_row;
using check::field;

year_envelopes::year_envelopes(const check::checked_register& in, const problem_maker& problems,
                               const compute_request& request, std::int64_t year)
    : problems_(&problems), request_(&request), year_(year) {
    const auto& sheet = in.sheet("enveloppe");
    const field programme = sheet.column("programme");
    for (const auto row : sheet) {
        const auto of = row.whole(sheet.column("exercice"));
        const std::string section(row.choice(sheet.column("section")));
        if (of != year || section.empty()) {
            continue;
        }
        by_section_[section].push_back(envelopes_.size());
        envelopes_.push_back({row, section, identifier_key(row.text(programme))});
        computed_envelope result;
        result.place = row.of().source().address(row.position(), sheet.column("exercice"));
        result.year = year;
        result.section = section;
        result.programme = row.text(programme);
        result.own_terms = own_terms_of(row);
        results_.push_back(std::move(result));
    }
}

scenario year_envelopes::own_terms_of(const checked_row& row) {
    const auto& sheet = row.of();
    scenario own;
    own.section = row.choice(sheet.column("section"));
    own.programme = row.text(sheet.column("programme"));
    own.amount = row.amount(sheet.column("montant"));
    own.mode = parse_apportion_mode(row.choice(sheet.column("mode_de_repartition")));
    own.unit = row.amount(sheet.column("unite"));
    own.floor = row.amount(sheet.column("plancher"));
    return own;
}

bool year_envelopes::any(std::string_view section) const {
    return by_section_.contains(section);
}

money year_envelopes::needed(const checked_row& row, std::string_view name) const {
    const field column = row.of().column(name);
    const auto value = row.amount(column);
    if (!value) {
        throw not_computable(problems_->at(row, column, "compute.envelope_value"));
    }
    return *value;
}

year_envelopes::terms year_envelopes::terms_of(std::size_t at) const {
    const auto& row = envelopes_[at].row;
    const auto& sheet = row.of();
    const bool changed = request_->terms &&
                         request_->terms->concerns(envelopes_[at].section, results_[at].programme);
    const scenario other = changed ? *request_->terms : scenario();
    terms read;
    read.division.envelope = other.amount ? *other.amount : needed(row, "montant");
    const field mode = sheet.column("mode_de_repartition");
    const auto known = other.mode ? other.mode : parse_apportion_mode(row.choice(mode));
    if (!known) {
        throw not_computable(problems_->at(row, mode, "compute.envelope_value"));
    }
    read.division.mode = *known;
    if (*known == apportion_mode::none) {
        return read;
    }
    read.division.unit = other.unit ? *other.unit : needed(row, "unite");
    const field floor = sheet.column("plancher");
    if (other.floor) {
        read.division.floor = *other.floor;
    } else if (row.filled(floor)) {
        read.division.floor = needed(row, "plancher");
    }
    if (read.division.floor > read.division.envelope) {
        throw not_computable(problems_->at(row, floor, "compute.envelope_floor"));
    }
    const field prior = sheet.column("repartition_prealable");
    const auto word = row.choice(prior);
    if (row.filled(prior) && word.empty()) {
        throw not_computable(problems_->at(row, prior, "compute.envelope_value"));
    }
    read.prior = word == "Communes par population" ? prior_division::by_population
                 : word == "Communes par demandes" ? prior_division::by_request
                                                   : prior_division::none;
    return read;
}

std::optional<std::size_t> year_envelopes::envelope_of(const checked_row& action) const {
    const auto& actions = action.of();
    const auto found = by_section_.find(action.choice(actions.column("section")));
    if (found == by_section_.end()) {
        return std::nullopt;
    }
    const auto& candidates = found->second;
    std::set<std::string> programmes;
    for (const auto at : candidates) {
        programmes.insert(envelopes_[at].programme);
    }
    if (programmes.size() < candidates.size()) {
        const auto& twice = envelopes_[candidates.back()].row;
        throw not_computable(
            problems_->at(twice, twice.of().column("exercice"), "compute.envelope_twice"));
    }
    const field programme = actions.column("programme");
    const std::string key = identifier_key(action.text(programme));
    if (const auto found_among =
            envelope_among(candidates, key, [&](std::size_t at) -> const std::string& {
                return envelopes_[at].programme;
            })) {
        return found_among;
    }
    throw not_computable(problems_->at(
        action, actions.has(programme) ? programme : actions.column("section"), "compute.programme",
        {{"year", std::to_string(year_)},
         {"section", found->first},
         {"id", action.text(actions.column("numero_dossier"))}}));
}

std::vector<envelope_share>
year_envelopes::divide(const std::vector<envelope_file>& files,
                       const std::set<std::string, std::less<>>& doubtful,
                       std::vector<compute_problem>& problems) {
    std::vector<envelope_share> shares(files.size());
    std::set<std::string, std::less<>> unclear = doubtful;
    std::set<std::string, std::less<>> told;
    for (std::size_t i = 0; i < files.size(); ++i) {
        shares[i].amount = files[i].amount.value_or(money());
        const auto& actions = files[i].action.of();
        const auto section = files[i].action.choice(actions.column("section"));
        try {
            shares[i].envelope = envelope_of(files[i].action);
        } catch (const not_computable& fault) {
            unclear.emplace(section);
            if (told.emplace(section).second) {
                problems.push_back(fault.problem());
            }
        }
    }
    for (std::size_t at = 0; at < envelopes_.size(); ++at) {
        const bool uncertain = unclear.contains(envelopes_[at].section);
        bool waits = false;
        try {
            const auto by = terms_of(at);
            waits = uncertain && by.division.mode != apportion_mode::none;
            if (!uncertain) {
                divide_one(at, by, files, shares);
                results_[at].known = true;
            }
        } catch (const not_computable& fault) {
            problems.push_back(fault.problem());
            waits = true;
        }
        for (std::size_t i = 0; waits && i < files.size(); ++i) {
            const auto& actions = files[i].action.of();
            shares[i].waits =
                shares[i].waits || shares[i].envelope == at ||
                (!shares[i].envelope &&
                 files[i].action.choice(actions.column("section")) == envelopes_[at].section);
        }
    }
    return shares;
}

void year_envelopes::divide_one(std::size_t at, const terms& by,
                                const std::vector<envelope_file>& files,
                                std::vector<envelope_share>& shares) {
    auto& result = results_[at];
    result.amount = by.division.envelope;
    money proposed;
    money most_asked;
    const envelope_file* unknown = nullptr;
    group among;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto& file = files[i];
        if (shares[i].envelope != at) {
            continue;
        }
        if (file.fixed) {
            (file.voted ? result.used : proposed) += *file.fixed;
        } else if (file.voted) {
            const auto& actions = file.action.of();
            throw not_computable(
                problems_->at(file.action, actions.column("montant_vote"), "compute.unreadable"));
        } else if (file.amount) {
            among.rows.push_back(file.action);
            among.requests.push_back(*file.amount);
            among.positions.push_back(i);
            most_asked += *file.amount;
        } else if (!file.most) {
            unknown = &file;
        } else {
            most_asked += *file.most;
            unknown = unknown == nullptr && *file.most > money() ? &file : unknown;
        }
    }
    const money taken = result.used + proposed;
    const money available = std::max(by.division.envelope, taken) - taken;
    // Without knowing each request no share is known, unless all of them fit anyway.
    const bool may_exceed = most_asked > available || (unknown != nullptr && !unknown->most);
    if (unknown != nullptr && may_exceed && by.division.mode != apportion_mode::none) {
        const auto& actions = unknown->action.of();
        const field number = actions.column("numero_dossier");
        throw not_computable(problems_->at(
            envelopes_[at].row, envelopes_[at].row.of().column("montant"), "compute.envelope_file",
            {{"section", result.section},
             {"year", std::to_string(year_)},
             {"id", unknown->action.text(number)}}));
    }
    if (by.division.mode != apportion_mode::none && most_asked > available) {
        if (by.prior == prior_division::none) {
            share_out(by, among, available, shares);
        } else {
            share_by_commune(by, among, available, shares);
        }
    }
    result.shared = proposed;
    for (const auto position : among.positions) {
        result.shared += shares[position].amount;
    }
}

void year_envelopes::share_out(const terms& by, const group& among, money available,
                               std::vector<envelope_share>& shares) {
    const auto order = by.division.mode == apportion_mode::prorata
                           ? in_order_of_number(among.rows)
                           : in_order_of_service(among.rows);
    std::vector<money> requests;
    requests.reserve(order.size());
    for (const auto at : order) {
        requests.push_back(among.requests[at]);
    }
    auto division = by.division;
    division.envelope = available;
    const auto given = apportion(division, requests);
    envelope_cut cut;
    cut.mode = division.mode;
    cut.by_commune = by.prior != prior_division::none;
    cut.envelope = by.division.envelope;
    cut.available = available;
    cut.unit = division.unit;
    cut.floor = division.floor;
    for (std::size_t i = 0; i < order.size(); ++i) {
        // Whoever is dropped below the floor takes no part in the division that counts.
        cut.asked += requests[i];
        if (division.floor == money() || given[i] > money()) {
            cut.requested += requests[i];
        }
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto& share = shares[among.positions[order[i]]];
        if (given[i] != share.amount) {
            share.amount = given[i];
            share.cut = cut;
        }
        cut.served += given[i];
    }
}

void year_envelopes::share_by_commune(const terms& by, const group& among, money available,
                                      std::vector<envelope_share>& shares) const {
    std::map<std::string, group> communes; // by name: independent of the order of rows
    for (std::size_t i = 0; i < among.rows.size(); ++i) {
        if (among.requests[i] == money()) {
            continue; // no part of the envelope for who gets nothing anyway
        }
        const auto& action = among.rows[i];
        const auto place = action.target(action.of().column("commune"));
        auto& own = communes[place_key(place ? place->text(place->of().column("commune"))
                                             : action.text(action.of().column("commune")))];
        own.rows.push_back(action);
        own.requests.push_back(among.requests[i]);
        own.positions.push_back(among.positions[i]);
    }
    std::vector<std::int64_t> weights;
    weights.reserve(communes.size());
    for (const auto& [name, own] : communes) {
        std::int64_t weight = 0;
        if (by.prior == prior_division::by_population) {
            weight = population_of(own.rows.front());
        } else {
            money sum;
            for (const auto request : own.requests) {
                sum += request;
            }
            weight = sum.cents();
        }
        weights.push_back(weight);
    }
    const auto parts = apportion_by_weight(available, by.division.unit, weights);
    std::size_t at = 0;
    for (const auto& [name, own] : communes) {
        share_out(by, own, parts[at], shares);
        ++at;
    }
}

std::int64_t year_envelopes::population_of(const checked_row& action) const {
    const auto place = action.target(action.of().column("commune"));
    if (!place) {
        throw not_computable(
            problems_->at(action, action.of().column("commune"), "compute.commune"));
    }
    const auto& places = place->of();
    const auto population = place->whole(places.column("population"));
    if (!population || *population <= 0) {
        throw not_computable(problems_->at(*place, places.column("population"),
                                           "compute.population",
                                           {{"commune", place->text(places.column("commune"))}}));
    }
    return *population;
}

} // namespace octroi::core::compute
