#include "addon/command.hpp"
#include "addon/help_window.hpp"

namespace octroi::addon {

outcome help_command(const command_call& call) {
    const auto topic = call.text("Topic");
    show_help(call.context(), topic.empty() ? "overview" : topic);
    return {true, topic};
}

} // namespace octroi::addon
