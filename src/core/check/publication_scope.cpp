#include "core/check/publication_scope.hpp"

#include "core/check/convention_rules.hpp"

namespace octroi::core::check {

publication_scope::publication_scope(const checked_register& in)
    : in_(&in), actions_(&in.sheet("actions")), state_(actions_->column("etat")),
      beneficiary_(actions_->column("beneficiaire")), year_(actions_->column("exercice")),
      signature_(actions_->column("date_de_convention")) {
    const field voted = actions_->column("montant_vote");
    const field kind = in.sheet("communes").column("type_entite");
    for (const auto action : *actions_) {
        if (!gives_convention(action.choice(state_))) {
            continue;
        }
        const auto body = action.target(beneficiary_);
        const auto year = action.whole(year_);
        const auto amount = action.amount(voted);
        if (body && year && amount && body->choice(kind) == "Association") {
            voted_[{body->position(), *year}] += *amount;
        }
    }
}

std::optional<date> publication_scope::signed_on(const checked_row& action) const {
    const auto day = action.day(signature_);
    const auto body = action.target(beneficiary_);
    const auto year = action.whole(year_);
    if (!day || !body || !year || !gives_convention(action.choice(state_))) {
        return std::nullopt;
    }
    const auto sum = voted_.find({body->position(), *year});
    if (sum == voted_.end()) {
        return std::nullopt;
    }
    const auto since = in_->settings().day("publication.depuis", *day);
    const auto threshold = in_->settings().amount("convention_privee.seuil", *day);
    return since && threshold && *since <= *day && sum->second > *threshold ? day : std::nullopt;
}

} // namespace octroi::core::check
