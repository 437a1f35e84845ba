/// @file
/// A LibreOffice in windows on a screen of our own, and the demonstration register over all of it.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "open_register.hpp"
#include "panels.hpp"
#include "screen.hpp"

namespace octroi::test {

class office_on_screen {
public:
    office_on_screen(int width, int height, const std::map<std::string, std::string>& variables);

    const screen& shown() const { return screen_; }
    const office::context_ref& context() const { return office_->context(); }
    const std::filesystem::path& file() const { return file_; }
    int width() const { return width_; }
    int height() const { return height_; }

private:
    screen screen_;
    int width_;
    int height_;
    office::temporary_folder folder_;
    std::filesystem::path file_;
    std::unique_ptr<office::office_session> office_;
};

class shown_register {
public:
    explicit shown_register(const office_on_screen& where);

    const open_register& opened() const { return opened_; }
    const open_panels& panels() const { return panels_; }

    /// Pulls the edge of the sidebar until the panels are as wide as that.
    void widen_to(int width) const;

private:
    const office_on_screen* where_;
    open_register opened_;
    open_panels panels_;
};

} // namespace octroi::test
