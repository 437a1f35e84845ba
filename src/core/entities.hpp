/// @file
/// The beneficiaries and territories of the sheet Communes, found by name, alias or INSEE code, and
/// how a document speaks of them.
#pragma once

#include "core/register.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

enum class entity_kind { commune, territorial_establishment, district, association, establishment };

class entities {
public:
    explicit entities(const register_book& book);

    /// The row of Communes for a name, alias or code; null if there is none.
    const table_row* find(std::string_view name) const;

    /// The official name for a name, alias or code; the text itself if unknown.
    std::string official_name(std::string_view name) const;

private:
    std::vector<table_row> rows_;
    std::map<std::string, std::size_t> by_key_; ///< folded name or code → position in rows_
};

entity_kind kind_of(const table_row& entity);

/// How a convention names a party; French, to be printed.
struct party_wording {
    std::string designation; ///< « la Commune d’Antony », « l’association Écoute 92 »
    bool feminine = false;   ///< of the designation: « sise », « représentée »
    std::string office;      ///< « son Maire », « sa Présidente »
    std::string the_office;  ///< « Le Maire », « La Présidente »
};

/// `representative_is_woman` from the column Civilité.
party_wording wording_of(entity_kind kind, std::string_view name, bool representative_is_woman);

} // namespace octroi::core
