#include "core/check/convention_rules.hpp"
#include "core/check/publication_scope.hpp"
#include "core/check/rule_logic.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace octroi::core::check {

namespace {

/// Of the format, not of the département: SCDL Subventions 2.1.1.
constexpr std::int64_t longest_purpose = 256;

std::int64_t characters(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

void check_length(const checked_row& row, field column, const reporter& report) {
    const auto* text = std::get_if<std::string>(&row.raw(column));
    if (text == nullptr || text->size() <= static_cast<std::size_t>(longest_purpose)) {
        return;
    }
    const auto length = characters(trim(*text));
    if (length > longest_purpose) {
        report.at(row, column, {{"n", shown(length)}});
    }
}

void purpose_is_short(const checked_register& in, const reporter& report) {
    const auto& lines = in.sheet("export");
    const field purpose = lines.column("objet");
    for (const auto line : lines) {
        check_length(line, purpose, report);
    }
    // The title of an action becomes the purpose of its grant.
    const auto& actions = in.sheet("actions");
    const field title = actions.column("intitule");
    const field state = actions.column("etat");
    for (const auto action : actions) {
        if (gives_convention(action.choice(state))) {
            check_length(action, title, report);
        }
    }
}

void beneficiary_is_identified(const checked_register& in, const reporter& report) {
    const auto& lines = in.sheet("export");
    const field siret = lines.column("idBeneficiaire");
    const field rna = lines.column("rnaBeneficiaire");
    for (const auto line : lines) {
        if (!line.filled(siret) && !line.filled(rna)) {
            report.at(line, siret, {});
        }
    }
    const auto& places = in.sheet("communes");
    const field own_siret = places.column("siret");
    const field own_rna = places.column("rna");
    const auto& actions = in.sheet("actions");
    const publication_scope scope(in);
    std::set<std::size_t> told;
    for (const auto action : actions) {
        if (!scope.signed_on(action)) {
            continue;
        }
        const auto body = action.target(actions.column("beneficiaire"));
        if (body && body->blank(own_siret) && !body->filled(own_rna) &&
            told.insert(body->position()).second) {
            report.at(*body, own_siret, {});
        }
    }
}

struct period {
    date begin{};
    std::optional<date> end;
};

enum class period_fault { none, form, day, order };

bool digits_at(std::string_view text, std::size_t begin) {
    for (std::size_t i = 0; i < 10; ++i) {
        const char c = text[begin + i];
        const bool mark = i == 4 || i == 7;
        if (mark ? c != '-' : c < '0' || c > '9') {
            return false;
        }
    }
    return true;
}

/// « 2017-12-14 » or « 2017-12-14/2018-12-14 ».
period_fault read_period(std::string_view text, char separator, period& into) {
    const bool one = text.size() == 10;
    const bool two = text.size() == 21 && text[10] == separator;
    if (!(one || two) || !digits_at(text, 0) || (two && !digits_at(text, 11))) {
        return period_fault::form;
    }
    const auto begin = parse_iso_date(text.substr(0, 10));
    const auto end = two ? parse_iso_date(text.substr(11)) : std::nullopt;
    if (!begin || (two && !end)) {
        return period_fault::day;
    }
    into = {*begin, end};
    return end && *end < *begin ? period_fault::order : period_fault::none;
}

/// What was meant by « 2017-12-14_2018-12-14 » (the format before) or by « 14/12/2017 ».
std::optional<correction> period_meant(std::string_view text) {
    period read;
    if (read_period(text, '_', read) == period_fault::none && read.end) {
        return iso(read.begin) + "/" + iso(*read.end);
    }
    const auto day = parse_date(text);
    return day ? std::optional<correction>(iso(*day)) : std::nullopt;
}

void period_is_well_formed(const checked_register& in, const reporter& report) {
    const auto& lines = in.sheet("export");
    const field column = lines.column("datesPeriodeVersement");
    for (const auto line : lines) {
        const std::string text = line.text(column);
        if (text.empty()) {
            continue;
        }
        const std::string value = quoted_value(text);
        period read;
        switch (read_period(text, '/', read)) {
        case period_fault::none:
            break;
        case period_fault::form:
            report.at(line, column, {{"valeur", value}}, period_meant(text));
            break;
        case period_fault::day:
            report.variant("date", line, column, {{"valeur", value}});
            break;
        case period_fault::order:
            report.variant("order", line, column, {{"valeur", value}},
                           iso(*read.end) + "/" + iso(read.begin));
            break;
        }
    }
}

constexpr std::int64_t whole_share = 1'000'000'000;

/// In thousand-millionths, if it is a decimal number.
std::optional<std::int64_t> exact_share(rate value) {
    return value >= rate(0) && value <= rate(1) && whole_share % value.denominator() == 0
               ? std::optional(value.numerator() * (whole_share / value.denominator()))
               : std::nullopt;
}

/// « 0.99 », with a point as the format wants it.
std::string decimal_share(std::int64_t share) {
    std::string text = std::to_string(share % whole_share + whole_share).substr(1);
    text.erase(text.find_last_not_of('0') + 1);
    return std::to_string(share / whole_share) + (text.empty() ? "" : "." + text);
}

/// The lines of one grant that several beneficiaries share.
struct shared_grant {
    checked_row first;
    std::int64_t sum = 0;
    bool sound = true;
};

class shares_by_decision {
public:
    explicit shares_by_decision(const checked_sheet& lines) : lines_(&lines) {}

    /// `share`: nothing where it cannot be read.
    void add(const checked_row& line, std::optional<std::int64_t> share) {
        const auto decision = identifier_key(line.text(lines_->column("referenceDecision")));
        // A decision covers many grants; a line for one whole grant needs no other.
        if (decision.empty() || share == whole_share) {
            return;
        }
        auto& grant = grants_
                          .try_emplace({decision, line.text(lines_->column("dateConvention")),
                                        fold(line.text(lines_->column("objet")))},
                                       shared_grant{line})
                          .first->second;
        grant.sum += share.value_or(0);
        grant.sound = grant.sound && share;
    }

    void report_wrong(const reporter& report) const {
        for (const auto& [key, grant] : grants_) {
            if (grant.sound && grant.sum != whole_share) {
                report.variant("sum", grant.first, lines_->column("pourcentageSubvention"),
                               {{"decision", grant.first.text(lines_->column("referenceDecision"))},
                                {"somme", decimal_share(grant.sum)}});
            }
        }
    }

private:
    const checked_sheet* lines_;
    std::map<std::tuple<std::string, std::string, std::string>, shared_grant> grants_;
};

void shares_make_one(const checked_register& in, const reporter& report) {
    const auto& lines = in.sheet("export");
    const field column = lines.column("pourcentageSubvention");
    shares_by_decision grants(lines);
    for (const auto line : lines) {
        const auto value = line.ratio(column);
        if (!value || (*value >= rate(1, 100) && *value <= rate(1))) {
            grants.add(line, value ? exact_share(*value) : std::nullopt);
            continue;
        }
        grants.add(line, std::nullopt);
        const bool percentage =
            *value > rate(1) && *value <= rate(100) && value->denominator() <= whole_share;
        const auto* stored = std::get_if<number>(&line.raw(column));
        report.at(line, column,
                  {{"valeur", stored != nullptr ? shown(*stored) : quoted_value(line.raw(column))}},
                  percentage ? std::optional<correction>(*value / 100) : std::nullopt);
    }
    grants.report_wrong(report);
}

/// What the log says was exported.
class exports {
public:
    explicit exports(const checked_register& in) {
        const auto& log = in.sheet("journal");
        for (const auto entry : log) {
            if (entry.choice(log.column("operation")) != "Export") {
                continue;
            }
            objects_.insert(identifier_key(entry.text(log.column("objet"))));
            const auto day = day_of(entry, log.column("horodatage"));
            if (day && (!last_ || *last_ < *day)) {
                last_ = day;
            }
        }
    }

    /// An export since the signature holds the convention, one that names it too.
    bool cover(const std::string& convention, date signature) const {
        return (last_ && signature <= *last_) ||
               (!convention.empty() && objects_.contains(identifier_key(convention)));
    }

private:
    std::set<std::string> objects_;
    std::optional<date> last_;
};

void published_in_time(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field number = actions.column("numero_de_convention");
    const field signature = actions.column("date_de_convention");
    const publication_scope scope(in);
    const exports done(in);
    std::set<std::string> told;
    for (const auto action : actions) {
        const auto day = scope.signed_on(action);
        if (!day) {
            continue;
        }
        const auto months = in.settings().integer("publication.mois", *day);
        const std::string convention = action.text(number);
        if (!months || *months < 1 || *months > 120 || in.as_of() <= plus_months(*day, *months) ||
            done.cover(convention, *day)) {
            continue;
        }
        const std::string id =
            convention.empty() ? action.text(actions.column("numero_dossier")) : convention;
        if (told.insert(identifier_key(id)).second) {
            report.at(action, signature, {{"id", id}});
        }
    }
}

/// The admitted value that a text holds the words of.
std::optional<correction> nature_meant(const std::string& text) {
    const std::string key = fold(text);
    const bool money_given = key.find("numeraire") != std::string::npos;
    const bool goods_given = key.find("nature") != std::string::npos;
    if (money_given && goods_given) {
        return "aide en numéraire;aide en nature";
    }
    if (money_given || goods_given) {
        return money_given ? "aide en numéraire" : "aide en nature";
    }
    return std::nullopt;
}

void nature_is_admitted(const checked_register& in, const reporter& report) {
    const auto& lines = in.sheet("export");
    const field column = lines.column("nature");
    for (const auto line : lines) {
        if (line.blank(column) ||
            (line.filled(column) && line.choice(column).empty() && !line.unreadable(column))) {
            report.at(line, column, {}, nature_meant(line.text(column)));
        }
    }
}

} // namespace

std::span<const rule_logic> export_rules() {
    static const std::vector<rule_logic> rules = {
        {"ODP-01", purpose_is_short, {}},
        {"ODP-02", beneficiary_is_identified, {}},
        {"ODP-03", period_is_well_formed, {}},
        {"ODP-04", shares_make_one, {}},
        {"ODP-05", published_in_time, {"actions.date_de_convention", "communes", "journal"}},
        {"ODP-06", nature_is_admitted, {}, {"export.nature"}},
    };
    return rules;
}

} // namespace octroi::core::check
