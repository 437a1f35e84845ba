/// @file
/// The families of fields that units of documents share (`extension/reference/familles.json`): each
/// function fills one.
#pragma once

#include "core/contract_lookup.hpp"
#include "core/contract_wording.hpp"
#include "core/document_draft.hpp"
#include "core/entities.hpp"
#include "core/parameters.hpp"
#include "core/spelling.hpp"

#include <string>

namespace octroi::core {

/// « 1 » or « 0 », for conditions.
std::string flag(bool value);

/// « 219 200 508 00014 »; the text itself if it is no SIRET.
std::string spaced_siret(const std::string& siret);

/// From a column Civilité: « Mme », « Madame ».
bool is_woman(const std::string& civility);

/// « Monsieur », « Madame »; empty for an empty civility.
std::string civility_in_full(const std::string& civility);

/// « 11 juillet 2016 »; empty for an empty cell.
std::string day_text(const table_row& row, std::string_view field);

/// Agreement with a number of things, `<name>_s` (« s » for more than one) and `<name>_compte`
/// (« une action », « trois actions »).
void add_count(record& data, const std::string& name, std::size_t count, const counted_noun& noun,
               const number_speller& spell);

/// Family « departement »: the département, its president and its programme, on a day.
void add_department(record& data, const parameters& settings, date on);

/// Family « regles »: settings that contracts and letters quote, on a day.
void add_terms(record& data, const parameters& settings, date on, const number_speller& spell);

/// Family « droit »: which texts on local security a document quotes, on a day (settings `visa.*`).
void add_law(record& data, const parameters& settings, date on);

/// Family « commune », and the draft's commune: official name of what `name` stands for.
void add_commune(document_draft& draft, const entities& known, const std::string& name);

/// Family « beneficiaire »; its row is an origin of the draft. Throws data_problem, with the place
/// in `row`, for a beneficiary that is not in Communes.
void add_beneficiary(document_draft& draft, const entities& known, const std::string& name,
                     const table_row& row);

/// Family « decision »: the committee's dates and reports of some rows, in French prose. Gives the
/// last of the dates.
std::optional<date> add_decisions(record& data, const std::vector<table_row>& rows);

/// `contrat_type_long`, `contrat_la`, `contrat_du`, `contrat_e`.
void add_wording(record& data, const contract_wording& wording);

/// Family « contrat »; null if no CLS or STSPD covers the document. Its row is an origin.
void add_contract(document_draft& draft, const table_row* contract,
                  const contract_lookup& contracts);

} // namespace octroi::core
