#include "addon/window_job.hpp"

#include "addon/main_loop.hpp"
#include "addon/status_progress.hpp"

namespace octroi::addon {

void start_in_window(const command_call& call, std::unique_ptr<job> work,
                     std::function<void()> done) {
    const auto of = call.known();
    const std::string title = work->title();
    const auto bar = std::make_shared<status_progress>(call.frame(), title);
    auto watching = of->watch([bar, weak = std::weak_ptr(of)](session_change what) {
        const auto alive = weak.lock();
        if (what == session_change::job && alive && alive->busy()) {
            // Not here: LibreOffice handles events while it draws the bar.
            post(alive->context(), [bar, made = alive->running()->progress()] {
                bar->advance(made.done, made.total, made.label);
            });
        }
    });
    of->start(std::move(work), [call, title, bar, watching = std::move(watching),
                                done = std::move(done)](const job_outcome& outcome) {
        bar->end();
        if (outcome.success) {
            done();
        } else if (!outcome.cancelled) {
            show_message(call.context(), call.frame(), message_kind::error, title, outcome.text);
        }
    });
}

} // namespace octroi::addon
