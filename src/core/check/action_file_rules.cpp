#include "core/check/action_facts.hpp"
#include "core/check/wording.hpp"
#include "core/required_pieces.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace octroi::core::check {

namespace {

void no_start_before_deposit(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field begin = actions.column("debut");
    const field deposit = actions.column("date_de_depot");
    const field state = actions.column("etat");
    for (const auto action : actions) {
        const auto started = action.day(begin);
        const auto received = action.day(deposit);
        if (started && received && *started < *received && !without_grant(action.choice(state))) {
            report.at(action, begin, {{"d", shown(*started)}, {"dd", shown(*received)}});
        }
    }
}

void end_after_start(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field begin = actions.column("debut");
    const field end = actions.column("fin");
    for (const auto action : actions) {
        const auto first = action.day(begin);
        const auto last = action.day(end);
        if (first && last && *last < *first) {
            report.at(action, end, {});
        }
    }
}

/// What a file in some state must hold: one column at least of each set.
using evidence = std::vector<std::vector<field>>;

class state_evidence {
public:
    explicit state_evidence(const checked_register& in)
        : in_(&in), actions_(&in.sheet("actions")), complete_(column("date_de_completude")),
          proposed_(column("montant_propose")), voted_(column("montant_vote")),
          session_(column("date_cp")), notified_(column("date_de_notification")),
          real_cost_(column("cout_reel")), final_amount_(column("montant_definitif")),
          statement_(column("bilan_recu_le")) {}

    /// The columns that lack for that state.
    std::vector<field> lacking(const checked_row& action, std::string_view state) const {
        std::vector<field> missing;
        const auto need = [&](field of) {
            if (action.blank(of)) {
                missing.push_back(of);
            }
        };
        if (state == "Complet" || state == "Instruit") {
            need(complete_);
        } else if (state == "Proposé") {
            need(proposed_);
        } else if (state == "Reversé") {
            need(voted_);
        } else if (state == "Voté" || state == "Notifié" || state == "En cours" ||
                   state == "Soldé") {
            need(voted_);
            // With an amount, ACT-13 tells of the date.
            if (action.blank(voted_)) {
                need(session_);
            }
            if (state != "Voté") {
                need(notified_);
            }
            if (state == "Soldé" && !settled(action)) {
                need(real_cost_);
            }
        }
        return missing;
    }

    /// The last state before that one whose evidence is there.
    std::string_view reached(const checked_row& action, std::string_view state) const {
        static constexpr std::array<std::string_view, 6> chain = {"Notifié",  "Voté",    "Proposé",
                                                                  "Instruit", "Complet", "Reçu"};
        bool before = std::find(chain.begin(), chain.end(), state) == chain.end();
        for (const auto earlier : chain) {
            // An examined file shows no more than a complete one.
            if (before && earlier != "Instruit" && lacking(action, earlier).empty()) {
                return earlier;
            }
            before = before || earlier == state;
        }
        return chain.back();
    }

private:
    field column(std::string_view name) const { return actions_->column(name); }

    bool settled(const checked_row& action) const {
        if (action.filled(real_cost_) || action.filled(final_amount_) ||
            action.filled(statement_)) {
            return true;
        }
        const auto& payments = in_->sheet("versements");
        const field type = payments.column("type");
        const auto paid = in_->rows_of(action, "versements", "numero_dossier");
        return std::any_of(paid.begin(), paid.end(), [&](const auto& payment) {
            return payment.choice(type) == "Solde" || payment.choice(type) == "Unique";
        });
    }

    const checked_register* in_;
    const checked_sheet* actions_;
    field complete_;
    field proposed_;
    field voted_;
    field session_;
    field notified_;
    field real_cost_;
    field final_amount_;
    field statement_;
};

std::string titles_of(const checked_sheet& sheet, const std::vector<field>& columns) {
    std::vector<std::string> titles;
    titles.reserve(columns.size());
    for (const auto column : columns) {
        titles.push_back(sheet.schema().fields[column].title);
    }
    return enumeration(titles, ", ");
}

void state_with_its_evidence(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field state = actions.column("etat");
    const state_evidence needs(in);
    for (const auto action : actions) {
        const auto written = action.choice(state);
        const auto missing = needs.lacking(action, written);
        if (!missing.empty()) {
            const std::string what =
                find_rule("ACT-14")->text("manque", {{"liste", titles_of(actions, missing)}});
            report.at(action, state,
                      {{"e1", std::string(needs.reached(action, written))},
                       {"e2", std::string(written)},
                       {"manque", what}});
        }
    }
}

void authorisation_of_cameras(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field theme = actions.column("thematique");
    const field number = actions.column("autorisation_videoprotection");
    const field day = actions.column("date_de_l_autorisation");
    const field state = actions.column("etat");
    for (const auto action : actions) {
        if (action.choice(theme) != "Vidéoprotection" || without_grant(action.choice(state))) {
            continue;
        }
        if (action.blank(number)) {
            report.at(action, number, {});
        } else if (action.blank(day)) {
            report.at(action, day, {});
        }
    }
}

void base_of_the_section(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field base = actions.column("base");
    const field section = actions.column("section");
    const field state = actions.column("etat");
    for (const auto action : actions) {
        const auto entered = action.choice(base);
        const auto of = action.choice(section);
        if (without_grant(action.choice(state))) {
            continue;
        }
        // The FCTVA gives associations no tax back.
        if (of == "INV" && entered == "TTC" && kind_of_beneficiary(action) != "Association") {
            report.at(action, base, {});
        } else if (of == "FON" && entered == "HT") {
            report.variant("ttc", action, base, {});
        }
    }
}

/// The columns that Paramètres asks for, by section and day: « Description, Date de complétude ».
class wanted_documents {
public:
    explicit wanted_documents(const checked_register& in)
        : investment_([&in](date day) { return columns(in, "INV", day); }),
          operating_([&in](date day) { return columns(in, "FON", day); }) {}

    const std::vector<field>& on(std::string_view section, date day) {
        static const std::vector<field> none;
        if (section.empty()) {
            return none;
        }
        return (section == "INV" ? investment_ : operating_).on(day);
    }

private:
    static std::vector<field> columns(const checked_register& in, std::string_view section,
                                      date day) {
        return required_pieces(in.settings(), in.sheet("actions").schema(), section, day);
    }

    dated_setting<std::vector<field>> investment_;
    dated_setting<std::vector<field>> operating_;
};

void documents_complete(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field complete = actions.column("date_de_completude");
    const field section = actions.column("section");
    const field deposit = actions.column("date_de_depot");
    const field state = actions.column("etat");
    const field shown_at = actions.has(complete) ? complete : state;
    wanted_documents wanted(in);
    for (const auto action : actions) {
        const auto reached = action.choice(state);
        if (reached.empty() || reached == "Reçu" || reached == "Incomplet" ||
            without_grant(reached)) {
            continue;
        }
        // In these two states, ACT-14 tells of the day on which the file was complete.
        const bool told = reached == "Complet" || reached == "Instruit";
        std::vector<field> missing;
        for (const auto column :
             wanted.on(action.choice(section), action.day(deposit).value_or(in.as_of()))) {
            if (action.blank(column) && !(told && column == complete)) {
                missing.push_back(column);
            }
        }
        if (!missing.empty()) {
            report.at(action, shown_at, {{"liste", titles_of(actions, missing)}});
        }
    }
}

} // namespace

std::vector<rule_logic> action_file_rules() {
    return {
        {"ACT-08", no_start_before_deposit, {"actions.debut", "actions.date_de_depot"}},
        {"ACT-09", end_after_start, {"actions.debut", "actions.fin"}},
        {"ACT-14", state_with_its_evidence, {"actions.etat"}},
        {"ACT-15",
         authorisation_of_cameras,
         {"actions.thematique", "actions.autorisation_videoprotection"}},
        {"ACT-16", base_of_the_section, {"actions.base", "actions.section"}},
        {"ACT-21", documents_complete, {"actions.etat", "actions.section"}},
    };
}

} // namespace octroi::core::check
