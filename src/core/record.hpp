/// @file
/// What a template is filled with: fields and lists of records, values ready to print.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

struct record {
    std::map<std::string, std::string, std::less<>> fields;
    std::map<std::string, std::vector<record>, std::less<>> lists;
};

} // namespace octroi::core
