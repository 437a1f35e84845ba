#include "core/report_financing.hpp"

#include "core/check/action_facts.hpp"
#include "core/document_fields.hpp"
#include "core/financing.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <array>

namespace octroi::core {

namespace {

/// By source, the columns of the summary.
struct column {
    financing_source source;
    const char* name;
};
constexpr std::array<column, 8> columns = {{
    {financing_source::state, "etat"},
    {financing_source::region, "region"},
    {financing_source::territorial, "metropole"},
    {financing_source::other_department, "departement_autre"},
    {financing_source::programme, "departement"},
    {financing_source::commune, "commune_montant"},
    {financing_source::other_public, "autres"},
    {financing_source::private_money, "prive"},
}};

class plan {
public:
    void add(financing_source source, money amount) { sums_[index(source)] += amount; }
    void add(const plan& other) {
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            sums_[i] += other.sums_[i];
        }
    }

    money of(financing_source source) const { return sums_[index(source)]; }
    money total() const {
        money sum;
        for (const auto part : sums_) {
            sum += part;
        }
        return sum;
    }
    money from_public() const { return total() - of(financing_source::private_money); }

    void write(record& data, const std::string& prefix) const {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            data.fields[prefix + "_" + columns[i].name] =
                sums_[i] == money() ? "–" : french(sums_[i]);
        }
        data.fields[prefix + "_public"] = french(from_public());
        data.fields[prefix + "_total"] = french(total());
    }

private:
    static std::size_t index(financing_source source) {
        std::size_t at = 0;
        while (columns[at].source != source) {
            ++at;
        }
        return at;
    }

    std::array<money, columns.size()> sums_;
};

std::string share_of(money part, money whole) {
    return whole <= money() ? std::string() : french_percentage(part, whole);
}

/// Exact: part / whole < least.
bool is_below(money part, money whole, rate least) {
    return rate(part.cents()) < least * whole.cents();
}

record operation_record(const report_item& item, const report_register& in,
                        check::least_own_share& least, plan& all) {
    const auto& action = item.action;
    record made;
    auto& list = made.lists["financements"];
    plan money_of;
    money_of.add(financing_source::programme, item.amount);
    const auto& lines = in.financing().find(action.text("numero_dossier"));
    for (const auto& line : lines) {
        const auto source = source_of(line.text("financeur"));
        if (source != financing_source::programme) {
            money_of.add(source, line.amount_needed("montant"));
        }
    }
    const money total = money_of.total();
    const auto add_line = [&](const std::string& who, const std::string& state, money amount,
                              bool is_public) {
        record one;
        one.fields["financement_financeur"] = who;
        one.fields["financement_nature"] = is_public ? "public" : "privé";
        one.fields["financement_etat"] = state;
        one.fields["financement_montant"] = french(amount);
        one.fields["financement_part"] = share_of(amount, total);
        list.push_back(std::move(one));
    };
    add_line("Département (ce programme)", "Présent rapport", item.amount, true);
    for (const auto& line : lines) {
        const std::string who = line.text("financeur");
        if (source_of(who) != financing_source::programme) {
            add_line(who, line.text("etat"), line.amount_needed("montant"), !is_private(who));
        }
    }

    const auto checked = in.checked_row_of(action);
    const auto kind = check::kind_of_beneficiary(checked);
    const money own = money_of.of(financing_source::commune) +
                      (kind == "EPT" ? money_of.of(financing_source::territorial) : money());
    const money cost = action.amount_needed("cout_total");
    const auto minimum = least.of(checked);
    const bool below = minimum && !lines.empty() && is_below(own, money_of.from_public(), *minimum);
    std::vector<std::string> remarks;
    if (lines.empty()) {
        remarks.emplace_back("plan de financement non communiqué");
    } else if (total < cost) {
        remarks.push_back("reste à financer" + std::string(nbsp) + ": " + french(cost - total));
    } else if (total > cost) {
        remarks.push_back("financements supérieurs au coût de " + french(total - cost));
    }
    if (below) {
        remarks.push_back("participation du maître d’ouvrage inférieure au minimum de " +
                          french(*minimum));
    }
    const std::string derogation = action.text("derogation_20");
    if (!derogation.empty()) {
        remarks.push_back("dérogation au minimum de participation" + std::string(nbsp) + ": " +
                          derogation);
    }

    auto& fields = made.fields;
    fields["operation_numero"] = action.text("numero_dossier");
    fields["operation_commune"] = in.commune_of(action);
    fields["operation_beneficiaire"] = in.beneficiary_of(action);
    fields["operation_intitule"] = action.text("intitule");
    fields["operation_cout"] = french(cost);
    money_of.write(made, "operation");
    fields["operation_part"] = lines.empty() ? "" : share_of(own, money_of.from_public());
    fields["operation_insuffisante_num"] = flag(below);
    fields["operation_observation"] = capitalized(with_semicolons(remarks));
    all.add(money_of);
    return made;
}

} // namespace

void add_report_operations(record& data, const report_register& in, const report_group& group) {
    plan all;
    check::least_own_share least(in.checked());
    bool below = false;
    auto& list = data.lists["operations"];
    for (const auto& item : group.granted) {
        list.push_back(operation_record(item, in, least, all));
        below = below || list.back().fields["operation_insuffisante_num"] == "1";
    }
    all.write(data, "operations");
    data.fields["operations_part"] = share_of(all.of(financing_source::commune), all.from_public());
    data.fields["operations_insuffisante_num"] = flag(below);
}

} // namespace octroi::core
