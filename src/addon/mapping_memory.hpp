/// @file
/// What the officer has confirmed in *Faire de ce classeur un registre…*, kept in the profile.
#pragma once

#include "core/mapping/confirmed_pairs.hpp"
#include "office/document_loader.hpp"

namespace octroi::addon {

core::mapping::confirmed_pairs recalled_pairs(const office::context_ref& context);

/// Throws a UNO exception if the profile cannot be written.
void remember_pairs(const office::context_ref& context,
                    const core::mapping::confirmed_pairs& pairs);

} // namespace octroi::addon
