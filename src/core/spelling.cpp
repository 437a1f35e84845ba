#include "core/spelling.hpp"

#include <array>
#include <string_view>

namespace octroi::core {

std::string spelled_amount(money amount, const number_speller& spell) {
    std::string words = spell("EUR " + decimal(amount));
    if (amount.cents() % 100 == 0) {
        // A service that spells « et zéro centime » after a whole number of euros.
        if (const auto at = words.find(" et zéro"); at != std::string::npos) {
            words.resize(at);
        }
    }
    // Eighty takes its plural before the noun; the service forgets it before « centimes ».
    static constexpr std::string_view eighty = "quatre-vingt centimes";
    if (const auto at = words.find(eighty); at != std::string::npos) {
        words.replace(at, eighty.size(), "quatre-vingts centimes");
    }
    // A whole million or milliard takes « d’ » before the unit.
    static constexpr std::array<std::string_view, 4> large = {"million", "millions", "milliard",
                                                              "milliards"};
    for (const auto unit : large) {
        const std::string wrong = std::string(unit) + " euros";
        if (const auto at = words.find(wrong); at != std::string::npos) {
            words.replace(at, wrong.size(), std::string(unit) + " d’euros");
        }
    }
    return words;
}

std::string spelled_number(int value, bool feminine, const number_speller& spell) {
    return value == 1 && feminine ? "une" : spell(std::to_string(value));
}

} // namespace octroi::core
