/// @file
/// Writer's conditions (`ooow:contrat_num EQ 1 AND montant_num G 5000`), evaluated as Writer does.
///
/// Writer reads AND, OR and comparisons from left to right with single terms on their right, and
/// « + » and « - » last: `a EQ 1 AND b EQ 0` is not what it looks like. Such forms are refused,
/// with the advice to set parentheses, so that what is accepted means the same to Writer and to a
/// reader.
///
/// Operators, without regard to case: EQ == NEQ != L < G > LEQ <= GEQ >=, AND &, OR |, XOR, NOT !,
/// + - * /, parentheses; numbers with a point or comma, "texts", true, false, names of fields.
/// Numbers are compared exactly in decimal. A text that is a number compares as a number with a
/// number; an empty text counts as 0 there.
#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace octroi::odf {

/// A condition that cannot be evaluated.
class condition_error : public std::runtime_error {
public:
    /// `unknown_name` is the field that does not exist, empty for a fault in the expression.
    explicit condition_error(const std::string& text, std::string unknown_name = {},
                             bool ambiguous = false)
        : std::runtime_error(text), unknown_name_(std::move(unknown_name)), ambiguous_(ambiguous) {}

    const std::string& unknown_name() const { return unknown_name_; }
    /// It lacks parentheses.
    bool ambiguous() const { return ambiguous_; }

private:
    std::string unknown_name_;
    bool ambiguous_;
};

/// The value of a field, or nothing if there is no such field.
using field_lookup = std::function<std::optional<std::string>(std::string_view name)>;

/// Whether the condition holds. Both sides of AND and OR are evaluated, so that a fault shows
/// whatever the values. Throws condition_error.
bool evaluate(std::string_view condition, const field_lookup& lookup);

} // namespace octroi::odf
