/// @file
/// How documents speak of a CLS, an STSPD or a CLSPD; French, to be printed.
#pragma once

#include <string>
#include <string_view>

namespace octroi::core {

struct contract_wording {
    std::string name; ///< « contrat local de sécurité »
    std::string the;  ///< « le contrat local de sécurité »
    std::string of;   ///< « du contrat local de sécurité »
    std::string here; ///< « le présent contrat », « la présente stratégie »
    bool feminine = false;
};

/// From the column Type; another type speaks of itself: « le CISPD ».
contract_wording wording_of_contract(std::string_view type);

/// CLS and STSPD, which are signed; a CLSPD is a council.
bool is_signed_contract(std::string_view type);

} // namespace octroi::core
