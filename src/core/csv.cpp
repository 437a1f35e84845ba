#include "core/csv.hpp"

namespace octroi::core {

namespace {

std::string csv_cell(std::string text) {
    static constexpr std::string_view formula_marks = "=+-@\t\r";
    if (!text.empty() && formula_marks.find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(";\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

} // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) {
        line += (&cell == &cells.front() ? "" : ";") + csv_cell(cell);
    }
    return line + "\r\n";
}

} // namespace octroi::core
