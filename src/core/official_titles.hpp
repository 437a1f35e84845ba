/// @file
/// How the people who sign a contract are titled, by office, date and civility
/// (`extension/reference/qualites.json`).
#pragma once

#include "core/date.hpp"

#include <string>
#include <string_view>

namespace octroi::core {

/// Where the groups of a CLSPD's members come from.
enum class member_group { ex_officio, department, state, authorities, bodies };

/// French, to be printed.
struct official_title {
    std::string title; ///< « le Préfet des Hauts-de-Seine », « la Maire d’Antony »
    std::string
        party; ///< who is bound: « l’État », « la Commune d’Antony »; empty for a magistrate
    bool party_feminine = false;
    member_group group = member_group::bodies;
};

struct office_holder {
    std::string_view office; ///< of the column Qualité, or another name of it: « Préfète »
    bool woman = false;
    std::string commune; ///< a mayor's
    std::string body;    ///< of the column Organisme
};

/// The title valid on that day. An office that the list does not know is a title itself: « le
/// Directeur du SPIP », for the body.
official_title title_on(const office_holder& holder, date on);

/// « le Procureur de la République près le tribunal judiciaire de Nanterre »: the office as such.
std::string office_title_on(std::string_view office, date on);

} // namespace octroi::core
