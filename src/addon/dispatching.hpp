/// @file
/// The commands of the menu, sent from elsewhere in the window.
#pragma once

#include "addon/command.hpp"

namespace octroi::addon {

/// `command`: « org.octroi:new ». Without arguments it asks in dialogs.
void send_command(const frame_ref& frame, const char* command,
                  const command_call::arguments& values = {});

} // namespace octroi::addon
