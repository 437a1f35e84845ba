#include "core/check/check.hpp"

#include "core/check/passes.hpp"
#include "core/check/rule_logic.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <tuple>

namespace octroi::core::check {

namespace {

/// The passes of read_values().
constexpr std::size_t passes = 3;

/// What of `need` (« actions », « actions.fin ») the register lacks, ready to show; empty if
/// nothing.
std::string lacking(const checked_register& in, std::string_view need) {
    const auto dot = need.find('.');
    const auto table = need.substr(0, dot);
    const auto& sheet = in.sheet(table);
    if (!in.has(table)) {
        const bool headless = in.book().without_header().contains(table);
        return message(headless ? "check.no_header" : "check.no_sheet",
                       {{"sheet", sheet.schema().title}});
    }
    if (dot == std::string_view::npos) {
        return {};
    }
    const field column = sheet.column(need.substr(dot + 1));
    return sheet.has(column)
               ? std::string()
               : message("check.no_column", {{"column", sheet.schema().fields[column].title},
                                             {"sheet", sheet.source().sheet()}});
}

void run_rules(const checked_register& in, finding_list& findings, check_report& report,
               progress_sink& progress) {
    const auto& all = all_rule_logic();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& logic = all[i];
        advance(progress, passes + i, passes + all.size(), std::string(logic.id));
        const reporter into(findings, logic.id);
        if (!into.active()) {
            continue;
        }
        std::string missing;
        for (const auto need : logic.needs) {
            missing = lacking(in, need);
            if (!missing.empty()) {
                break;
            }
        }
        if (missing.empty()) {
            logic.run(in, into);
        } else {
            report.unchecked.push_back({find_rule(logic.id), missing});
        }
    }
}

owned_cells owned_by_rules() {
    owned_cells owned;
    for (const auto& logic : all_rule_logic()) {
        owned.insert(logic.owns.begin(), logic.owns.end());
    }
    return owned;
}

void put_in_order(std::vector<finding>& findings) {
    const auto key = [](const finding& found) {
        return std::tie(found.sheet_order, found.place.row, found.place.column, found.rule->id);
    };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const finding& a, const finding& b) { return key(a) < key(b); });
}

} // namespace

std::size_t check_report::count(severity level) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const finding& found) { return found.level == level; }));
}

std::vector<std::pair<const rule*, std::size_t>> check_report::by_rule() const {
    std::map<const rule*, std::size_t> counts;
    for (const auto& found : findings) {
        ++counts[found.rule];
    }
    // Rules stand in one vector: their addresses have the order of the catalogue.
    return {counts.begin(), counts.end()};
}

void read_values(checked_register& in, finding_list& findings, progress_sink& progress) {
    const std::size_t total = passes + all_rule_logic().size();
    advance(progress, 0, total);
    check_structure(in, findings);
    advance(progress, 1, total);
    check_values(in, findings, owned_by_rules());
    advance(progress, 2, total);
    check_keys(in, findings);
}

check_report check_register(const register_book& book, const check_request& request,
                            progress_sink& progress) {
    if (book.tables().empty() && book.without_header().empty()) {
        throw user_error(error_kind::input,
                         message("check.no_table", {{"file", book.file()},
                                                    {"sheets", enumeration(book.sheets(), ", ")}}));
    }
    checked_register in(book, request);
    finding_list findings(in);
    check_report report;
    report.register_file = book.file();
    report.as_of = in.as_of();
    read_values(in, findings, progress);
    run_rules(in, findings, report, progress);
    report.findings = findings.take();
    put_in_order(report.findings);
    return report;
}

} // namespace octroi::core::check
