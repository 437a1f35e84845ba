#include "core/check/check.hpp"
#include "core/check/report_text.hpp"
#include "core/resources.hpp"
#include "support/registers.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace octroi::test {
namespace {

namespace check = core::check;
using namespace std::chrono_literals;

/// The demonstration's sheets, to be mended row by row.
class mended_register {
public:
    mended_register() {
        for (const auto& schema : core::table_schemas()) {
            rows_[schema.name] = core::initial_rows(schema.name, true);
        }
    }

    std::vector<core::reference_row>& rows(const std::string& table) { return rows_.at(table); }

    /// The row whose `field` is `value`.
    core::reference_row& row(const std::string& table, const std::string& field,
                             const std::string& value) {
        for (auto& row : rows(table)) {
            if (row[field] == value) {
                return row;
            }
        }
        throw std::out_of_range(table + " " + value);
    }

    check::check_report check() {
        core::register_book book("registre.ods");
        for (const auto& schema : core::table_schemas()) {
            book.add(sheet_of(schema.name, rows_.at(schema.name)));
        }
        return check::check_register(book);
    }

private:
    std::map<std::string, std::vector<core::reference_row>> rows_;
};

TEST(demonstration_check, finds_exactly_what_is_documented) {
    mended_register demonstration;
    const auto report = demonstration.check();
    EXPECT_EQ(report.as_of, core::date(2016y / 9 / 30));
    EXPECT_TRUE(report.unchecked.empty());
    std::map<std::string, std::size_t> expected;
    const auto root = boost::json::parse(core::resource("demo/constats.json"));
    for (const auto& item : root.at("planted").as_array()) {
        const std::string rule(item.at("rule").as_string());
        ++expected[rule];
        const std::string key(item.at("key").as_string());
        const std::string table(item.at("table").as_string());
        const bool found = std::any_of(
            report.findings.begin(), report.findings.end(), [&](const check::finding& finding) {
                if (finding.rule->id != rule ||
                    finding.place.sheet != core::schema_of(table).title) {
                    return false;
                }
                const auto& row =
                    demonstration.rows(table).at(static_cast<std::size_t>(finding.place.row) - 1);
                std::string keys;
                for (const auto& name : core::schema_of(table).primary_key) {
                    keys += (keys.empty() ? "" : "/") + row.at(name);
                }
                return keys.starts_with(key);
            });
        EXPECT_TRUE(found) << rule << " " << key;
    }
    for (const auto& item : root.at("inherent").as_array()) {
        expected[std::string(item.at("rule").as_string())] +=
            static_cast<std::size_t>(item.at("count").as_int64());
    }
    std::map<std::string, std::size_t> found;
    for (const auto& [rule, count] : report.by_rule()) {
        found[rule->id] = count;
    }
    EXPECT_EQ(found, expected);
}

TEST(demonstration_check, finds_nothing_in_a_clean_copy) {
    mended_register clean;
    const auto act = [&](const std::string& number) -> core::reference_row& {
        return clean.row("actions", "numero_dossier", number);
    };
    // Planted.
    clean.row("contrats", "id_contrat", "STSPD-LADEFENSE-2010")["proroge_jusqu_au"] = "2018-04-15";
    auto signatory = clean.row("signataires", "id_contrat", "CLS-92075-2015");
    signatory["rang"] = "9";
    signatory["qualite"] = "IA-DASEN";
    clean.rows("signataires").push_back(signatory);
    clean.row("contrats", "id_contrat", "CLSPD-92022-2014")["derniere_pleniere"] = "2016-06-18";
    clean.row("objectifs", "id_objectif", "STSPD-92063-2015/1.1")["etat"] = "Atteint";
    act("2016-INV-016")["autorisation_videoprotection"] = "2016-92-0117";
    act("2016-INV-016")["date_de_l_autorisation"] = "2016-02-11";
    act("2016-INV-017")["base"] = "HT";
    act("2016-INV-015")["inscrit_au_contrat_de_developpement"] = "Non";
    act("2016-FON-025")["numero_de_convention"] = "C2016-FON-ECOUTE";
    act("2016-FON-025")["date_de_convention"] = "2016-09-20";
    act("2015-FON-006")["bilan_recu_le"] = "2016-05-17";
    clean.row("enveloppe", "montant", "29000.00")["montant"] = "40000.00";
    clean.rows("versements")
        .push_back({{"numero_dossier", "2015-FON-004"},
                    {"numero_ordre", "9"},
                    {"type", "Reversement"},
                    {"montant", "205.20"},
                    {"exercice_comptable", "2016"},
                    {"numero_de_mandat", "T2016-000001"},
                    {"date_de_mandatement", "2016-08-01"}});
    clean.rows("parametres").push_back({{"cle", "regle.ACT-07"}, {"valeur", "off"}});
    // Inherent.
    const auto council = clean.row("contrats", "id_contrat", "CLSPD-92022-2014");
    for (const auto* name :
         {"Bourg-la-Reine", "Garches", "Ville-d’Avray", "Marnes-la-Coquette", "Vaucresson"}) {
        clean.rows("contrats")
            .push_back(
                with(council, {{"id_contrat", std::string("CLSPD-") + name}, {"commune", name}}));
    }
    for (auto& contract : clean.rows("contrats")) {
        if (contract["type"] == "CLS") {
            contract["type"] = "STSPD";
        }
        if (contract["type"] == "STSPD" && contract["commune"] != "La Défense") {
            contract["proroge_jusqu_au"] = "2019-12-31";
        }
    }
    for (auto& objective : clean.rows("objectifs")) {
        const auto& actions = clean.rows("actions");
        if (std::none_of(actions.begin(), actions.end(), [&](const auto& action) {
                const auto held = action.find("id_objectif");
                return held != action.end() && held->second == objective["id_objectif"];
            })) {
            objective["etat"] = "Abandonné";
        }
    }
    const auto report = clean.check();
    EXPECT_TRUE(report.findings.empty()) << to_json(report);
}

} // namespace
} // namespace octroi::test
