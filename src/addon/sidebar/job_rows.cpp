#include "addon/sidebar/job_rows.hpp"

#include "core/messages.hpp"

namespace octroi::addon {

std::vector<control_plan> job_plan() {
    return {{control_kind::text, "job_text"},
            {control_kind::bar, "job_done"},
            {control_kind::bar, "job_left"},
            {control_kind::button, "job_cancel", "panel.cancel", "panel.cancel_help"}};
}

std::vector<panel_row> job_rows(const session::pointer& of, job_kind kind) {
    if (of == nullptr || !of->busy() || of->running()->kind() != kind) {
        return {};
    }
    const auto made = of->running()->progress();
    const double part =
        made.total == 0 ? 0 : static_cast<double>(made.done) / static_cast<double>(made.total);
    return {{row_kind::text, {"job_text"}, 0, {}, true},
            {row_kind::bar, {"job_done", "job_left"}, 0, {part}},
            {row_kind::buttons, {"job_cancel"}}};
}

void show_job(const panel_controls& controls, const session::pointer& of,
              const bar_colours& colours) {
    if (of == nullptr || !of->busy()) {
        return;
    }
    const auto made = of->running()->progress();
    std::string text = of->running()->title();
    if (of->cancelling()) {
        text = core::message("panel.cancelling", {{"job", text}});
    } else if (made.total > 0) {
        text = core::message("panel.working", {{"job", text},
                                               {"done", std::to_string(made.done)},
                                               {"total", std::to_string(made.total)}});
    }
    controls.fill_colour("job_done", colours.voted);
    controls.fill_colour("job_left", colours.track);
    controls.label("job_text", text);
    controls.enable("job_cancel", !of->cancelling());
}

void with_focus(const panel_controls& controls, const session::pointer& of, job_kind kind,
                const std::string& button, const std::function<void()>& work) {
    const bool held = controls.has_focus(button) || controls.has_focus("job_cancel");
    work();
    if (held && of != nullptr) {
        const bool running = of->busy() && of->running()->kind() == kind;
        controls.focus(running ? "job_cancel" : button);
    }
}

bool is_cancel(const std::string& control) {
    return control == "job_cancel";
}

} // namespace octroi::addon
