/// @file
/// The rules as data (`extension/rules.json`): id, severity, place, texts, source. Their logic is
/// registered by id in rule_logic.hpp.
#pragma once

#include "core/messages.hpp"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::check {

enum class severity { error, warning, information };

/// « E », « A », « I »: as JSON and CSV write it.
std::string_view letter(severity level);
/// « Erreur », « Avertissement », « Information », in the language chosen.
std::string name_of(severity level);
/// « E », « erreur », « bloquant », « A », « warning »…; nothing for another word.
std::optional<severity> parse_severity(std::string_view text);

/// Rule id → severity, nothing for a rule that is switched off.
using severity_choices = std::map<std::string, std::optional<severity>, std::less<>>;

/// A text in both languages.
struct bilingual {
    std::string french;
    std::string english;

    const std::string& current() const;
};

struct rule {
    std::string id; ///< « ACT-03 »
    severity level = severity::error;
    std::string table;               ///< schema name; « * » for every table
    std::vector<std::string> fields; ///< where its findings stand, the main one first
    bilingual title;
    bilingual source;
    /// Messages by variant; « default » is always there.
    std::map<std::string, bilingual, std::less<>> texts;

    /// The message, its marks replaced. Throws std::out_of_range for an unknown variant or a mark
    /// without argument (a bug of ours).
    std::string text(std::string_view variant,
                     std::initializer_list<message_argument> arguments) const;
};

/// All rules, in the order of the catalogue.
const std::vector<rule>& rules();

/// The rule of an id, or null. « act-3 » is not « ACT-03 »: case alone is loose.
const rule* find_rule(std::string_view id);

/// Takes a choice as users write it: « CTR-03 » with « I », « erreur » or « off ». False, and
/// nothing taken, for an unknown rule or another word.
bool choose_severity(severity_choices& among, std::string_view id, std::string_view word);

} // namespace octroi::core::check
