#include "addon/sidebar/panel_content.hpp"

#include "addon/sidebar/control_panel.hpp"
#include "addon/sidebar/documents_panel.hpp"
#include "addon/sidebar/grants_panel.hpp"
#include "office/view.hpp"

namespace octroi::addon {

bool panel_content::may_look() const {
    return has_register() && !current()->busy() &&
           office::rows_used(current()->document()) <= quickly_read;
}

std::string panel_content::told_about(const std::string& text) {
    told_state_ = current() ? current()->changes() : 0;
    return text;
}

void panel_content::forget_if_old(std::string& told) const {
    if (current() && current()->changes() != told_state_) {
        told.clear();
    }
}

std::unique_ptr<panel_content> make_content(const std::string& panel, panel_host& host,
                                            panel_controls& controls) {
    if (panel == "Control") {
        return std::make_unique<control_panel>(host, controls);
    }
    if (panel == "Grants") {
        return std::make_unique<grants_panel>(host, controls);
    }
    if (panel == "Documents") {
        return std::make_unique<documents_panel>(host, controls);
    }
    return nullptr;
}

} // namespace octroi::addon
