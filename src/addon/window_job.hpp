/// @file
/// A job that a command of the menu starts: its progress stands in the status bar.
#pragma once

#include "addon/command.hpp"
#include "addon/session.hpp"

namespace octroi::addon {

/// `done` hears of its end, but for one that was stopped; what went wrong is told in a box.
void start_in_window(const command_call& call, std::unique_ptr<job> work,
                     std::function<void()> done);

} // namespace octroi::addon
