#include "office/number_words.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/linguistic2/NumberText.hpp>

#include <map>
#include <memory>

namespace octroi::office {

core::number_speller french_speller(const context_ref& context) {
    const auto service = com::sun::star::linguistic2::NumberText::create(context);
    const auto known = std::make_shared<std::map<std::string, std::string>>();
    return [service, known](const std::string& number) {
        auto [entry, is_new] = known->try_emplace(number);
        if (is_new) {
            const com::sun::star::lang::Locale french("fr", "FR", "");
            entry->second = from_uno(service->getNumberText(to_uno(number), french));
        }
        return entry->second;
    };
}

} // namespace octroi::office
