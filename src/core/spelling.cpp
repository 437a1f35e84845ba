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
    std::string words = spell(std::to_string(value));
    // The service has no feminine but of one itself: « vingt-et-une ».
    if (feminine && (value == 1 || words.ends_with("-un"))) {
        words = value == 1 ? "une" : words + "e";
    }
    return words;
}

std::string spelled_ordinal(int value, bool feminine, const number_speller& spell) {
    return spell((feminine ? "ordinal-feminine " : "ordinal ") + std::to_string(value));
}

std::string spelled_date(date day, const number_speller& spell) {
    const int of_month = static_cast<int>(static_cast<unsigned>(day.day()));
    const std::string first =
        of_month == 1 ? spelled_ordinal(1, false, spell) : spelled_number(of_month, false, spell);
    return first + " " + std::string(french_month(day)) + " " +
           spelled_number(static_cast<int>(day.year()), false, spell);
}

std::string spelled_duration(int months, const number_speller& spell) {
    if (months % 12 != 0) {
        return spelled_number(months, false, spell) + " mois";
    }
    const int years = months / 12;
    return spelled_number(years, false, spell) + (years > 1 ? " ans" : " an");
}

std::string spelled_count(std::size_t count, const counted_noun& noun,
                          const number_speller& spell) {
    const std::string number = count == 0
                                   ? (noun.feminine ? "aucune" : "aucun")
                                   : spelled_number(static_cast<int>(count), noun.feminine, spell);
    return number + " " + std::string(count > 1 ? noun.plural : noun.singular);
}

} // namespace octroi::core
