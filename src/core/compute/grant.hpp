/// @file
/// What the scale gives one application: the pipeline of domain § 5.2, steps 1 to 10, in that
/// order, on exact numbers.
#pragma once

#include "core/compute/exact.hpp"
#include "core/money.hpp"
#include "core/rate.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace octroi::core::compute {

/// As the sheet Barème names them: TAUX, TRANCHES, FORFAIT, FORFAIT×QTÉ, €/HAB.
enum class grant_mode { rate, slices, lump_sum, per_unit, per_head };

/// Expense from `from` to `until` (nothing: without end) is aided at `share`.
struct scale_slice {
    money from;
    std::optional<money> until;
    rate share;
};

/// What a row of Barème grants, once it applies. The slices touch and begin at zero.
struct scale_terms {
    grant_mode mode = grant_mode::rate;
    rate share;                      ///< mode TAUX
    std::vector<scale_slice> slices; ///< mode TRANCHES, in rising order
    money lump;                      ///< modes FORFAIT, FORFAIT×QTÉ (a unit), €/HAB (a head)
    rate qpv_bonus;
    rate zsp_bonus;
    rate factor{1};
    std::optional<rate> highest_share;
    std::optional<money> least_expense;
    std::optional<money> expense_ceiling;
    std::optional<money> unit_ceiling;
    std::optional<money> grant_ceiling;
    std::optional<money> head_ceiling;
    std::optional<money> rolling_ceiling;
    std::int64_t rolling_years = 1;
    std::optional<money> floor;
    std::optional<rate> public_ceiling;
    money unit = money::from_cents(1);
    rounding direction = rounding::nearest;

    bool needs_quantity() const { return mode == grant_mode::per_unit || unit_ceiling; }
    bool needs_population() const { return mode == grant_mode::per_head || head_ceiling; }
};

/// What an application brings along. `quantity` and `population` are there where the terms need
/// them.
struct application {
    money eligible;
    money cost;
    money requested;
    std::optional<rate> quantity;
    std::optional<std::int64_t> population;
    bool qpv = false;
    bool zsp = false;
    money private_money; ///< of the financing plan
    money other_public;  ///< public aid but for this programme's and the owner's own money
    /// The least share of the public money that the owner must bring (CGCT, art. L. 1111-10 III);
    /// nothing where it does not bind.
    std::optional<rate> own_share;
    money already_granted;     ///< within the window of the rolling ceiling
    bool without_plan = false; ///< no financing is known
};

/// What reduced a grant, as the column « Motif d’écrêtement » names it.
enum class constraint { threshold, ceiling, request, cumulation, floor, envelope };
std::string_view register_word(constraint what);

enum class step_kind {
    threshold,       ///< SEUIL: the expense is below the least one
    expense_ceiling, ///< ASSIETTE
    unit_ceiling,    ///< ASSIETTE
    gross,           ///< BRUT
    grant_ceiling,   ///< PLAFOND
    head_ceiling,    ///< PLAFOND
    rolling_ceiling, ///< PLAFOND
    request,         ///< DEMANDE
    own_share,       ///< CUMUL, by law
    public_ceiling,  ///< CUMUL, by the scale
    rounding,        ///< ARRONDI
    floor,           ///< PLANCHER
    envelope         ///< ENVELOPPE
};
/// « SEUIL », « ASSIETTE »…
std::string_view register_word(step_kind what);

/// A step that counted: the gross amount, and each that changed it.
struct grant_step {
    step_kind what;
    exact before; ///< cents
    exact after;  ///< cents
};

struct grant {
    money base;  ///< assiette
    exact share; ///< rate of mode TAUX, bonuses, factor and ceiling applied; else zero
    exact gross; ///< cents
    std::vector<grant_step> steps;
    std::optional<constraint> bite; ///< the last that reduced it
    money amount;

    /// Adds the step of the envelope and sets the amount.
    void divide(money share_of_envelope);
};

/// Throws std::overflow_error where an amount does not fit, std::domain_error where quantity or
/// population are needed and missing.
grant compute_grant(const scale_terms& terms, const application& asked);

/// The rate of mode TAUX before and after its ceiling.
exact share_before_ceiling(const scale_terms& terms, bool qpv, bool zsp);

} // namespace octroi::core::compute
