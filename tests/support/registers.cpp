#include "support/registers.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace octroi::test {

namespace {

core::cell_value typed(const core::table_field& field, const std::string& text) {
    using core::field_type;
    switch (field.type) {
    case field_type::date:
        if (const auto day = core::parse_iso_date(text)) {
            return *day;
        }
        throw std::invalid_argument(field.name + ": " + text);
    case field_type::integer:
    case field_type::amount:
    case field_type::decimal:
    case field_type::rate:
    case field_type::year:
        return core::number(std::strtod(text.c_str(), nullptr));
    default:
        return text;
    }
}

} // namespace

core::sheet_data sheet(std::string name, const cell_rows& rows, int first_column, int first_row) {
    core::sheet_data data;
    data.name = std::move(name);
    data.row_numbers.resize(rows.size());
    std::iota(data.row_numbers.begin(), data.row_numbers.end(), first_row);
    std::size_t columns = 0;
    for (const auto& row : rows) {
        columns = std::max(columns, row.size());
    }
    data.column_numbers.resize(columns);
    std::iota(data.column_numbers.begin(), data.column_numbers.end(), first_column);
    for (const auto& row : rows) {
        data.cells.insert(data.cells.end(), row.begin(), row.end());
        data.cells.resize(data.cells.size() + columns - row.size());
    }
    return data;
}

core::sheet_data sheet_of(std::string_view table, const std::vector<core::reference_row>& rows) {
    const auto& schema = core::schema_of(table);
    cell_rows cells(1);
    for (const auto& field : schema.fields) {
        cells.front().emplace_back(field.title);
    }
    for (const auto& row : rows) {
        std::vector<core::cell_value> line(schema.fields.size());
        for (const auto& [name, text] : row) {
            const std::size_t index = schema.index(name);
            if (!text.empty()) {
                line[index] = typed(schema.fields[index], text);
            }
        }
        cells.push_back(std::move(line));
    }
    return sheet(schema.title, cells);
}

void set_cell(core::sheet_data& sheet, std::string_view table, std::size_t row,
              std::string_view field, core::cell_value value) {
    sheet.at(static_cast<int>(row) + 1, static_cast<int>(core::schema_of(table).index(field))) =
        std::move(value);
}

core::register_book book(const std::vector<core::sheet_data>& sheets) {
    core::register_book result("registre.ods");
    for (const auto& sheet : sheets) {
        result.add(sheet);
    }
    return result;
}

core::reference_row with(core::reference_row base, const core::reference_row& changes) {
    for (const auto& [field, value] : changes) {
        base.insert_or_assign(field, value);
    }
    return base;
}

core::reference_row voted_action(const core::reference_row& changes) {
    return with({{"numero_dossier", "2016-FON-001"},
                 {"exercice", "2016"},
                 {"section", "FON"},
                 {"commune", "Nanterre"},
                 {"beneficiaire", "Nanterre"},
                 {"thematique", "Citoyenneté"},
                 {"intitule", "Chantiers éducatifs"},
                 {"date_de_depot", "2016-01-18"},
                 {"debut", "2016-03-01"},
                 {"fin", "2016-06-30"},
                 {"cout_total", "12000.00"},
                 {"base", "TTC"},
                 {"depense_eligible", "10000.00"},
                 {"montant_demande", "4000.00"},
                 {"numero_rapport_cp", "16.123 CP"},
                 {"date_cp", "2016-07-11"},
                 {"montant_vote", "3000.00"},
                 {"etat", "Voté"}},
                changes);
}

std::vector<core::reference_row> some_entities() {
    const core::reference_row seat = {{"adresse_de_la_mairie", "1, place de la Mairie"},
                                      {"code_postal", "92000"},
                                      {"ville", "Nanterre"}};
    return {with(seat, {{"code_insee", "92050"},
                        {"commune", "Nanterre"},
                        {"type_entite", "Commune"},
                        {"siren", "219200508"},
                        {"siret", "21920050800014"},
                        {"population", "97783"},
                        {"civilite_du_maire", "M."},
                        {"nom_du_maire", "Camille DURAND"}}),
            with(seat, {{"code_insee", "92002"},
                        {"commune", "Antony"},
                        {"type_entite", "Commune"},
                        {"siren", "219200029"},
                        {"population", "64263"},
                        {"civilite_du_maire", "Mme"},
                        {"nom_du_maire", "Julie BERTHELIN"}}),
            with(seat, {{"code_insee", "92062"},
                        {"commune", "Puteaux"},
                        {"type_entite", "Commune"},
                        {"nom_du_maire", "Anne PUT"}}),
            with(seat, {{"commune", "La Défense"},
                        {"type_entite", "Hors commune (quartier)"},
                        {"communes_de_rattachement", "92062,92050"}}),
            with(seat, {{"commune", "Écoute 92"},
                        {"type_entite", "Association"},
                        {"siren", "000000026"},
                        {"civilite_du_maire", "Mme"},
                        {"nom_du_maire", "Leïla AMRANE"}}),
            with(seat, {{"commune", "Defacto"},
                        {"type_entite", "Établissement public"},
                        {"civilite_du_maire", "M."},
                        {"nom_du_maire", "Raphaël MONTCLAR"}})};
}

core::register_book small_register(const std::vector<core::reference_row>& actions,
                                   const std::vector<core::sheet_data>& more) {
    std::vector<core::sheet_data> sheets = {
        sheet_of("communes", some_entities()),
        sheet_of("parametres", core::initial_rows("parametres", true)),
        sheet_of("actions", actions)};
    sheets.insert(sheets.end(), more.begin(), more.end());
    return book(sheets);
}

core::register_book demonstration() {
    core::register_book result("demonstration.ods");
    for (const auto& schema : core::table_schemas()) {
        result.add(sheet_of(schema.name, core::initial_rows(schema.name, true)));
    }
    return result;
}

core::number_speller echo_speller() {
    return [](const std::string& text) { return "<" + text + ">"; };
}

} // namespace octroi::test
