/// @file
/// What is remembered of a document when it is issued: the values whose change calls for an
/// amendment. In the sheet Journal they are one text, « montant : 7 303,73 € ; fin : 31 décembre
/// 2016 », in French in whatever language.
#pragma once

#include "core/date.hpp"
#include "core/entities.hpp"
#include "core/money.hpp"
#include "core/row_index.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

/// In the order of the text.
enum class issued_value { amount, beneficiary, actions, begin, end, decision, plan };

using issued_state = std::map<issued_value, std::string>;

/// The word for it in the Journal.
std::string_view journal_word(issued_value which);
/// The word for it in messages, in the language chosen.
std::string name_of(issued_value which);
/// The « Objet » of an amendment that changes it.
std::string_view amendment_subject(issued_value which);

/// Of the actions of one convention. A value whose column is missing or whose cells cannot be read
/// is left out. `financing`: by file number, null if the register has no such sheet.
issued_state convention_state(const std::vector<table_row>& actions, const entities& known,
                              const row_index* financing);

/// Of a document of another kind: its amount, if it has one.
issued_state amount_state(money amount);

std::string to_text(const issued_state& state);

/// The values in a text. `bare` is what a part without a word for it stands for, as in older
/// journals, which hold the amount alone.
issued_state parse_issued_state(std::string_view text, issued_value bare = issued_value::amount);

std::optional<money> amount_in(const issued_state& state);
/// The last decision on it.
std::optional<date> decision_in(const issued_state& state);

struct state_change {
    issued_value which;
    std::string before;
    std::string after;
};

/// Among the values that both have.
std::vector<state_change> changes_between(const issued_state& before, const issued_state& after);

} // namespace octroi::core
