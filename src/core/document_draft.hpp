/// @file
/// A document about to be made: its identity, its data and where those data stand in the register.
#pragma once

#include "core/field_catalogue.hpp"
#include "core/issued_state.hpp"
#include "core/money.hpp"
#include "core/record.hpp"
#include "core/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace octroi::core {

struct unnumbered_action {
    std::string file;   ///< its N° dossier
    cell_address place; ///< of the number that it lacks
};

struct document_draft {
    std::string kind;    ///< of document_kinds()
    std::string number;  ///< « C2016-FON-92050 », « 2016-FON-012 », « STSPD-92050-2014 »
    std::string unit;    ///< « convention »
    std::string commune; ///< official name of the commune concerned
    std::string variant; ///< which of the kind's templates: « FON », « INV », « CLS », « STSPD »
    money amount;
    record data;
    /// Sheet title → the row that provides its fields.
    std::map<std::string, table_row, std::less<>> origins;
    /// Why it cannot be made, ready to show; empty if it can.
    std::string problem;
    cell_address place; ///< the file number of its first action
    issued_state state; ///< what is remembered of it once it is issued
    /// The actions that are still without its number.
    std::vector<unnumbered_action> unnumbered;
};

/// « Feuille « Communes », cellule P12 (« Nom du maire ») » or the parameter's key: where the user
/// fills in a field that is empty. Empty for a field that is computed.
std::string place_of(const document_draft& draft, const catalogue_field& field);

/// The cell of the register that provides the field, if one does.
std::optional<cell_address> address_of(const document_draft& draft, const catalogue_field& field);

} // namespace octroi::core
