#include "odf/condition.hpp"

#include "odf/decimal.hpp"

#include <algorithm>
#include <cctype>

namespace octroi::odf {

namespace {

constexpr int deepest_nesting = 100;

struct operand {
    std::string text;
    std::optional<decimal> number; ///< leaves `text` empty

    std::string shown() const { return number ? number->str() : text; }
};

operand number_operand(const decimal& value) {
    return {value.str(), value};
}

bool truth(const operand& value) {
    if (value.number) {
        return *value.number != 0;
    }
    if (const auto number = as_number(value.text)) {
        return *number != 0;
    }
    return !value.text.empty() && value.text != "false";
}

int compare(const operand& a, const operand& b) {
    if (a.number || b.number) {
        const auto value = [](const operand& side) {
            return side.number
                       ? side.number
                       : (side.text.empty() ? std::optional(decimal(0)) : as_number(side.text));
        };
        const auto left = value(a);
        const auto right = value(b);
        if (left && right) {
            return left->compare(*right);
        }
    }
    return a.shown().compare(b.shown());
}

class parser {
public:
    parser(std::string_view text, const field_lookup& lookup) : rest_(text), lookup_(&lookup) {
        if (rest_.starts_with("ooow:")) {
            rest_.remove_prefix(5);
        }
        next();
    }

    bool whole() {
        const operand value = level();
        if (!token_.empty()) {
            throw condition_error("« " + std::string(token_) + " »");
        }
        return truth(value);
    }

private:
    enum class kind { end, name, number, text, sign };

    static bool name_character(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80U;
    }

    void next() {
        while (!rest_.empty() && std::isspace(static_cast<unsigned char>(rest_.front())) != 0) {
            rest_.remove_prefix(1);
        }
        std::size_t length = 0;
        if (rest_.empty()) {
            kind_ = kind::end;
        } else if (std::isdigit(static_cast<unsigned char>(rest_.front())) != 0) {
            kind_ = kind::number;
            length = std::min(rest_.find_first_not_of("0123456789.,"), rest_.size());
        } else if (name_character(rest_.front())) {
            kind_ = kind::name;
            while (length < rest_.size() && name_character(rest_[length])) {
                ++length;
            }
        } else if (rest_.front() == '"') {
            kind_ = kind::text;
            const auto close = rest_.find('"', 1);
            if (close == std::string_view::npos) {
                throw condition_error("« \" »");
            }
            length = close + 1;
        } else {
            kind_ = kind::sign;
            const std::string_view two = rest_.substr(0, 2);
            const bool pair = two == "==" || two == "!=" || two == "<=" || two == ">=" ||
                              two == "&&" || two == "||";
            length = pair ? 2 : 1;
        }
        token_ = rest_.substr(0, length);
        rest_.remove_prefix(length);
    }

    /// Whether the token is one of these words (without regard to case) or signs.
    bool is_any(std::initializer_list<std::string_view> words) const {
        if (kind_ != kind::name && kind_ != kind::sign) {
            return false;
        }
        return std::any_of(words.begin(), words.end(), [this](std::string_view word) {
            return word.size() == token_.size() &&
                   std::equal(word.begin(), word.end(), token_.begin(), [](char a, char b) {
                       return a == std::toupper(static_cast<unsigned char>(b));
                   });
        });
    }

    bool take(std::initializer_list<std::string_view> words) {
        if (!is_any(words)) {
            return false;
        }
        next();
        return true;
    }

    /// One level of parentheses: arithmetic, one comparison, then AND, OR or XOR of single terms.
    /// What Writer reads otherwise than a reader would is refused.
    operand level() {
        if (++depth_ > deepest_nesting) {
            throw condition_error("( ( (…");
        }
        bool added = false;
        const bool negated = negation_ahead();
        operand left = sum(added);
        if (const auto outcome = comparison(left)) {
            refuse_if(added || negated);
            left = number_operand(*outcome ? 1 : 0);
            refuse_if(comparison_ahead() || arithmetic_ahead());
        }
        logic first = logic::none;
        for (logic found = take_logic(); found != logic::none; found = take_logic()) {
            refuse_if(first != logic::none && found != first);
            first = found;
            const operand right = unary();
            refuse_if(comparison_ahead() || arithmetic_ahead());
            left = number_operand(joined(found, truth(left), truth(right)) ? 1 : 0);
        }
        --depth_;
        return left;
    }

    enum class logic { none, conjunction, disjunction, exclusive };

    logic take_logic() {
        if (take({"AND", "&", "&&"})) {
            return logic::conjunction;
        }
        if (take({"OR", "|", "||"})) {
            return logic::disjunction;
        }
        return take({"XOR"}) ? logic::exclusive : logic::none;
    }

    static bool joined(logic how, bool left, bool right) {
        switch (how) {
        case logic::conjunction:
            return left && right;
        case logic::disjunction:
            return left || right;
        case logic::exclusive:
            return left != right;
        case logic::none:
            break;
        }
        return false;
    }

    std::optional<bool> comparison(const operand& left) {
        if (take({"EQ", "=="})) {
            return compare(left, unary()) == 0;
        }
        if (take({"NEQ", "!="})) {
            return compare(left, unary()) != 0;
        }
        if (take({"LEQ", "<="})) {
            return compare(left, unary()) <= 0;
        }
        if (take({"GEQ", ">="})) {
            return compare(left, unary()) >= 0;
        }
        if (take({"L", "<"})) {
            return compare(left, unary()) < 0;
        }
        if (take({"G", ">"})) {
            return compare(left, unary()) > 0;
        }
        return std::nullopt;
    }

    bool comparison_ahead() const {
        return is_any({"EQ", "==", "NEQ", "!=", "LEQ", "<=", "GEQ", ">=", "L", "<", "G", ">"});
    }
    bool arithmetic_ahead() const { return is_any({"+", "-", "*", "/"}); }
    bool operator_ahead() const { return comparison_ahead() || is_any({"AND", "OR", "XOR"}); }
    bool negation_ahead() const { return is_any({"NOT", "!"}); }

    void refuse_if(bool ambiguous) const {
        if (ambiguous) {
            throw condition_error(token_.empty() ? "…" : "« " + std::string(token_) + " »", {},
                                  /*ambiguous=*/true);
        }
    }

    operand sum(bool& added) {
        operand left = product();
        while (true) {
            if (take({"+"})) {
                left = number_operand(needed(left) + needed(product()));
            } else if (take({"-"})) {
                left = number_operand(needed(left) - needed(product()));
            } else {
                return left;
            }
            added = true;
        }
    }

    operand product() {
        operand left = unary();
        while (true) {
            if (take({"*"})) {
                left = number_operand(needed(left) * needed(unary()));
            } else if (take({"/"})) {
                const decimal divisor = needed(unary());
                if (divisor == 0) {
                    throw condition_error("/ 0");
                }
                left = number_operand(needed(left) / divisor);
            } else {
                return left;
            }
        }
    }

    operand unary() {
        if (++depth_ > deepest_nesting) {
            throw condition_error("NOT NOT…");
        }
        operand result;
        if (take({"NOT", "!"})) {
            result = number_operand(truth(unary()) ? 0 : 1);
        } else if (take({"-"})) {
            result = number_operand(-needed(unary()));
        } else {
            result = primary();
        }
        --depth_;
        return result;
    }

    operand primary() {
        if (take({"("})) {
            operand inner = level();
            if (!take({")"})) {
                throw condition_error("« ( »");
            }
            return inner;
        }
        if (take({"TRUE"})) {
            return number_operand(1);
        }
        if (take({"FALSE"})) {
            return number_operand(0);
        }
        const std::string_view token = token_;
        if (kind_ == kind::number) {
            const auto value = as_number(token);
            if (!value) {
                throw condition_error("« " + std::string(token) + " »");
            }
            next();
            return number_operand(*value);
        }
        if (kind_ == kind::text) {
            next();
            return {std::string(token.substr(1, token.size() - 2)), std::nullopt};
        }
        if (kind_ == kind::name && !operator_ahead()) {
            const auto value = (*lookup_)(token);
            if (!value) {
                throw condition_error("« " + std::string(token) + " »", std::string(token));
            }
            next();
            return {*value, std::nullopt};
        }
        throw condition_error(token.empty() ? "…" : "« " + std::string(token) + " »");
    }

    static decimal needed(const operand& value) {
        if (value.number) {
            return *value.number;
        }
        if (value.text.empty()) {
            return 0;
        }
        if (const auto number = as_number(value.text)) {
            return *number;
        }
        throw condition_error("« " + value.text + " »");
    }

    std::string_view rest_;
    std::string_view token_;
    kind kind_ = kind::end;
    const field_lookup* lookup_;
    int depth_ = 0;
};

} // namespace

bool evaluate(std::string_view condition, const field_lookup& lookup) {
    return parser(condition, lookup).whole();
}

} // namespace octroi::odf
