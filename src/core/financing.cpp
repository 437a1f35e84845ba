#include "core/financing.hpp"

#include "core/text.hpp"

#include <map>
#include <set>
#include <string>

namespace octroi::core {

financing_source source_of(std::string_view financer) {
    static const std::map<std::string, financing_source, std::less<>> known = {
        {"commune", financing_source::commune},
        {fold("Département (ce programme)"), financing_source::programme},
        {fold("Métropole/EPT"), financing_source::territorial},
        {fold("Privé"), financing_source::private_money},
        {"recettes", financing_source::private_money},
        {"bailleur", financing_source::private_money},
    };
    const auto found = known.find(fold(financer));
    return found == known.end() ? financing_source::other_public : found->second;
}

bool is_local_authority(std::string_view financer) {
    static const std::set<std::string, std::less<>> known = {
        "commune", fold("Département (ce programme)"), fold("Département (autre)"), fold("Région"),
        fold("Métropole/EPT")};
    return known.contains(fold(financer));
}

bool is_private(std::string_view financer) {
    return source_of(financer) == financing_source::private_money;
}

} // namespace octroi::core
