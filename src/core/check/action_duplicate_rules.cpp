#include "core/check/action_facts.hpp"
#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <unordered_map>

#include <algorithm>
#include <array>

namespace octroi::core::check {

namespace {

/// A title is compared with so many earlier ones of the same commune, year and theme at most: the
/// work stays linear.
constexpr std::size_t most_compared = 200;
/// Longer texts are no titles; they are only compared whole.
constexpr std::size_t longest_compared = 512;
/// Words of so many letters may be too many: « de », « les ».
constexpr std::size_t small_word = 3;

using letter_counts = std::array<std::int16_t, 32>;

/// A request as it is compared.
struct request {
    checked_row row;
    std::string title; ///< folded
    letter_counts letters{};
};

letter_counts counted(std::string_view title) {
    letter_counts counts{};
    for (const char c : title) {
        ++counts[static_cast<unsigned char>(c) % counts.size()];
    }
    return counts;
}

/// No two texts of these letters are nearer.
std::size_t least_distance(const letter_counts& a, const letter_counts& b) {
    int more = 0;
    int fewer = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const int difference = a[i] - b[i];
        (difference > 0 ? more : fewer) += std::abs(difference);
    }
    return static_cast<std::size_t>(std::max(more, fewer));
}

/// The edit distance of two titles up to `most`, a greater number beyond.
std::size_t distance_within(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t beyond = most + 1;
    std::array<std::size_t, longest_compared + 1> row{};
    row.fill(beyond);
    for (std::size_t j = 0; j <= std::min(most, b.size()); ++j) {
        row[j] = j;
    }
    // Farther than `most` from the diagonal, no cell matters.
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t first = i > most ? i - most : 1;
        const std::size_t last = std::min(b.size(), i + most);
        std::size_t diagonal = row[first - 1];
        row[first - 1] = first == 1 ? std::min(i, beyond) : beyond;
        std::size_t least = row[first - 1];
        for (std::size_t j = first; j <= last; ++j) {
            const std::size_t above = row[j];
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above + 1, row[j - 1] + 1, replaced});
            least = std::min(least, row[j]);
            diagonal = above;
        }
        if (least > most) {
            return beyond;
        }
    }
    return row[b.size()];
}

std::vector<std::string> words_of(std::string_view title) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (auto key = fold(word); !key.empty()) {
            words.push_back(std::move(key));
        }
        word.clear();
    };
    for (const char c : title) {
        if (c == ' ' || c == '-' || c == '\'' || c == '/' || c == ',' || c == '(' || c == ')') {
            finish();
        } else {
            word += c;
        }
    }
    finish();
    return words;
}

bool has_digit(std::string_view word) {
    return word.find_first_of("0123456789") != std::string_view::npos;
}

bool same_word(const std::string& a, const std::string& b) {
    if (a == b || has_digit(a) || has_digit(b)) {
        return a == b;
    }
    return edit_distance(a, b) <= std::max<std::size_t>(1, std::min(a.size(), b.size()) / 4);
}

bool each_has_its_like(const std::vector<std::string>& words,
                       const std::vector<std::string>& candidates) {
    return std::all_of(words.begin(), words.end(), [&](const auto& word) {
        return (word.size() <= small_word && !has_digit(word)) ||
               std::any_of(candidates.begin(), candidates.end(),
                           [&](const auto& candidate) { return same_word(word, candidate); });
    });
}

/// « Caméras du quartier nord » is no second writing of « Caméras du quartier sud », nor « tranche
/// 1 » of « tranche 2 »: each word of weight has its like in the other title.
bool same_words(std::string_view a, std::string_view b) {
    const auto first = words_of(a);
    const auto second = words_of(b);
    return each_has_its_like(first, second) && each_has_its_like(second, first);
}

class duplicate_search {
public:
    duplicate_search(const checked_register& in, const reporter& report)
        : report_(&report), actions_(&in.sheet("actions")),
          number_(actions_->column("numero_dossier")), year_(actions_->column("exercice")),
          section_(actions_->column("section")), theme_(actions_->column("thematique")),
          commune_(actions_->column("commune")), beneficiary_(actions_->column("beneficiaire")),
          title_(actions_->column("intitule")), asked_(actions_->column("montant_demande")),
          state_(actions_->column("etat")) {
        const auto nearness = in.settings().ratio("doublon.proximite", in.as_of());
        if (nearness && *nearness > rate(0) && *nearness <= rate(1)) {
            tolerance_ = rate(1) - *nearness;
        }
    }

    void run() {
        for (const auto action : *actions_) {
            // A file given up may be asked for again.
            if (action.whole(year_) && action.filled(commune_) && action.filled(number_) &&
                !without_grant(action.choice(state_))) {
                look_at(action);
            }
        }
    }

private:
    void look_at(const checked_row& action) {
        const std::size_t place = mixed(place_of(action, commune_), action.choice(section_));
        const std::size_t group =
            mixed(mixed(place, std::to_string(*action.whole(year_))), action.choice(theme_));
        const std::size_t wide = mixed(place, std::to_string(*action.whole(year_)));
        const bool reported = look_at_title(action, wide, group);
        const auto amount = action.amount(asked_);
        if (!amount || *amount == money()) {
            return;
        }
        const std::size_t key = mixed(mixed(group, std::to_string(amount->cents())),
                                      std::to_string(place_of(action, beneficiary_)));
        const auto [first, is_new] = amounts_.emplace(key, action.position());
        const checked_row other(*actions_, first->second);
        if (!is_new && !reported && other.amount(asked_) == amount && differ(other, action)) {
            report_->variant("amount", action, asked_,
                             {{"id2", other.text(number_)}, {"montant", shown(*amount)}});
        }
    }

    bool look_at_title(const checked_row& action, std::size_t wide, std::size_t group) {
        request own{action, fold(action.text(title_)), {}};
        if (own.title.empty()) {
            return false;
        }
        const auto [first, is_new] = titles_.emplace(mixed(wide, own.title), action.position());
        if (!is_new && differ(checked_row(*actions_, first->second), action) &&
            fold(checked_row(*actions_, first->second).text(title_)) == own.title) {
            tell(action, checked_row(*actions_, first->second), rate(1));
            return true;
        }
        if (own.title.size() > longest_compared) {
            return false;
        }
        own.letters = counted(own.title);
        auto& earlier = near_[group];
        bool reported = false;
        const std::size_t begin =
            earlier.size() > most_compared ? earlier.size() - most_compared : 0;
        for (std::size_t i = begin; i < earlier.size() && !reported; ++i) {
            reported = compare(own, earlier[i]);
        }
        earlier.push_back(std::move(own));
        return reported;
    }

    bool compare(const request& own, const request& other) const {
        const std::size_t longest = std::max(own.title.size(), other.title.size());
        const auto most = static_cast<std::size_t>(
            boost::rational_cast<std::int64_t>(tolerance_ * static_cast<std::int64_t>(longest)));
        const std::size_t shortest = std::min(own.title.size(), other.title.size());
        if (longest - shortest > most || least_distance(own.letters, other.letters) > most) {
            return false;
        }
        const std::size_t distance = distance_within(own.title, other.title, most);
        if (distance > most || !differ(other.row, own.row)) {
            return false;
        }
        if (!same_words(own.row.text(title_), other.row.text(title_))) {
            return false;
        }
        tell(own.row, other.row,
             rate(static_cast<std::int64_t>(longest - distance),
                  static_cast<std::int64_t>(longest)));
        return true;
    }

    void tell(const checked_row& action, const checked_row& other, rate nearness) const {
        report_->at(action, title_, {{"id2", other.text(number_)}, {"pct", percent(nearness)}});
    }

    /// The same number twice is GEN-12's to tell.
    bool differ(const checked_row& a, const checked_row& b) const {
        return identifier_key(a.text(number_)) != identifier_key(b.text(number_));
    }

    static std::size_t place_of(const checked_row& action, field column) {
        const auto place = action.target(column);
        return place ? place->position() : std::hash<std::string>()(place_key(action.text(column)));
    }

    static std::size_t mixed(std::size_t key, std::string_view part) {
        static constexpr std::size_t factor = 0x9E3779B97F4A7C15;
        return (key ^ std::hash<std::string_view>()(part)) * factor;
    }

    const reporter* report_;
    const checked_sheet* actions_;
    field number_;
    field year_;
    field section_;
    field theme_;
    field commune_;
    field beneficiary_;
    field title_;
    field asked_;
    field state_;
    rate tolerance_ = 0;
    std::unordered_map<std::size_t, std::size_t> titles_;  ///< first row of a title
    std::unordered_map<std::size_t, std::size_t> amounts_; ///< first row of an amount
    std::unordered_map<std::size_t, std::vector<request>> near_;
};

void no_file_twice(const checked_register& in, const reporter& report) {
    duplicate_search(in, report).run();
}

} // namespace

std::vector<rule_logic> action_duplicate_rules() {
    return {{"ACT-11",
             no_file_twice,
             {"actions.numero_dossier", "actions.commune", "actions.exercice", "actions.intitule",
              "actions.montant_demande"}}};
}

} // namespace octroi::core::check
