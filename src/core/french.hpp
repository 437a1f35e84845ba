/// @file
/// French around names and numbers: contraction and elision.
#pragma once

#include <string>
#include <string_view>

namespace octroi::core {

/// « d’Antony », « de Nanterre », « du Plessis-Robinson », « de La Garenne-Colombes ». The communes
/// of the département come from `extension/reference/noms.json`, other names from the rules.
std::string with_de(std::string_view name);

/// « à Antony », « au Plessis-Robinson », « à La Garenne-Colombes ».
std::string with_a(std::string_view name);

} // namespace octroi::core
