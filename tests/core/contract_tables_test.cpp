#include "core/schema.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace octroi::core {
namespace {

/// The first three cells of a line of `tables.csv`: none of them is ever quoted.
std::vector<std::string> first_cells(const std::string& line) {
    std::vector<std::string> cells;
    std::size_t begin = 0;
    while (cells.size() < 3) {
        const auto end = line.find(';', begin);
        cells.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return cells;
}

TEST(schemas, hold_the_tables_and_headers_of_the_contract_in_its_order) {
    std::ifstream file(OCTROI_CORE_TEST_DATA "/tables.csv");
    std::string line;
    ASSERT_TRUE(std::getline(file, line));
    std::vector<std::string> tables;
    std::map<std::string, std::vector<std::string>> headers;
    while (std::getline(file, line)) {
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        const auto cells = first_cells(line);
        if (tables.empty() || tables.back() != cells[0]) {
            tables.push_back(cells[0]);
        }
        headers[cells[0]].push_back(cells[2]);
        EXPECT_EQ(std::to_string(headers[cells[0]].size()), cells[1]) << line;
    }
    std::vector<std::string> known;
    for (const auto& schema : table_schemas()) {
        known.push_back(schema.title);
        std::vector<std::string> titles;
        for (const auto& field : schema.usual_fields()) {
            titles.push_back(field.title);
        }
        EXPECT_EQ(titles, headers[schema.title]) << schema.title;
    }
    EXPECT_EQ(known, tables);
}

} // namespace
} // namespace octroi::core
