/// @file
/// How a grant came about, step by step, as an officer reads it out: « 30 % de 210 000,00 € =
/// 63 000,00 € ; plafond 50 000,00 € ». Every number that is needed to do the sum again is there.
#pragma once

#include "core/compute/apportionment.hpp"
#include "core/compute/grant.hpp"
#include "core/messages.hpp"

#include <string>
#include <vector>

namespace octroi::core::compute {

/// How an envelope was divided.
struct envelope_cut {
    apportion_mode mode = apportion_mode::prorata;
    money envelope;
    bool by_commune = false; ///< what follows is said of the commune's part
    money available;         ///< to the files to compute
    money asked;             ///< by all of them, as the scale gives
    money requested;         ///< by those that are not dropped below the floor
    money unit;
    money served; ///< by rank: to those served before
    money floor;
};

class account {
public:
    /// All must outlive it.
    account(const scale_terms& terms, const application& asked, const grant& made,
            const envelope_cut* cut, language in)
        : terms_(&terms), asked_(&asked), made_(&made), cut_(cut), in_(in) {}

    /// One text for each step of the grant.
    std::vector<std::string> steps() const;
    /// All of them in one line.
    std::string line() const;

private:
    using arguments = std::initializer_list<message_argument>;

    std::string text(std::string_view key, arguments values) const;
    std::string euros(const exact& amount) const;
    std::string euros(money amount) const;
    std::string percent(const exact& share) const;
    std::string number(const exact& value) const;
    std::string of_step(const grant_step& step) const;
    std::string of_gross() const;
    std::string of_share() const;
    std::string of_slices() const;
    std::string of_envelope(const grant_step& step) const;

    const scale_terms* terms_;
    const application* asked_;
    const grant* made_;
    const envelope_cut* cut_;
    language in_;
};

/// Of a file that cannot be computed: « Non calculé : … ».
std::string account_of_problem(const std::string& reason, language in);

} // namespace octroi::core::compute
