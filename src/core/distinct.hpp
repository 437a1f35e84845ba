/// @file
/// Distinct texts in order of appearance: « 4 avril 2016 et 11 juillet 2016 ».
#pragma once

#include "core/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace octroi::core {

class distinct {
public:
    /// Empty texts do not count.
    void add(const std::string& text) {
        if (!text.empty() && std::find(items_.begin(), items_.end(), text) == items_.end()) {
            items_.push_back(text);
        }
    }

    const std::vector<std::string>& items() const { return items_; }

    /// As French prose enumerates them.
    std::string joined() const { return enumeration(items_, " et "); }

private:
    std::vector<std::string> items_;
};

} // namespace octroi::core
