#include "core/check/report_text.hpp"

#include "core/check/wording.hpp"
#include "core/csv.hpp"
#include "core/json_text.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

namespace octroi::core::check {

namespace {

namespace json = boost::json;

/// « 1 erreur », « 3 erreurs »; empty for none.
std::string counted(std::size_t count, const char* one, const char* many) {
    if (count == 0) {
        return {};
    }
    return message(count == 1 ? one : many, {{"count", shown(static_cast<std::int64_t>(count))}});
}

} // namespace

std::string to_json(const check_report& report) {
    json::array findings;
    findings.reserve(report.findings.size());
    for (const auto& found : report.findings) {
        findings.push_back(json::object{{"rule", found.rule->id},
                                        {"severity", letter(found.level)},
                                        {"sheet", found.place.sheet},
                                        {"cell", found.place.a1()},
                                        {"row", found.place.row + 1},
                                        {"column", found.column},
                                        {"value", plain_value(found)},
                                        {"message", found.message},
                                        {"suggestion", plain_suggestion(found)},
                                        {"source", found.rule->source.current()}});
    }
    json::object by_rule;
    for (const auto& [rule, count] : report.by_rule()) {
        by_rule.emplace(rule->id, count);
    }
    json::array unchecked;
    for (const auto& rule : report.unchecked) {
        unchecked.push_back(json::object{{"rule", rule.of->id}, {"missing", rule.missing}});
    }
    return indented(
        json::object{{"register", report.register_file},
                     {"as_of", iso(report.as_of)},
                     {"findings", std::move(findings)},
                     {"counts", json::object{{"E", report.count(severity::error)},
                                             {"A", report.count(severity::warning)},
                                             {"I", report.count(severity::information)}}},
                     {"rules", std::move(by_rule)},
                     {"unchecked", std::move(unchecked)}});
}

std::string to_csv(const check_report& report) {
    std::string out(csv_beginning);
    out += csv_line({"gravite", "regle", "feuille", "cellule", "ligne", "colonne", "valeur",
                     "message", "suggestion", "source"});
    for (const auto& found : report.findings) {
        out += csv_line({std::string(letter(found.level)), found.rule->id, found.place.sheet,
                         found.place.a1(), std::to_string(found.place.row + 1), found.column,
                         shown_value(found), found.message, shown_suggestion(found),
                         found.rule->source.current()});
    }
    return out;
}

std::string summary(const check_report& report) {
    std::vector<std::string> parts;
    for (const auto& part :
         {counted(report.count(severity::error), "check.one_error", "check.errors"),
          counted(report.count(severity::warning), "check.one_warning", "check.warnings"),
          counted(report.count(severity::information), "check.one_information",
                  "check.informations")}) {
        if (!part.empty()) {
            parts.push_back(part);
        }
    }
    return parts.empty() ? message("check.nothing") : enumeration(parts, ", ");
}

std::string place_of(const finding& found) {
    std::string text = found.place.sheet + "!" + found.place.a1();
    if (!found.column.empty()) {
        text += " (" + found.column + ")";
    }
    return text;
}

} // namespace octroi::core::check
