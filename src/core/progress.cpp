#include "core/progress.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"

namespace octroi::core {

namespace {

class unwatched : public progress_sink {
public:
    void advance(std::size_t /*done*/, std::size_t /*total*/,
                 const std::string& /*label*/) override {}
    bool cancelled() override { return false; }
};

} // namespace

progress_sink& no_progress() {
    static unwatched nobody;
    return nobody;
}

void advance(progress_sink& progress, std::size_t done, std::size_t total,
             const std::string& label) {
    if (progress.cancelled()) {
        throw user_error(error_kind::interrupted, message("run.interrupted"));
    }
    progress.advance(done, total, label);
}

} // namespace octroi::core
