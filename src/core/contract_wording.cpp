#include "core/contract_wording.hpp"

#include "core/french.hpp"
#include "core/text.hpp"

namespace octroi::core {

namespace {

contract_wording worded(std::string name, const std::string& short_name, bool feminine) {
    const std::string the = (feminine ? "la " : "le ") + name;
    return {std::move(name), the, de_before_article(the),
            (feminine ? "la présente " : "le présent ") + short_name, feminine};
}

} // namespace

contract_wording wording_of_contract(std::string_view type) {
    const std::string key = fold(type);
    if (key == "cls") {
        return worded("contrat local de sécurité", "contrat", false);
    }
    if (key == "stspd") {
        return worded("stratégie territoriale de sécurité et de prévention de la délinquance",
                      "stratégie", true);
    }
    if (key == "clspd") {
        return worded("conseil local de sécurité et de prévention de la délinquance", "conseil",
                      false);
    }
    return worded(upper(type), upper(type), false);
}

bool is_signed_contract(std::string_view type) {
    const std::string key = fold(type);
    return key == "cls" || key == "stspd";
}

} // namespace octroi::core
