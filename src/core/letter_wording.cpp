#include "core/letter_wording.hpp"

#include "core/french.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <regex>

namespace octroi::core {

namespace {

std::string_view first_letter(std::string_view word) {
    const auto end = std::find_if(word.begin() + 1, word.end(), [](unsigned char byte) {
        return (byte & 0xC0U) != 0x80U; // a UTF-8 letter ends where the next one begins
    });
    return word.substr(0, static_cast<std::size_t>(end - word.begin()));
}

/// « M. » is a title before a name, an initial before another.
bool is_title(std::string_view word, std::string_view rest) {
    static constexpr std::array<std::string_view, 5> titles = {"mme", "mlle", "madame", "monsieur",
                                                               "mademoiselle"};
    const std::string key = fold(word);
    return std::find(titles.begin(), titles.end(), key) != titles.end() ||
           (key == "m" && fold(rest).size() > 1);
}

struct address_lines {
    std::string building; ///< « Hôtel de Ville », or nothing
    std::string street;
};

/// « Hôtel de Ville, 3, place de la République » in two lines.
address_lines split_address(std::string_view address) {
    const auto comma = address.find(',');
    const bool begins_with_number =
        !address.empty() && address.front() >= '0' && address.front() <= '9';
    if (comma == std::string_view::npos || begins_with_number) {
        return {{}, std::string(address)};
    }
    return {std::string(trim(address.substr(0, comma))),
            std::string(trim(address.substr(comma + 1)))};
}

} // namespace

std::string initials_of(std::string_view name) {
    std::string initials;
    const std::string spaced = std::regex_replace(std::string(name), std::regex("\u00A0"), " ");
    for (auto rest = trim(spaced); !rest.empty();) {
        const auto end = rest.find_first_of(" -");
        const auto word = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : trim(rest.substr(end + 1));
        if (!word.empty() && !(initials.empty() && is_title(word, rest))) {
            initials += first_letter(word);
        }
    }
    return upper(initials);
}

void add_addressee(record& data) {
    auto& fields = data.fields;
    const std::string& civility = fields["repr_civilite"];
    const std::string& the_office = fields["repr_le_qualite"]; // « Le Maire »
    const std::string article = the_office.substr(0, the_office.find(' '));
    const std::string office = the_office.substr(std::min(article.size() + 1, the_office.size()));
    const bool commune = fields["beneficiaire_commune_num"] == "1";
    std::string place = with_de(fields["beneficiaire_nom"]);
    if (!commune) {
        const std::string& designation = fields["beneficiaire_designation"];
        place = designation == fields["beneficiaire_nom"] ? place : "de " + designation;
    }
    fields["destinataire_nom"] =
        fields["repr_nom"].empty() ? std::string() : civility + " " + fields["repr_nom"];
    fields["destinataire_qualite"] = office + " " + place;
    const auto lines = split_address(fields["beneficiaire_adresse"]);
    fields["destinataire_batiment"] = lines.building;
    fields["destinataire_voie"] = lines.street;
    fields["destinataire_ville"] =
        fields["beneficiaire_ville"].empty()
            ? std::string()
            : fields["beneficiaire_code_postal"] + " " + upper(fields["beneficiaire_ville"]);
    fields["appel"] = civility.empty()
                          ? std::string()
                          : civility + " " + (article == "La" ? "la " : "le ") + office;
    fields["appel_civilite"] = fields["appel"].empty() ? std::string() : fields["appel"] + ",";
    fields["politesse"] = "Je vous prie d’agréer, " + fields["appel"] +
                          ", l’expression de ma considération distinguée.";
}

} // namespace octroi::core
