#include "support/case_file.hpp"

#include "core/check/checked_register.hpp"
#include "core/text.hpp"
#include "support/registers.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <stdexcept>

namespace octroi::test {

namespace {

std::string trimmed(std::string_view text) {
    return std::string(core::trim(text));
}

std::string unescaped(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            result += text[i];
            continue;
        }
        const char kind = text[++i];
        if (kind == 'n') {
            result += '\n';
        } else if (kind == 't') {
            result += '\t';
        } else if (kind == 'x' && i + 2 < text.size()) {
            result += static_cast<char>(std::strtol(text.substr(i + 1, 2).c_str(), nullptr, 16));
            i += 2;
        } else if (kind == 'u' && text.compare(i + 1, 4, "00A0") == 0) {
            result += core::nbsp;
            i += 4;
        } else {
            result += kind;
        }
    }
    return result;
}

core::cell_value cell_from(const std::string& text) {
    static const std::regex number(R"(-?\d+(\.\d+)?)");
    static const std::regex ratio(R"(-?\d+(\.\d+)?%)");
    static const std::regex error(R"(#.+[!?AN]|Err:\d+)");
    if (text.empty()) {
        return {};
    }
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
        return unescaped(text.substr(1, text.size() - 2));
    }
    if (std::regex_match(text, number)) {
        return core::number(std::strtod(text.c_str(), nullptr));
    }
    if (std::regex_match(text, ratio)) {
        return core::number(std::strtod(text.c_str(), nullptr) / 100);
    }
    if (std::regex_match(text, error)) {
        return core::cell_error{text};
    }
    if (const auto day = core::parse_iso_date(text)) {
        return *day;
    }
    return text;
}

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (true) {
        const auto end = line.find('|', begin);
        parts.push_back(trimmed(std::string_view(line).substr(begin, end - begin)));
        if (end == std::string::npos) {
            return parts;
        }
        begin = end + 1;
    }
}

class parser {
public:
    explicit parser(const std::filesystem::path& file) : name_(file.filename().string()) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) {
            ++number_;
            take(line);
        }
        finish_sheet();
        if (cases_.empty()) {
            fail("no case");
        }
    }

    std::vector<rule_case> take_cases() { return std::move(cases_); }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(name_ + ":" + std::to_string(number_) + ": " + what);
    }

    void take(const std::string& raw) {
        const std::string line = trimmed(raw);
        if (line.starts_with("# ") || line == "#") {
            return;
        }
        if (line.starts_with("===")) {
            begin_case(line.substr(3));
            return;
        }
        if (cases_.empty()) {
            if (!line.empty()) {
                fail("text before the first case");
            }
            return;
        }
        auto& current = cases_.back();
        if (line.starts_with("->")) {
            finish_sheet();
            const std::string expected = trimmed(line.substr(2));
            current.silent = current.silent || expected == "rien";
            if (expected != "rien") {
                current.expected.push_back(expected);
            }
        } else if (line.starts_with("date:")) {
            current.request.as_of = core::parse_iso_date(trimmed(line.substr(5)));
            if (!current.request.as_of) {
                fail("date");
            }
        } else if (line.starts_with("avec:")) {
            for (const auto& table : core::check::listed(line.substr(5))) {
                current.sheets.push_back(sheet_of(table, core::initial_rows(table, false)));
            }
        } else if (line.starts_with("modele:")) {
            add_template_fault(current, split(line.substr(7)));
        } else if (line.starts_with("[") && line.ends_with("]")) {
            finish_sheet();
            sheet_ = line.substr(1, line.size() - 2);
        } else if (!sheet_.empty()) {
            std::vector<core::cell_value> cells;
            if (!line.empty()) {
                for (const auto& part : split(line)) {
                    cells.push_back(cell_from(part));
                }
            }
            rows_.push_back(std::move(cells));
        } else if (!line.empty()) {
            fail("« " + line + " » belongs to no sheet");
        }
    }

    void begin_case(const std::string& heading) {
        finish_sheet();
        const auto colon = heading.find(':');
        if (colon == std::string::npos) {
            fail("a case begins with « === ACT-03 : title »");
        }
        rule_case fresh;
        fresh.file = name_;
        fresh.line = number_;
        fresh.rule = trimmed(heading.substr(0, colon));
        fresh.title = trimmed(heading.substr(colon + 1));
        cases_.push_back(std::move(fresh));
    }

    void finish_sheet() {
        if (sheet_.empty()) {
            return;
        }
        // Empty lines before the next mark are the file's, not the sheet's.
        while (!rows_.empty() && rows_.back().empty()) {
            rows_.pop_back();
        }
        cases_.back().sheets.push_back(sheet(sheet_, rows_));
        sheet_.clear();
        rows_.clear();
    }

    void add_template_fault(rule_case& current, const std::vector<std::string>& parts) const {
        if (parts.size() < 3) {
            fail("modele: clé | modèle | nom | suggestion");
        }
        core::check::template_fault fault;
        fault.kind = current.rule == "DOC-03" ? core::check::template_fault_kind::unclosed_block
                                              : core::check::template_fault_kind::unknown_field;
        fault.setting = parts[0];
        fault.template_name = parts[1];
        fault.name = parts[2];
        fault.suggestion = parts.size() > 3 ? parts[3] : "";
        current.request.template_faults.push_back(fault);
    }

    std::string name_;
    int number_ = 0;
    std::vector<rule_case> cases_;
    std::string sheet_;
    cell_rows rows_;
};

} // namespace

core::register_book rule_case::book() const {
    core::register_book made("registre.ods");
    for (const auto& data : sheets) {
        made.add(data);
    }
    return made;
}

std::vector<rule_case> cases_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<rule_case> all;
    for (const auto& file : files) {
        auto cases = parser(file).take_cases();
        std::move(cases.begin(), cases.end(), std::back_inserter(all));
    }
    return all;
}

std::string written(const core::check::finding& found, const std::string& as) {
    std::string text(core::check::letter(found.level));
    text += " " + found.place.sheet + "!" + found.place.a1();
    if (as.find(" = ") != std::string::npos) {
        text += " = " + core::check::shown_suggestion(found);
    }
    if (as.find(" : ") != std::string::npos) {
        text += " : " + found.message;
    }
    return text;
}

} // namespace octroi::test
