#include "addon/correction_text.hpp"

#include "core/check/wording.hpp"
#include "core/messages.hpp"

#include <algorithm>

namespace octroi::addon {

std::string correction_text(const office::correction_result& result) {
    constexpr std::size_t most_reasons = 10;
    const auto counted = [](std::size_t count) {
        return core::check::shown(static_cast<std::int64_t>(count));
    };
    std::string text =
        core::message(result.applied == 1 ? "menu.correct.done_one" : "menu.correct.done",
                      {{"applied", counted(result.applied)}});
    const std::size_t told = std::min(most_reasons, result.left.size());
    for (std::size_t i = 0; i < told; ++i) {
        text += "\n" + result.left[i];
    }
    if (told < result.left.size()) {
        text += "\n" +
                core::message("menu.correct.more", {{"count", counted(result.left.size() - told)}});
    }
    return text;
}

} // namespace octroi::addon
