#include "core/file_figures.hpp"

#include "core/document_fields.hpp"
#include "core/file_repayment.hpp"
#include "core/financing.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <optional>

namespace octroi::core {

namespace {

std::string shown(const std::optional<money>& amount) {
    return amount ? french(*amount) : std::string();
}

std::string shown(const std::optional<date>& day) {
    return day ? french(*day) : std::string();
}

std::string share_of(money part, const std::optional<money>& whole) {
    if (!whole || *whole <= money()) {
        return {};
    }
    const std::string none = french_percentage(money(), *whole);
    const std::string share = french_percentage(part, *whole);
    return share == none && part > money() ? "moins de 0,01" + none.substr(1) : share;
}

} // namespace

void add_file_amounts(document_draft& draft, const table_row& action, bool proposed,
                      const number_speller& spell) {
    auto& fields = draft.data.fields;
    const auto requested = action.amount("montant_demande");
    const auto eligible = action.amount("depense_eligible");
    auto granted = action.amount("montant_vote");
    if (!granted && proposed) {
        const auto proposed_amount = action.amount("montant_propose");
        granted = proposed_amount ? proposed_amount : action.amount("montant_calcule");
    }
    fields["base"] = upper(action.text("base"));
    fields["cout_total"] = shown(action.amount("cout_total"));
    fields["assiette"] = shown(eligible);
    fields["demande"] = shown(requested);
    fields["demande_lettres"] = requested ? spelled_amount(*requested, spell) : std::string();
    fields["montant"] = shown(granted);
    fields["montant_lettres"] = granted ? spelled_amount(*granted, spell) : std::string();
    fields["montant_num"] = granted ? decimal(*granted) : std::string();
    fields["taux"] = granted ? share_of(*granted, eligible) : std::string();
    fields["reduit_num"] = flag(granted && requested && *granted < *requested);
    fields["subvention_n_1"] = shown(action.amount("montant_n_1"));
    draft.amount = granted.value_or(money());
}

void add_file_financing(document_draft& draft, const std::vector<table_row>& rows) {
    auto& list = draft.data.lists["financements"];
    money total;
    for (const auto& row : rows) {
        draft.origins.emplace(row.of().schema().title, row);
        total += row.amount_needed("montant");
    }
    for (const auto& row : rows) {
        record item;
        const std::string source = row.text("financeur");
        const money amount = row.amount_needed("montant");
        item.fields["financement_financeur"] = source;
        item.fields["financement_nature"] = is_private(source) ? "privé" : "public";
        item.fields["financement_etat"] = row.text("etat");
        item.fields["financement_montant"] = french(amount);
        item.fields["financement_part"] = share_of(amount, total);
        list.push_back(std::move(item));
    }
    draft.data.fields["financements_num"] = std::to_string(rows.size());
    draft.data.fields["financements_total"] = french(total);
}

void add_file_payments(document_draft& draft, const table_row& action,
                       const std::vector<table_row>& rows, const number_speller& spell) {
    auto& fields = draft.data.fields;
    auto& list = draft.data.lists["versements"];
    for (const auto& row : rows) {
        draft.origins.emplace(row.of().schema().title, row);
        record item;
        item.fields["versement_ordre"] = row.text("numero_ordre");
        item.fields["versement_type"] = row.text("type");
        item.fields["versement_date"] = shown(row.day("date_de_mandatement"));
        item.fields["versement_montant"] = french(row.amount_needed("montant"));
        list.push_back(std::move(item));
    }
    fields["versements_num"] = std::to_string(rows.size());

    const auto real = action.amount("cout_reel");
    const auto eligible = action.amount("depense_eligible");
    fields["cout_reel"] = shown(real);
    const auto counted = real && eligible ? std::optional(std::min(*real, *eligible)) : real;
    fields["depense_retenue"] = shown(counted);
    fields["taux_realisation"] = counted ? share_of(*counted, eligible) : std::string();

    const auto back = repayment_of(action, rows);
    const bool due = back.cause.has_value();
    fields["verse"] = french(back.paid);
    fields["verse_num"] = decimal(back.paid);
    fields["reverse"] = french(back.repaid);
    fields["reverse_num"] = decimal(back.repaid);
    fields["definitif"] = shown(back.definitive);
    fields["trop_percu_num"] = flag(back.cause == repayment_cause::overpaid);
    fields["caduc_num"] = flag(back.cause == repayment_cause::lapsed);
    fields["ordonne_num"] = flag(back.cause == repayment_cause::ordered);
    fields["reversement"] = due ? french(back.due) : std::string();
    fields["reversement_num"] = due ? decimal(back.due) : std::string();
    fields["reversement_lettres"] = due ? spelled_amount(back.due, spell) : std::string();
    fields["reversement_observations"] = back.remarks;
}

} // namespace octroi::core
