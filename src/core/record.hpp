/// @file
/// What a template is filled with: fields and lists of records, values ready to print, pictures.
#pragma once

#include "core/picture.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

struct record {
    std::map<std::string, std::string, std::less<>> fields;
    std::map<std::string, std::vector<record>, std::less<>> lists;
    /// By image of the catalogue; shared, because all documents of a run show the same.
    std::map<std::string, std::shared_ptr<const picture>, std::less<>> images;
};

} // namespace octroi::core
