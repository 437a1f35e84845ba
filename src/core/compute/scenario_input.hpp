/// @file
/// Scenarios as an officer types them: what is offered for an envelope, and the reading of what was
/// typed.
#pragma once

#include "core/compute/computation.hpp"
#include "core/error.hpp"

#include <array>
#include <string>
#include <vector>

namespace octroi::core::compute {

/// In the order of the list.
inline constexpr std::array<apportion_mode, 5> offered_modes = {
    apportion_mode::prorata, apportion_mode::rank, apportion_mode::rank_partial,
    apportion_mode::rank_skip, apportion_mode::none};
inline constexpr std::array<money, 4> offered_units = {money::from_cents(1), money::from_cents(100),
                                                       money::from_cents(1000),
                                                       money::from_cents(10000)};

/// « 0,01 », « 100 ».
std::string unit_text(money unit);

/// « FON 2016 – Prévention de la délinquance – 235 000,00 € », with the register's amount.
std::string envelope_text(const computed_envelope& envelope);

/// « Scénario A ».
std::string titled(const std::string& scenario_name);

/// A scenario before it is read.
struct typed_scenario {
    std::string name;
    std::string amount;
    apportion_mode mode = apportion_mode::prorata;
    money unit = offered_units.front();
    std::string floor; ///< empty: none
};

/// Scenarios A, B and C for an envelope: its own amount, unit and floor, each in another mode.
std::vector<typed_scenario> offered_scenarios(const computed_envelope& envelope);

enum class typed_field { amount, floor };

/// Of kind usage; knows the field to mend.
class typing_error : public user_error {
public:
    typing_error(typed_field field, const std::string& text)
        : user_error(error_kind::usage, text), field_(field) {}

    typed_field field() const { return field_; }

private:
    typed_field field_;
};

/// The scenario for an envelope. Throws typing_error for what is no amount, is negative or empty
/// where an amount is needed, and for a floor above the amount.
scenario read_scenario(const computed_envelope& envelope, const typed_scenario& typed);

/// The register's own terms as a scenario of this envelope alone, to stand beside the others.
scenario unchanged_scenario(const computed_envelope& envelope);

} // namespace octroi::core::compute
