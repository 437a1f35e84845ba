#include "core/file_motive.hpp"

#include "core/message_reading.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace octroi::core {

namespace {

/// The sentence for a step of the account, its marks those of the message.
struct told_step {
    std::string_view key;
    std::string_view sentence;
};

constexpr std::array thresholds = {
    told_step{"account.threshold",
              "La dépense éligible de votre projet, soit {amount}, est inférieure au minimum de "
              "{limit} à partir duquel une subvention peut être attribuée."},
};

constexpr std::array floors = {
    told_step{"account.floor",
              "L’application du barème conduit à une subvention de {amount}, inférieure au "
              "plancher de {limit} en deçà duquel aucune subvention n’est attribuée."},
};

constexpr std::array ceilings = {
    told_step{"account.yearly_ceiling",
              "Le plafond annuel de {ceiling} est atteint, {granted} ayant déjà été attribués."},
    told_step{"account.rolling_ceiling",
              "Le plafond de {ceiling} sur {years} ans est atteint, {granted} ayant déjà été "
              "attribués."},
};

constexpr std::array shares = {
    told_step{"account.own_share",
              "{own} au moins des financements publics du projet doivent rester à la charge du "
              "maître d’ouvrage (code général des collectivités territoriales, "
              "art.\u00A0L.\u00A01111-10)\u00A0: "
              "les {others} d’autres aides publiques inscrites au plan de financement ne laissent "
              "pas de place à une subvention du Département."},
    told_step{
        "account.public_ceiling",
        "Les aides publiques sont limitées à {rate} de {base}\u00A0: les {others} d’autres aides "
        "publiques inscrites au plan de financement atteignent cette limite."},
};

constexpr std::array envelopes = {
    told_step{
        "account.envelope_floor",
        "Les demandes recevables s’élèvent à {requested} pour des crédits limités ({what})\u00A0: "
        "la part qui reviendrait à votre projet est inférieure au plancher de {floor}, en "
        "deçà duquel aucune subvention n’est attribuée."},
    told_step{"account.envelope_empty",
              "Les demandes recevables s’élèvent à {requested} pour des crédits limités ({what}), "
              "qui ne permettent pas d’attribuer une subvention à votre projet."},
    told_step{
        "account.envelope_rest_floor",
        "Les crédits ({what}) ont été attribués, dans l’ordre de priorité des dossiers, à "
        "hauteur de {served}\u00A0: le reste, soit {rest}, est inférieur au plancher de {floor}, "
        "en deçà duquel aucune subvention n’est attribuée."},
    told_step{"account.envelope_none",
              "Les crédits ({what}) ont été attribués, dans l’ordre de priorité des dossiers, à "
              "hauteur de {served}\u00A0: le reste, soit {rest}, ne permet pas de financer votre "
              "projet."},
    told_step{"account.envelope_closed",
              "Les crédits ({what}) ont été attribués, dans l’ordre de priorité des dossiers, à "
              "hauteur de {served}, sans que votre projet puisse être servi."},
};

/// A constraint of the computation: what its steps say, and what can be said without them.
struct told_code {
    std::string_view code;
    std::span<const told_step> steps;
    std::string_view without_figures;
};

const std::array<told_code, 5>& told_codes() {
    static const std::array<told_code, 5> codes = {{
        {"SEUIL", thresholds,
         "La dépense éligible de votre projet est inférieure au minimum à partir duquel une "
         "subvention peut être attribuée."},
        {"PLANCHER", floors,
         "L’application du barème conduit à une subvention inférieure au plancher en deçà duquel "
         "aucune subvention n’est attribuée."},
        {"PLAFOND", ceilings, "Le plafond des aides du programme est atteint."},
        {"CUMUL", shares,
         "Les autres aides publiques inscrites au plan de financement atteignent le maximum "
         "autorisé."},
        {"ENVELOPPE", envelopes,
         "Les crédits ouverts ne permettent pas d’attribuer une subvention à votre projet."},
    }};
    return codes;
}

/// The longer one first: the other would take it too.
constexpr std::array envelope_names = {"account.used_envelope", "account.whole_envelope",
                                       "account.commune_part"};

std::string with_values(std::string_view pattern, const message_values& values) {
    std::string text;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        const auto close = pattern.find('}', open);
        text += values.at(std::string(pattern.substr(open + 1, close - open - 1)));
        pattern.remove_prefix(close + 1);
    }
    return text;
}

/// The steps of « Détail du calcul », which « ; » separates.
std::vector<std::string> steps_of(std::string_view account) {
    std::vector<std::string> steps;
    while (!account.empty()) {
        const auto end = account.find("; ");
        steps.emplace_back(trim(account.substr(0, end)));
        account = end == std::string_view::npos ? std::string_view() : account.substr(end + 2);
    }
    return steps;
}

/// « enveloppe de 100 000,00 € dont 12 000,00 € disponibles », in French.
void translate_envelope(message_values& values) {
    const auto what = values.find("what");
    if (what == values.end()) {
        return;
    }
    for (const char* key : envelope_names) {
        if (const auto read = read_message(key, what->second)) {
            what->second = with_values(message_text(key, language::french), *read);
            return;
        }
    }
}

std::string computed_sentence(const told_code& code, const std::vector<std::string>& steps) {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        for (const auto& told : code.steps) {
            if (auto values = read_message(told.key, *step)) {
                translate_envelope(*values);
                return with_values(told.sentence, *values);
            }
        }
    }
    return std::string(code.without_figures);
}

/// « Non calculé : aucune règle du barème ne s’applique (FON, Autre)… ».
bool has_no_rule(const std::string& account) {
    const auto values = read_message("account.not_computed", account);
    return values && read_message("compute.no_rule", values->at("reason"));
}

} // namespace

std::string officer_motive(const table_row& action) {
    std::string words = action.text("motif_de_derogation");
    if (const auto colon = words.find(':'); colon != std::string::npos) {
        static constexpr std::array<std::string_view, 5> labels = {"refus", "rejet", "ajournement",
                                                                   "sanssuite", "motif"};
        const std::string label = fold(words.substr(0, colon));
        if (std::find(labels.begin(), labels.end(), label) != labels.end()) {
            words = trim(std::string_view(words).substr(colon + 1));
        }
    }
    if (!words.empty() && words.find_last_of(".!?…") != words.size() - 1) {
        words += '.';
    }
    return capitalized(words);
}

file_motive refusal_motive(const table_row& action) {
    if (auto words = officer_motive(action); !words.empty()) {
        const bool theme = fold(words).find("thematique") != std::string::npos;
        return {theme ? "THEMATIQUE" : "AUTRE", std::move(words)};
    }
    const std::string code = upper(action.text("motif_d_ecretement"));
    const std::string account = action.text("detail_du_calcul");
    for (const auto& known : told_codes()) {
        if (known.code == code) {
            return {code, computed_sentence(known, steps_of(account))};
        }
    }
    if (has_no_rule(account)) {
        return {"THEMATIQUE", "Votre projet ne relève d’aucune règle du barème du programme."};
    }
    return {};
}

} // namespace octroi::core
