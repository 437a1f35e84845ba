#include "core/contract_life.hpp"

namespace octroi::core {

date contract_end(date effect, int months) {
    const date anniversary = plus_months(effect, months);
    return anniversary.day() == effect.day() ? plus_days(anniversary, -1) : anniversary;
}

int contract_months(date effect, date end) {
    const auto months = [](date day) {
        return static_cast<int>(day.year()) * 12 +
               static_cast<int>(static_cast<unsigned>(day.month()));
    };
    int count = months(end) - months(effect) + 1;
    while (count > 0 && contract_end(effect, count) > end) {
        --count;
    }
    return count;
}

contract_state contract_state_on(date effect, std::optional<date> end, date on) {
    if (on < effect) {
        return contract_state::planned;
    }
    return end && *end < on ? contract_state::expired : contract_state::in_force;
}

std::string_view register_word(contract_state state) {
    switch (state) {
    case contract_state::planned:
        return "Projet";
    case contract_state::in_force:
        return "En vigueur";
    case contract_state::expired:
        break;
    }
    return "Échu";
}

} // namespace octroi::core
