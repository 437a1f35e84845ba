/// @file
/// A screen of our own, without a monitor: an X server and a window manager, a mouse and a keyboard
/// that send real events, and a camera.
#pragma once

#include <boost/process/child.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace octroi::test {

/// In pixels of the screen.
struct area {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const area&) const = default;
    int right() const { return x + width; }
    int bottom() const { return y + height; }
    bool holds(const area& other) const {
        return other.x >= x && other.y >= y && other.right() <= right() &&
               other.bottom() <= bottom();
    }
    bool meets(const area& other) const {
        return other.x < right() && x < other.right() && other.y < bottom() && y < other.bottom();
    }
};

class screen {
public:
    screen(int width, int height);
    screen(const screen&) = delete;
    screen& operator=(const screen&) = delete;
    ~screen();

    const std::string& display() const { return display_; } ///< « :42 »

    void click(const area& middle_of) const;
    void drag(int from_x, int from_y, int to_x, int to_y) const;
    /// As xdotool calls it: « Tab », « alt+r ».
    void press(const std::string& key) const;

    /// Whether a window has this title.
    bool has_window(const std::string& title) const;

    /// A picture of the part, as PNG.
    void photograph(const area& part, const std::filesystem::path& file) const;

private:
    void point(const std::vector<std::string>& words) const;

    boost::process::child server_;
    boost::process::child manager_;
    std::string display_;
};

/// How many different colours a picture holds.
int colours_of(const std::filesystem::path& picture);

} // namespace octroi::test
