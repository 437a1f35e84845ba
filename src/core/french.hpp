/// @file
/// French around names and numbers: articles, contraction and elision, agreement.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace octroi::core {

/// « d’Antony », « de Nanterre », « du Plessis-Robinson », « de La Garenne-Colombes »; « de la
/// Commune de Puteaux », « de l’Office public de l’habitat », « de la RATP ». The communes of the
/// département come from `extension/reference/noms.json`, the articles of bodies from
/// `extension/reference/articles.json`, other names from the rules.
std::string with_de(std::string_view name);

/// « à Antony », « au Plessis-Robinson », « à La Garenne-Colombes »; « à la RATP ».
std::string with_a(std::string_view name);

/// « la Commune de Puteaux », « l’Office public de l’habitat », « la RATP »; a name that takes no
/// article, or brings its own, as it is: « Antony », « Le Plessis-Robinson », « Defacto ».
std::string with_le(std::string_view name);

/// Whether a body's name is feminine: « la Préfecture », « l’Association ». A name whose article is
/// unknown counts as masculine.
bool is_feminine_name(std::string_view name);

/// « le Préfet » gives « Préfet », « l’Inspecteur » gives « Inspecteur »; « l’État » → « État ».
std::string without_article(std::string_view text);

/// « de » before a text with its article: « le Préfet » gives « du Préfet », « la Maire » « de la
/// Maire », « les actions » « des actions ».
std::string de_before_article(std::string_view text);

/// « à » before a text with its article: « au Préfet », « à la convention », « aux actions ».
std::string a_before_article(std::string_view text);

/// « s » for more than one: in French zero is singular.
std::string plural_s(std::size_t count);

} // namespace octroi::core
