#include "core/check/finding.hpp"

#include "core/check/wording.hpp"
#include "core/text.hpp"

namespace octroi::core::check {

namespace {

/// « 30 % »; a rate is written as a percentage, other ratios as numbers.
std::string ratio_text(rate value, field_type type) {
    if (type == field_type::rate) {
        return percent(value) + std::string(nbsp) + "%";
    }
    return value.denominator() == 1
               ? shown(value.numerator())
               : shown(share(money::from_cents(100), value.numerator(), value.denominator()));
}

std::string plain_ratio(rate value) {
    return std::to_string(value.numerator()) + "/" + std::to_string(value.denominator());
}

} // namespace

std::string shown_value(const finding& found) {
    if (const auto* stored = std::get_if<number>(&found.value)) {
        const auto amount = stored->amount();
        return found.type == field_type::amount && amount ? shown(*amount) : shown(*stored);
    }
    if (const auto* day = std::get_if<date>(&found.value)) {
        return shown(*day);
    }
    return quoted_value(found.value);
}

std::string plain_value(const finding& found) {
    if (const auto* stored = std::get_if<number>(&found.value)) {
        const auto amount = stored->amount();
        return found.type == field_type::amount && amount ? decimal(*amount) : stored->text();
    }
    return quoted_value(found.value);
}

std::string shown_suggestion(const finding& found) {
    struct form {
        field_type type;
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(money amount) const { return shown(amount); }
        // A year or a number of months has no space between thousands.
        std::string operator()(std::int64_t whole) const {
            return type == field_type::year ? std::to_string(whole) : shown(whole);
        }
        std::string operator()(rate value) const { return ratio_text(value, type); }
        std::string operator()(date day) const { return shown(day); }
    };
    return found.suggestion ? std::visit(form{found.type}, *found.suggestion) : found.advice;
}

std::string plain_suggestion(const finding& found) {
    struct form {
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(money amount) const { return decimal(amount); }
        std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
        std::string operator()(rate value) const { return plain_ratio(value); }
        std::string operator()(date day) const { return iso(day); }
    };
    return found.suggestion ? std::visit(form{}, *found.suggestion) : found.advice;
}

} // namespace octroi::core::check
