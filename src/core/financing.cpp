#include "core/financing.hpp"

#include "core/text.hpp"

#include <map>
#include <string>

namespace octroi::core {

financing_source source_of(std::string_view financer) {
    static const std::map<std::string, financing_source, std::less<>> known = {
        {"commune", financing_source::commune},
        {fold("Département (ce programme)"), financing_source::programme},
        {fold("Région"), financing_source::region},
        {fold("Métropole/EPT"), financing_source::territorial},
        {fold("Département (autre)"), financing_source::other_department},
        {fold("Privé"), financing_source::private_money},
        {"recettes", financing_source::private_money},
        {"bailleur", financing_source::private_money},
    };
    const std::string key = fold(financer);
    const auto found = known.find(key);
    if (found != known.end()) {
        return found->second;
    }
    // « État-FIPD », « État-DSIL/DETR »…
    return key.starts_with("etat") ? financing_source::state : financing_source::other_public;
}

bool is_local_authority(std::string_view financer) {
    const auto source = source_of(financer);
    return source == financing_source::commune || source == financing_source::programme ||
           source == financing_source::other_department || source == financing_source::region ||
           source == financing_source::territorial;
}

bool is_private(std::string_view financer) {
    return source_of(financer) == financing_source::private_money;
}

} // namespace octroi::core
