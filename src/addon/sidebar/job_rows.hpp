/// @file
/// The part of a panel that shows the work in progress, with its button *Annuler*.
#pragma once

#include "addon/sidebar/panel_content.hpp"
#include "addon/sidebar/pictures.hpp"

#include <functional>
#include <string>
#include <vector>

namespace octroi::addon {

std::vector<control_plan> job_plan();

/// Its rows; none unless such a job goes on.
std::vector<panel_row> job_rows(const session::pointer& of, job_kind kind);

/// Brings the controls up to date. The bar is of our own drawing: LibreOffice's handles events each
/// time it moves, and what is clicked meanwhile, or closed, comes in the midst of the work.
void show_job(const panel_controls& controls, const session::pointer& of,
              const bar_colours& colours);

/// Does what follows a job's progress; the focus goes from the button that began it to *Annuler*
/// and back, and is not lost with the button that is no more to be pressed.
void with_focus(const panel_controls& controls, const session::pointer& of, job_kind kind,
                const std::string& button, const std::function<void()>& work);

/// Whether this was the button.
bool is_cancel(const std::string& control);

} // namespace octroi::addon
