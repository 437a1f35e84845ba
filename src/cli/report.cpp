#include "cli/report.hpp"

#include "core/check/report_text.hpp"
#include "core/check/wording.hpp"
#include "core/compute/computation_text.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/files.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string_view>
#include <vector>

namespace octroi::cli {

namespace {

using core::message;

/// Longer runs are told by their totals and the manifest.
constexpr std::size_t longest_table = 60;

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t length = characters(text);
    const std::string space(width > length ? width - length : 0, ' ');
    return right ? space + text : text + space;
}

/// Columns from `first_number` until `end_number` hold figures and end flush right.
void print_columns(const std::vector<std::vector<std::string>>& rows, std::size_t first_number,
                   std::size_t end_number = std::string::npos) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], characters(row[i]));
        }
    }
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool number = i >= first_number && i < end_number;
            const bool last = i + 1 == row.size();
            std::cout << (last && !number ? row[i] : padded(row[i], widths[i], number))
                      << (last ? "\n" : "  ");
        }
    }
}

void print_table(const core::manifest& run) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& document : run.documents) {
        if (document.status != core::document_status::failed) {
            std::string files;
            for (const auto& file : document.files) {
                files += (files.empty() ? "" : "  ") + file.path;
            }
            rows.push_back(
                {document.number, document.commune, core::french(document.amount), files});
        }
    }
    print_columns(rows, 2, 3);
}

} // namespace

void report(const core::manifest& run, const std::filesystem::path& folder, bool quiet) {
    for (const auto& document : run.documents) {
        if (document.status == core::document_status::failed) {
            std::cerr << message("run.failed", {{"file", run.register_file},
                                                {"number", document.number},
                                                {"error", document.error}})
                      << '\n';
        }
        if (!document.warning.empty()) {
            std::cerr << message("state.warning",
                                 {{"file", run.register_file}, {"warning", document.warning}})
                      << '\n';
        }
    }
    for (const auto& fault : run.faults) {
        std::cerr << fault << '\n';
    }
    if (quiet) {
        return;
    }
    if (run.documents.empty()) {
        std::cerr << run.nothing_to_make() << '\n';
    }
    if (run.documents.size() <= longest_table) {
        print_table(run);
    }
    std::cout << run.summary() << '\n'
              << message("run.where", {{"folder", folder.string()}}) << '\n';
}

void report(const core::check::check_report& run, bool quiet) {
    if (quiet) {
        return;
    }
    for (const auto& found : run.findings) {
        std::cout << letter(found.level) << ' ' << found.rule->id << "  " << place_of(found) << "  "
                  << found.message;
        if (const auto suggestion = shown_suggestion(found); !suggestion.empty()) {
            std::cout << " → " << message("check.suggestion", {{"suggestion", suggestion}});
        }
        std::cout << " [" << found.rule->source.current() << "]\n";
    }
    for (const auto& rule : run.unchecked) {
        std::cout << message("check.unchecked_rule",
                             {{"rule", rule.of->id}, {"missing", rule.missing}})
                  << '\n';
    }
    for (const auto& [rule, count] : run.by_rule()) {
        std::cout << padded(std::to_string(count), 6, true) << "  " << rule->id << "  "
                  << rule->title.current() << '\n';
    }
    std::cout << core::check::summary(run) << '\n';
}

namespace {

std::string euros(core::money amount) {
    return core::check::shown(amount) + std::string(core::nbsp) + "€";
}

void print_actions(const core::compute::computation& run) {
    for (const auto& action : run.actions) {
        if (!action.known) {
            continue;
        }
        std::cout << action.file << "  " << action.commune << "  " << euros(action.result.amount);
        if (action.result.bite) {
            std::cout << "  " << register_word(*action.result.bite);
        }
        std::cout << "  [" << action.rule << "] " << action.told << '\n';
    }
}

void print_envelopes(const core::compute::computation& run) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& envelope : run.envelopes) {
        if (envelope.known) {
            rows.push_back({message("run.envelope", {{"section", envelope.section},
                                                     {"year", std::to_string(envelope.year)},
                                                     {"programme", envelope.programme}}),
                            message("run.envelope_amount", {{"amount", euros(envelope.amount)}}),
                            message("run.envelope_used", {{"amount", euros(envelope.used)}}),
                            message("run.envelope_shared", {{"amount", euros(envelope.shared)}}),
                            message("run.envelope_left", {{"amount", euros(envelope.left())}})});
        }
    }
    print_columns(rows, 1);
}

void print_scenarios(const std::vector<core::compute::scenario_outcome>& scenarios) {
    if (scenarios.empty()) {
        return;
    }
    std::vector<std::vector<std::string>> rows = {
        {message("scenario.name"), message("scenario.full"), message("scenario.reduced"),
         message("scenario.without"), message("scenario.sum"), message("scenario.left")}};
    for (const auto& one : scenarios) {
        rows.push_back({one.terms.name.empty() ? message("scenario.register") : one.terms.name,
                        std::to_string(one.full), std::to_string(one.reduced),
                        std::to_string(one.without), euros(one.sum), euros(one.left)});
    }
    print_columns(rows, 1);
}

} // namespace

void report(const core::compute::comparison& run, bool quiet) {
    const auto& made = run.chosen;
    for (const auto& problem : made.problems) {
        std::cerr << place_of(problem) << "  " << problem.message << '\n';
    }
    if (quiet) {
        return;
    }
    if (made.actions.size() <= longest_table) {
        print_actions(made);
    }
    print_envelopes(made);
    print_scenarios(run.scenarios);
    for (const auto& note : made.notes) {
        std::cout << note << '\n';
    }
    std::cout << summary_line(made) << '\n';
}

void write_text(const std::filesystem::path& file, const std::string& text) {
    if (file == "-") {
        std::cout << text;
    } else {
        office::write_file(file, text);
    }
}

namespace {

void append_lines(const std::filesystem::path& file,
                  const std::vector<boost::json::object>& lines) {
    std::ofstream out(file, std::ios::binary | std::ios::app);
    for (const auto& line : lines) {
        out << boost::json::serialize(line) << '\n';
    }
    if (!out.flush()) {
        throw core::user_error(
            core::error_kind::output,
            message("output.file", {{"file", file.string()}, {"detail", "log"}}));
    }
}

} // namespace

void append_log(const std::filesystem::path& file, const core::manifest& run) {
    std::vector<boost::json::object> lines;
    for (const auto& document : run.documents) {
        lines.push_back({{"document", document.number},
                         {"status", core::name_of(document.status)},
                         {"error", document.error},
                         {"warning", document.warning}});
    }
    append_lines(file, lines);
}

void append_log(const std::filesystem::path& file, const core::check::check_report& run) {
    std::vector<boost::json::object> lines;
    for (const auto& found : run.findings) {
        lines.push_back({{"rule", found.rule->id},
                         {"severity", letter(found.level)},
                         {"place", place_of(found)},
                         {"message", found.message}});
    }
    append_lines(file, lines);
}

void append_log(const std::filesystem::path& file, const core::compute::computation& run) {
    std::vector<boost::json::object> lines;
    for (const auto& action : run.actions) {
        lines.push_back(
            {{"file", action.file},
             {"calculated", action.known ? core::decimal(action.result.amount) : std::string()},
             {"account", action.account}});
    }
    append_lines(file, lines);
}

} // namespace octroi::cli
