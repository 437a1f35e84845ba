/// @file
/// Where the controls of a panel stand, for any width: rows from top to bottom, of texts that wrap,
/// buttons that flow, fields with their labels, lists that take the height left. Knows no window.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace octroi::addon {

/// In pixels.
struct box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    bool operator==(const box&) const = default;
};

/// What the layout asks of the controls; sizes in pixels.
class control_sizes {
public:
    control_sizes() = default;
    control_sizes(const control_sizes&) = delete;
    control_sizes& operator=(const control_sizes&) = delete;
    virtual ~control_sizes() = default;

    virtual int width(const std::string& name) const = 0;
    virtual int height(const std::string& name) const = 0;
    /// Of a text wrapped into a width.
    virtual int height_for(const std::string& name, int width) const = 0;
};

enum class row_kind {
    text,    ///< one control over the whole width, wrapped
    buttons, ///< side by side as long as they fit
    field,   ///< a label, its control, perhaps a button after it; stacked where it is narrow
    list,    ///< takes what height is left
    bar      ///< side by side by their parts, the last one over the rest
};

struct panel_row {
    row_kind kind = row_kind::text;
    std::vector<std::string> controls;
    int lines = 0;               ///< of a list: how many it shows at least
    std::vector<double> parts{}; ///< of a bar: of its width, for each control but the last
    bool apart = false;          ///< more distance from what stands above
};

struct arrangement {
    std::map<std::string, box> boxes; ///< of the rows' controls
    int least = 0;                    ///< height needed
    int preferred = 0;
    bool grows = false; ///< has a list
};

/// `line` is the height of a line of text, from which all distances follow. With a height of more
/// than is needed, the lists share the rest.
arrangement arrange(const std::vector<panel_row>& rows, const control_sizes& sizes, int line,
                    int width, int height = 0);

} // namespace octroi::addon
