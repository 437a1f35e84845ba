/// @file
/// Work handed to LibreOffice's main loop: it is done between two events, with no call of ours
/// below it. What the sidebar and the jobs do, they do there.
#pragma once

#include "office/document_loader.hpp"

#include <functional>

namespace octroi::addon {

/// From any thread. What the work throws is logged: there is nobody left to catch it.
void post(const office::context_ref& context, std::function<void()> work);

/// Done when it returns: at once in LibreOffice's own thread, else in the main loop, for which it
/// waits. Throws what the work throws.
void run_in_main_loop(const office::context_ref& context, const std::function<void()>& work);

/// As post() does, after a short pause, in which LibreOffice draws and hears the mouse and the
/// keyboard: posted work goes before all of these, and work that posts itself anew would shut them
/// out.
void post_after_pause(const office::context_ref& context, std::function<void()> work);

} // namespace octroi::addon
