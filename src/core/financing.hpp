/// @file
/// Who pays for an action: what a source of the financing plan counts as (CGCT, art. L. 1111-10).
#pragma once

#include <string_view>

namespace octroi::core {

enum class financing_source {
    commune,
    programme, ///< the Département, this programme
    state,
    region,
    territorial,      ///< Métropole or EPT
    other_department, ///< the Département, another programme
    other_public,
    private_money ///< private, receipts, landlords
};

/// Of « Commune », « État-FIPD », « Privé »…; what is not known as private is public.
financing_source source_of(std::string_view financer);

bool is_private(std::string_view financer);

/// A commune, département, région, or a grouping of them (Métropole, EPT): what the summary of
/// CGCT, art. L. 1611-8, lists.
bool is_local_authority(std::string_view financer);

} // namespace octroi::core
