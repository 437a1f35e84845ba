#include "core/check/convention_rules.hpp"

#include "core/amendment_proposal.hpp"
#include "core/check/action_facts.hpp"
#include "core/check/wording.hpp"
#include "core/convention_groups.hpp"
#include "core/field_catalogue.hpp"
#include "core/text.hpp"

#include <unordered_map>

#include <algorithm>
#include <array>
#include <set>

namespace octroi::core::check {

namespace {

/// Columns of Actions that a convention needs but whose emptiness is another rule's: a number is
/// given where there is none, a vote and its date are ACT-13's and ACT-14's.
constexpr std::array<std::string_view, 3> judged_elsewhere = {"numero_de_convention",
                                                              "montant_vote", "date_cp"};

/// The columns of a table that a convention cannot do without, but for those that no row can.
std::vector<field> columns_needed(const table_schema& schema) {
    std::vector<field> columns;
    for (const auto& wanted : catalogue_of("convention")->fields) {
        if (!wanted.required || wanted.source_table != schema.title) {
            continue;
        }
        for (field i = 0; i < schema.fields.size(); ++i) {
            const auto& known = schema.fields[i];
            if (known.title == wanted.source_column && known.status != field_status::required &&
                std::find(judged_elsewhere.begin(), judged_elsewhere.end(), known.name) ==
                    judged_elsewhere.end() &&
                std::find(columns.begin(), columns.end(), i) == columns.end()) {
                columns.push_back(i);
            }
        }
    }
    return columns;
}

/// The keys of Paramètres that a convention cannot do without.
std::vector<std::string> settings_needed() {
    std::vector<std::string> keys;
    for (const auto& wanted : catalogue_of("convention")->fields) {
        if (wanted.required && wanted.source_table == schema_of("parametres").title &&
            std::find(keys.begin(), keys.end(), wanted.source_column) == keys.end()) {
            keys.push_back(wanted.source_column);
        }
    }
    return keys;
}

/// The conventions one after another; each empty cell and each missing setting is told once.
class convention_needs {
public:
    convention_needs(const checked_register& in, const reporter& report)
        : report_(&report), actions_(&in.sheet("actions")),
          number_(actions_->column("numero_de_convention")),
          of_actions_(columns_needed(actions_->schema())),
          of_places_(columns_needed(in.sheet("communes").schema())), missing_([&in](date on) {
              std::vector<std::string> missing;
              for (const auto& key : settings_needed()) {
                  if (in.settings().text(key, on).empty()) {
                      missing.push_back(key);
                  }
              }
              return missing;
          }),
          told_keys_(empty_settings(in)) {}

    void look_at(const checked_row& action, date on) {
        look_at_cells(action, action, of_actions_);
        if (const auto beneficiary = action.target(actions_->column("beneficiaire"))) {
            look_at_cells(action, *beneficiary, of_places_);
        }
        for (const auto& key : missing_.on(on)) {
            if (told_keys_.insert(fold(key)).second) {
                tell(action, action, number_, key);
            }
        }
    }

private:
    /// Keys whose value is left empty in the sheet: GEN-05 has those cells.
    static std::set<std::string> empty_settings(const checked_register& in) {
        const auto& sheet = in.sheet("parametres");
        std::set<std::string> keys;
        for (const auto row : sheet) {
            const field value = sheet.column("valeur");
            if (row.blank(value) || row.unreadable(value)) {
                keys.insert(fold(row.text(sheet.column("cle"))));
            }
        }
        return keys;
    }

    void look_at_cells(const checked_row& action, const checked_row& row,
                       const std::vector<field>& columns) {
        for (const auto column : columns) {
            if (row.blank(column) &&
                told_cells_.emplace(&row.of(), row.position(), column).second) {
                tell(action, row, column, row.of().schema().fields[column].title);
            }
        }
    }

    void tell(const checked_row& action, const checked_row& row, field column,
              const std::string& what) const {
        const std::string number = action.text(number_);
        report_->at(
            row, column,
            {{"id", number.empty() ? action.text(actions_->column("numero_dossier")) : number},
             {"champ", what}});
    }

    const reporter* report_;
    const checked_sheet* actions_;
    field number_;
    std::vector<field> of_actions_;
    std::vector<field> of_places_;
    dated_setting<std::vector<std::string>> missing_;
    std::set<std::string> told_keys_;
    std::set<std::tuple<const checked_sheet*, std::size_t, field>> told_cells_;
};

} // namespace

bool gives_convention(std::string_view state) {
    return std::find(granted_states.begin(), granted_states.end(), state) != granted_states.end();
}

std::optional<date> day_of(const checked_row& entry, field stamp) {
    const auto day = entry.day(stamp);
    return day ? day : parse_date(std::string_view(entry.text(stamp)).substr(0, 10));
}

void convention_can_be_made(const checked_register& in, const reporter& report) {
    const auto& actions = in.sheet("actions");
    const field state = actions.column("etat");
    const field signature = actions.column("date_de_convention");
    convention_needs needs(in, report);
    for (const auto action : actions) {
        if (gives_convention(action.choice(state))) {
            // As convention_record.cpp dates it.
            needs.look_at(action, action.day(signature).value_or(decision_day(in, action)));
        }
    }
}

void data_unchanged_since_made(const checked_register& in, const reporter& report) {
    const issued_documents issued(in.book());
    if (issued.empty()) {
        return;
    }
    const auto& actions = in.sheet("actions");
    const field number = actions.column("numero_de_convention");
    const field state = actions.column("etat");
    std::unordered_map<std::string, std::vector<table_row>> present;
    std::vector<std::string> order;
    for (const auto action : actions) {
        const auto key = identifier_key(action.text(number));
        if (issued.last(key) == nullptr || !gives_convention(action.choice(state))) {
            continue;
        }
        auto& rows = present[key];
        if (rows.empty()) {
            order.push_back(key);
        }
        rows.emplace_back(actions.source(), action.position());
    }
    const bool financed = in.has("financements");
    const row_index financing(in.book(), "financements", "numero_dossier");
    const recorded_amendments made(in.book());
    for (const auto& key : order) {
        const auto& rows = present.at(key);
        const checked_row first(actions, rows.front().position());
        const auto changed = changed_since_issue(
            first.text(number),
            convention_state(rows, in.places(), financed ? &financing : nullptr), issued, made);
        if (changed) {
            report.advise(changed->proposal.advice(),
                          changed->of_amount_alone() ? "default" : "other", first, number,
                          {{"id", changed->number},
                           {"date", shown(changed->issued)},
                           {"ancien", changed->before()},
                           {"nouveau", changed->after()}});
        }
    }
}

} // namespace octroi::core::check
