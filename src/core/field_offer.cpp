#include "core/field_offer.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace octroi::core {

namespace {

/// The words of a text, folded; those of punctuation alone are none.
std::vector<std::string> words_of(std::string_view text) {
    std::istringstream all{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; all >> word;) {
        if (auto folded = fold(word); !folded.empty()) {
            words.push_back(std::move(folded));
        }
    }
    return words;
}

void append(std::vector<field_offer>& offers, const std::vector<catalogue_list>& lists) {
    for (const auto& list : lists) {
        offers.push_back({nullptr, &list});
        for (const auto& field : list.fields) {
            offers.push_back({&field, &list});
        }
        append(offers, list.lists);
    }
}

bool holds(const field_offer& offer, const std::vector<std::string>& words) {
    const std::array<std::string, 3> texts = {fold(offer.name()), fold(offer.description()),
                                              fold(offer.example())};
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
            return text.find(word) != std::string::npos;
        });
    });
}

} // namespace

const std::string& field_offer::name() const {
    return field == nullptr ? list->name : field->name;
}

const std::string& field_offer::description() const {
    if (field != nullptr) {
        return field->description();
    }
    return current_language() == language::french ? list->description_fr : list->description_en;
}

const std::string& field_offer::example() const {
    static const std::string none;
    return field == nullptr ? none : field->example;
}

std::vector<field_offer> offers_of(const field_catalogue& catalogue) {
    std::vector<field_offer> offers;
    for (const auto& field : catalogue.fields) {
        offers.push_back({&field, nullptr});
    }
    append(offers, catalogue.lists);
    return offers;
}

std::vector<field_offer> offers_with(const field_catalogue& catalogue, std::string_view text) {
    const auto words = words_of(text);
    const auto all = offers_of(catalogue);
    std::vector<field_offer> found;
    const catalogue_list* told = nullptr; // the list that stands in the result already
    for (const auto& offer : all) {
        if (!holds(offer, words)) {
            continue;
        }
        if (offer.list != nullptr && offer.list != told) {
            found.push_back({nullptr, offer.list});
            told = offer.list;
        }
        if (offer.field != nullptr) {
            found.push_back(offer);
        }
    }
    return found;
}

std::size_t likeliest(const std::vector<field_offer>& offers, std::string_view text) {
    const std::string name = fold(text);
    const auto words = words_of(text);
    auto found = std::find_if(offers.begin(), offers.end(),
                              [&](const auto& offer) { return fold(offer.name()) == name; });
    if (found == offers.end()) {
        found = std::find_if(offers.begin(), offers.end(),
                             [&](const auto& offer) { return holds(offer, words); });
    }
    return found == offers.end() ? 0 : static_cast<std::size_t>(found - offers.begin());
}

bool for_conditions(const catalogue_field& field) {
    return field.name.ends_with("_num") || field.name.ends_with("_iso");
}

std::vector<const catalogue_field*> usual_columns(const catalogue_list& list) {
    constexpr std::size_t most = 5; // more are too narrow on a page
    std::vector<const catalogue_field*> required;
    std::vector<const catalogue_field*> printed;
    for (const auto& field : list.fields) {
        if (!for_conditions(field) && !field.counted) {
            printed.push_back(&field);
            if (field.required) {
                required.push_back(&field);
            }
        }
    }
    auto& columns = required.size() < most ? printed : required;
    if (columns.size() > most) {
        columns.erase(columns.begin() + most - 1, columns.end() - 1); // the last is the amount
    }
    return columns;
}

std::string column_title(const catalogue_field& field) {
    const std::string& text = field.description();
    auto end = text.size();
    for (const auto* mark : {" (", " :", ":", " ;", ","}) {
        end = std::min(end, text.find(mark));
    }
    end = std::min(end, text.find(std::string(nbsp) + ":"));
    return std::string(trim(std::string_view(text).substr(0, end)));
}

} // namespace octroi::core
