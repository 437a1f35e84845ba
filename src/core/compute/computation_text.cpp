#include "core/compute/computation_text.hpp"

#include "core/check/wording.hpp"
#include "core/json_text.hpp"
#include "core/messages.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace octroi::core::compute {

namespace {

namespace json = boost::json;

/// To the cent; an amount beyond 64 bits, which no limit left in place, in plain digits.
std::string cents_text(const exact& amount) {
    try {
        return decimal(rounded_signed(amount, money::from_cents(1), rounding::nearest));
    } catch (const std::overflow_error&) {
        return numerator(exact(amount / 100)).str();
    }
}

json::value text_or_null(const std::optional<money>& amount) {
    return amount ? json::value(decimal(*amount)) : json::value();
}

json::value day_or_null(const std::optional<date>& day) {
    return day ? json::value(iso(*day)) : json::value();
}

json::object action_object(const computed_action& action) {
    json::array steps;
    for (std::size_t i = 0; i < action.step_texts.size(); ++i) {
        const auto& step = action.result.steps[i];
        steps.push_back(json::object{{"step", register_word(step.what)},
                                     {"before", cents_text(step.before)},
                                     {"after", cents_text(step.after)},
                                     {"text", action.step_texts[i]}});
    }
    const auto& made = action.result;
    const bool by_rate = action.known && made.share != 0;
    return {{"dossier", action.file},
            {"commune", action.commune},
            {"section", action.section},
            {"rule", action.rule},
            {"base", action.known ? json::value(decimal(made.base)) : json::value()},
            {"rate", by_rate ? json::value(numerator(made.share).str() + "/" +
                                           denominator(made.share).str())
                             : json::value()},
            {"gross", action.known ? json::value(cents_text(made.gross)) : json::value()},
            {"steps", std::move(steps)},
            {"constraint",
             action.known && made.bite ? json::value(register_word(*made.bite)) : json::value()},
            {"calculated", text_or_null(action.calculated())},
            {"proposed", text_or_null(action.proposed)},
            {"account", action.account}};
}

json::object amounts_object(const summary_amounts& amounts) {
    return {{"count", amounts.files},
            {"requested", decimal(amounts.requested)},
            {"calculated", decimal(amounts.calculated)},
            {"proposed", decimal(amounts.proposed)},
            {"voted", decimal(amounts.voted)},
            {"paid", decimal(amounts.paid)}};
}

json::object with_amounts(json::object head, const summary_amounts& amounts) {
    for (const auto& [key, value] : amounts_object(amounts)) {
        head.emplace(key, value);
    }
    return head;
}

json::object payment_object(const payment_summary& payment) {
    json::array annuities;
    for (const auto part : payment.annuities) {
        annuities.push_back(json::value(decimal(part)));
    }
    return {{"convention", payment.convention},
            {"beneficiary", payment.beneficiary},
            {"count", payment.files},
            {"voted", decimal(payment.voted)},
            {"definitive", text_or_null(payment.definitive)},
            {"paid", decimal(payment.paid)},
            {"advance_due", decimal(payment.advance_due)},
            {"instalment_due", decimal(payment.instalment_due)},
            {"balance_due", decimal(payment.balance_due)},
            {"repayment_due", decimal(payment.repayment_due)},
            {"annuities", std::move(annuities)},
            {"begin_before", day_or_null(payment.begin_before)},
            {"complete_before", day_or_null(payment.complete_before)}};
}

template <class Item, class Make>
json::array array_of(const std::vector<Item>& items, const Make& make) {
    json::array made;
    made.reserve(items.size());
    for (const auto& item : items) {
        made.push_back(make(item));
    }
    return made;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
    return message(count == 1 ? one : many, {{"count", check::shown(count)}});
}

json::object computation_object(const computation& made) {
    const auto& sums = made.summary;
    return {
        {"register", made.register_file},
        {"year", made.year},
        {"actions", array_of(made.actions, action_object)},
        {"envelopes", array_of(made.envelopes,
                               [](const computed_envelope& one) {
                                   const auto shown = [&](money amount) {
                                       return one.known ? json::value(decimal(amount))
                                                        : json::value();
                                   };
                                   return json::object{
                                       {"year", one.year},           {"section", one.section},
                                       {"programme", one.programme}, {"amount", shown(one.amount)},
                                       {"used", shown(one.used)},    {"shared", shown(one.shared)},
                                       {"left", shown(one.left())}};
                               })},
        {"communes", array_of(sums.communes,
                              [](const commune_summary& one) {
                                  return with_amounts({{"insee", one.insee},
                                                       {"name", one.name},
                                                       {"section", one.section}},
                                                      one.amounts);
                              })},
        {"themes",
         array_of(
             sums.themes,
             [](const theme_summary& one) {
                 return with_amounts({{"section", one.section}, {"theme", one.theme}}, one.amounts);
             })},
        {"years",
         array_of(
             sums.years,
             [](const year_summary& one) {
                 return with_amounts({{"year", one.year}, {"section", one.section}}, one.amounts);
             })},
        {"payments", array_of(sums.payments, payment_object)},
        {"problems", array_of(made.problems,
                              [](const compute_problem& one) {
                                  return json::object{
                                      {"sheet", one.place.sheet}, {"cell", one.place.a1()},
                                      {"row", one.place.row + 1}, {"column", one.column},
                                      {"value", one.value},       {"message", one.message}};
                              })},
        {"notes", array_of(made.notes, [](const std::string& text) { return json::value(text); })},
        {"other_years", made.other_years}};
}

json::object scenario_object(const scenario_outcome& one) {
    const auto& terms = one.terms;
    return {{"name", terms.name},
            {"section", terms.section},
            {"programme", terms.programme.value_or("")},
            {"amount", text_or_null(terms.amount)},
            {"mode", terms.mode ? json::value(register_word(*terms.mode)) : json::value()},
            {"unit", text_or_null(terms.unit)},
            {"floor", text_or_null(terms.floor)},
            {"full", one.full},
            {"reduced", one.reduced},
            {"without", one.without},
            {"calculated", decimal(one.sum)},
            {"left", decimal(one.left)},
            {"actions", array_of(one.made.actions,
                                 [](const computed_action& action) {
                                     return json::object{
                                         {"dossier", action.file},
                                         {"calculated", text_or_null(action.calculated())}};
                                 })},
            {"communes", array_of(one.made.summary.communes, [](const commune_summary& commune) {
                 return with_amounts({{"insee", commune.insee},
                                      {"name", commune.name},
                                      {"section", commune.section}},
                                     commune.amounts);
             })}};
}

} // namespace

std::string to_json(const comparison& made) {
    auto root = computation_object(made.chosen);
    if (!made.scenarios.empty()) {
        root.emplace("scenarios", array_of(made.scenarios, scenario_object));
    }
    return indented(root);
}

std::string summary_line(const computation& made) {
    std::int64_t known = 0;
    money sum;
    for (const auto& action : made.actions) {
        known += action.known ? 1 : 0;
        sum += action.calculated().value_or(money());
    }
    std::string text =
        message("compute.summary", {{"year", std::to_string(made.year)},
                                    {"files", counted(known, "compute.one_file", "compute.files")},
                                    {"sum", check::shown(sum)}});
    const auto missing = static_cast<std::int64_t>(made.actions.size()) - known;
    if (missing > 0) {
        text += " " + counted(missing, "compute.one_missing", "compute.missing");
    }
    if (made.other_years > 0) {
        text += " " + counted(made.other_years, "compute.one_other_year", "compute.other_years");
    }
    return text;
}

std::string run_text(const computation& made, bool changed) {
    constexpr std::size_t most_problems = 10;
    std::string text = summary_line(made);
    if (!changed) {
        text += "\n" + message("compute.unchanged");
    }
    for (const auto& note : made.notes) {
        text += "\n" + note;
    }
    const auto shown = std::min(most_problems, made.problems.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& problem = made.problems[i];
        text += (i == 0 ? "\n\n" : "\n") + message("compute.problem", {{"place", place_of(problem)},
                                                                       {"text", problem.message}});
    }
    if (made.problems.size() > shown) {
        text += "\n" + message("compute.more_problems",
                               {{"count", std::to_string(made.problems.size() - shown)}});
    }
    return text;
}

std::string place_of(const compute_problem& problem) {
    return problem.place.sheet + "!" + problem.place.a1() + " (" + problem.column + ")";
}

} // namespace octroi::core::compute
