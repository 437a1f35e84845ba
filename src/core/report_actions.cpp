#include "core/report_actions.hpp"

#include "core/check/contract_facts.hpp"
#include "core/contract_life.hpp"
#include "core/distinct.hpp"
#include "core/document_fields.hpp"
#include "core/french.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace octroi::core {

namespace {

/// Sums of a part of the report.
struct sums {
    std::size_t count = 0;
    money granted;
    money requested;
    money cost;
    money eligible;

    void add(const report_item& item) {
        ++count;
        granted += item.amount;
        requested += item.action.amount("montant_demande").value_or(money());
        cost += item.action.amount_needed("cout_total");
        eligible += item.action.amount_needed("depense_eligible");
    }
};

void write(record& data, const std::string& prefix, const sums& of) {
    data.fields[prefix + "_total"] = french(of.granted);
    data.fields[prefix + "_demande"] = french(of.requested);
    data.fields[prefix + "_cout"] = french(of.cost);
    data.fields[prefix + "_eligible"] = french(of.eligible);
    data.fields[prefix + "_nombre"] = counted(of.count, "action", "actions");
}

std::string share_of(money part, money whole) {
    return whole <= money() ? std::string() : french_percentage(part, whole);
}

record action_record(const report_item& item, const report_register& in,
                     const report_budget& budget) {
    const auto& action = item.action;
    const money eligible = action.amount_needed("depense_eligible");
    const auto earlier = in.earlier().year_before(in.checked_row_of(action));
    const auto requested = action.amount("montant_demande");
    record made;
    auto& fields = made.fields;
    fields["action_numero"] = action.text("numero_dossier");
    fields["action_beneficiaire"] = in.beneficiary_of(action);
    fields["action_intitule"] = action.text("intitule");
    fields["action_thematique"] = action.text("thematique");
    fields["action_cout"] = french(action.amount_needed("cout_total"));
    fields["action_base"] = upper(action.text("base"));
    fields["action_eligible"] = french(eligible);
    fields["action_n_1"] = earlier ? french(*earlier) : "–";
    fields["action_demande"] = requested ? french(*requested) : "";
    fields["action_regle"] = item.rule;
    fields["action_ecretement"] = item.reason;
    fields["action_taux"] = share_of(item.amount, eligible);
    fields["action_montant"] = french(item.amount);
    fields["action_annuites_num"] = std::to_string(action.integer("nombre_d_annuites").value_or(1));
    fields["action_imputation"] = budget.short_imputation_of(action);
    return made;
}

/// « échue le », of a STSPD.
std::string ended(std::string_view kind) {
    return kind == "CLS" ? " échu le " : " échue le ";
}

/// The contract that ended last before a day; null if there is none.
const check::contract_fact* expired_contract(const report_register& in, const std::string& commune,
                                             date on) {
    const auto place = in.checked().place(commune);
    if (!place) {
        return nullptr;
    }
    const check::contract_fact* last = nullptr;
    for (const auto* contract : in.contract_facts().of(*place)) {
        // That of a district names the communes around and is not theirs.
        const auto name = contract->row.of().column("commune");
        if (in.known().official_name(contract->row.text(name)) == commune &&
            contract->type != "CLSPD" && !contract->denounced && contract->end &&
            *contract->end < on && (last == nullptr || *last->end < *contract->end)) {
            last = contract;
        }
    }
    return last;
}

/// What covers a commune on a day: its kind, its last day, and both in a few words. A contract that
/// ended is named as such.
void add_cover(record& commune, const report_register& in, const table_row& action, date on) {
    auto& fields = commune.fields;
    const std::string name = fields["commune_nom"];
    const int months = in.settings().integer("contrat.duree_mois", on).value_or(36);
    distinct words;
    std::string kind = in.contracts().has_council(name) ? "CLSPD" : "";
    std::optional<date> last;
    if (const auto* contract = in.contracts().contract_for(action, on, months)) {
        kind = upper(contract->text("type"));
        last = check::last_day(in.checked(), in.checked_row_of(*contract));
        words.add(!last ? kind : kind + (on <= *last ? " jusqu’au " : ended(kind)) + french(*last));
    } else {
        words.add(kind);
        if (const auto* before = expired_contract(in, name, on)) {
            last = before->end;
            words.add(std::string(before->type) + ended(before->type) + french(*last));
        }
    }
    fields["commune_contrat"] = kind;
    fields["commune_contrat_fin"] = last ? french(*last) : "";
    fields["commune_couverture"] = enumeration(words.items(), ", ");
}

record commune_record(const std::string& name, const table_row& action, const report_register& in,
                      date on) {
    record made;
    auto& fields = made.fields;
    fields["commune_nom"] = name;
    fields["commune_population"] = "";
    distinct words;
    if (const auto* place = in.known().find(name)) {
        if (const auto population = place->integer("population")) {
            fields["commune_population"] = french(*population);
            words.add(french(*population) + std::string(nbsp) + "habitants");
        }
    }
    add_cover(made, in, action, on);
    words.add(fields["commune_couverture"]);
    fields["commune_presentation"] = enumeration(words.items(), ", ");
    return made;
}

struct commune_part {
    record made;
    sums total;
};

struct section_part {
    sums total;
    distinct imputations;
    std::map<std::pair<std::string, std::string>, commune_part> communes; ///< by key and name
};

} // namespace

void add_report_actions(document_draft& draft, const report_register& in,
                        const report_budget& budget, const report_group& group, date on) {
    std::map<std::pair<std::int64_t, std::string>, section_part> parts;
    sums total;
    distinct years;
    distinct communes;
    distinct beneficiaries;
    distinct rules;
    std::map<std::string, money> by_section = {{"FON", {}}, {"INV", {}}};
    std::size_t multi_year = 0;
    for (const auto& item : group.granted) {
        const auto key = budget_of(item.action);
        const std::string commune = in.commune_of(item.action);
        auto& part = parts[key];
        auto [found, is_new] = part.communes.try_emplace({place_key(commune), commune});
        if (is_new) {
            found->second.made = commune_record(commune, item.action, in, on);
        }
        found->second.made.lists["actions"].push_back(action_record(item, in, budget));
        found->second.total.add(item);
        part.total.add(item);
        part.imputations.add(budget.imputation_of(item.action));
        total.add(item);
        communes.add(commune);
        beneficiaries.add(in.beneficiary_of(item.action));
        by_section[key.second] += item.amount;
        multi_year += item.action.integer("nombre_d_annuites").value_or(1) > 1 ? 1 : 0;
    }
    for (const auto& row : group.rows()) {
        years.add(row.text("exercice")); // of rejections too: there may be nothing else
    }
    auto& sections = draft.data.lists["sections"];
    for (auto& [key, part] : parts) {
        record section;
        section.fields["section_nom"] = section_in_words(key.second);
        section.fields["section_code"] = key.second;
        section.fields["section_exercice"] = std::to_string(key.first);
        section.fields["section_imputation"] = part.imputations.joined();
        section.fields["section_taux"] = share_of(part.total.granted, part.total.eligible);
        write(section, "section", part.total);
        auto& list = section.lists["communes"];
        for (auto& [name, commune] : part.communes) {
            write(commune.made, "commune", commune.total);
            list.push_back(std::move(commune.made));
        }
        sections.push_back(std::move(section));
    }
    auto& fields = draft.data.fields;
    draft.amount = total.granted;
    const auto words = [&](std::size_t count) {
        return spelled_number(static_cast<int>(count), true, in.spell());
    };
    fields["exercice"] = years.joined();
    fields["exercices_num"] = std::to_string(years.items().size());
    fields["montant"] = french(total.granted);
    fields["montant_num"] = decimal(total.granted);
    fields["montant_lettres"] = spelled_amount(total.granted, in.spell());
    fields["montant_fon"] = french(by_section["FON"]);
    fields["montant_fon_num"] = decimal(by_section["FON"]);
    fields["montant_inv"] = french(by_section["INV"]);
    fields["montant_inv_num"] = decimal(by_section["INV"]);
    fields["demande"] = french(total.requested);
    fields["cout_total"] = french(total.cost);
    fields["assiette"] = french(total.eligible);
    fields["taux"] = share_of(total.granted, total.eligible);
    fields["nombre_actions"] = words(total.count);
    fields["nombre_actions_num"] = std::to_string(total.count);
    fields["nombre_communes"] = words(communes.items().size());
    fields["nombre_communes_num"] = std::to_string(communes.items().size());
    fields["nombre_beneficiaires_num"] = std::to_string(beneficiaries.items().size());
    fields["pluriannuelles_num"] = std::to_string(multi_year);
}

void add_report_conventions(record& data, const report_register& in, const report_budget& budget,
                            const report_group& group) {
    struct convention {
        const report_item* first = nullptr;
        money amount;
        distinct objects;
        std::size_t actions = 0;
        distinct imputations;
    };
    using key = std::tuple<std::int64_t, std::string, std::string, std::string>;
    std::map<key, convention> conventions;
    for (const auto& item : group.granted) {
        const auto [year, section] = budget_of(item.action);
        const std::string name = in.beneficiary_of(item.action);
        auto& one = conventions[{year, section, place_key(name), name}];
        one.first = one.first == nullptr ? &item : one.first;
        one.amount += item.amount;
        ++one.actions;
        one.objects.add(item.action.text("intitule"));
        one.imputations.add(budget.imputation_of(item.action));
    }
    bool any_private = false;
    auto& list = data.lists["conventions"];
    for (const auto& [by, one] : conventions) {
        const auto& name = std::get<3>(by);
        const auto* entity = in.known().find(name);
        if (entity == nullptr) {
            throw data_problem(one.first->action.place("beneficiaire") +
                               message("document.unknown_beneficiary", {{"name", name}}));
        }
        const auto kind = kind_of(*entity);
        any_private = any_private || kind == entity_kind::association;
        record item;
        auto& fields = item.fields;
        fields["convention_beneficiaire"] = name;
        fields["convention_designation"] = wording_of(kind, name, false).designation;
        fields["convention_designation_maj"] = capitalized(fields["convention_designation"]);
        fields["convention_exercice"] = std::to_string(std::get<0>(by));
        fields["convention_section"] = section_in_words(std::get<1>(by));
        fields["convention_nombre"] = counted(one.actions, "action", "actions");
        fields["convention_objet"] = with_semicolons(one.objects.items());
        fields["convention_imputation"] = one.imputations.joined();
        fields["convention_montant"] = french(one.amount);
        list.push_back(std::move(item));
    }
    data.fields["nombre_conventions"] =
        spelled_number(static_cast<int>(list.size()), true, in.spell());
    data.fields["nombre_conventions_num"] = std::to_string(list.size());
    data.fields["prive_num"] = flag(any_private);
}

void add_report_rejections(record& data, const report_register& in, const report_group& group) {
    money requested;
    auto& list = data.lists["rejets"];
    for (const auto& rejected : group.rejected) {
        const auto& action = rejected.action;
        if (rejected.reason.empty() && !in.draft()) {
            throw data_problem(
                action.place("motif_de_derogation") +
                message("report.no_reason", {{"id", action.text("numero_dossier")}}));
        }
        const std::string state = fold(action.text("etat"));
        const auto asked = action.amount("montant_demande");
        requested += asked.value_or(money());
        record item;
        auto& fields = item.fields;
        fields["rejet_numero"] = action.text("numero_dossier");
        fields["rejet_commune"] = in.commune_of(action);
        fields["rejet_beneficiaire"] = in.beneficiary_of(action);
        fields["rejet_intitule"] = action.text("intitule");
        fields["rejet_thematique"] = action.text("thematique");
        fields["rejet_demande"] = asked ? french(*asked) : "";
        fields["rejet_decision"] = state == "ajourne"     ? "Ajournement"
                                   : state == "sanssuite" ? "Classement sans suite"
                                                          : "Rejet";
        fields["rejet_motif"] = rejected.reason;
        list.push_back(std::move(item));
    }
    data.fields["nombre_rejets"] = spelled_number(static_cast<int>(list.size()), true, in.spell());
    data.fields["nombre_rejets_num"] = std::to_string(list.size());
    data.fields["rejets_demande"] = french(requested);
}

} // namespace octroi::core
