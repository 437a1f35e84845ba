/// @file
/// Which section a theme belongs to: the lists stand in the schema of Actions (`octroi:enum_by`).
#pragma once

#include <string_view>

namespace octroi::core {

/// « INV » for « Vidéoprotection »; empty for an unknown theme. The theme as the schema spells it.
std::string_view section_of_theme(std::string_view theme);

} // namespace octroi::core
