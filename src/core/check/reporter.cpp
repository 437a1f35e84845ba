#include "core/check/reporter.hpp"

#include <stdexcept>

namespace octroi::core::check {

namespace {

constexpr std::string_view severity_key = "regle.";

} // namespace

finding_list::finding_list(const checked_register& in) : levels_(in.request().severities) {
    for (const auto& set : in.settings().family(severity_key)) {
        if (set.valid(in.as_of())) {
            choose_severity(levels_, std::string_view(set.key).substr(severity_key.size()),
                            set.value);
        }
    }
}

std::optional<severity> finding_list::level_of(const rule& of) const {
    const auto set = levels_.find(of.id);
    return set == levels_.end() ? std::optional(of.level) : set->second;
}

reporter::reporter(finding_list& into, std::string_view id) : into_(&into), rule_(find_rule(id)) {
    if (rule_ == nullptr) {
        throw std::out_of_range("no rule " + std::string(id));
    }
    level_ = into.level_of(*rule_);
}

void reporter::variant(std::string_view name, const checked_row& row, field column,
                       arguments values, std::optional<correction> suggestion) const {
    if (!level_) {
        return;
    }
    const auto& source = row.of().source();
    const auto& described = row.of().schema().fields[column];
    into_->add({rule_, *level_, source.address(row.position(), column), described.title,
                described.type, row.raw(column), rule_->text(name, values), std::move(suggestion),
                row.of().order()});
}

void reporter::advise(std::string advice, std::string_view name, const checked_row& row,
                      field column, arguments values) const {
    if (!level_) {
        return;
    }
    const auto& described = row.of().schema().fields[column];
    into_->add({.rule = rule_,
                .level = *level_,
                .place = row.of().source().address(row.position(), column),
                .column = described.title,
                .type = described.type,
                .value = row.raw(column),
                .message = rule_->text(name, values),
                .suggestion = {},
                .sheet_order = row.of().order(),
                .advice = std::move(advice)});
}

void reporter::at_cell(std::string_view variant, const checked_sheet& sheet, cell_address place,
                       std::string column, cell_value value, arguments values,
                       std::optional<correction> suggestion) const {
    if (!level_) {
        return;
    }
    into_->add({rule_, *level_, std::move(place), std::move(column), field_type::text,
                std::move(value), rule_->text(variant, values), std::move(suggestion),
                sheet.order()});
}

} // namespace octroi::core::check
