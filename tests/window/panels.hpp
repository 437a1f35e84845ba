/// @file
/// The three panels of the deck, their controls by name, and where these stand on the screen.
#pragma once

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/ui/XPanel.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "open_register.hpp"
#include "screen.hpp"

namespace octroi::test {

/// Asks again and again until it is so. False if it lasts too long.
bool await(const std::function<bool()>& so, double seconds = 15);

class panel_driver {
public:
    explicit panel_driver(com::sun::star::uno::Reference<com::sun::star::ui::XPanel> panel);

    bool unfolded() const;
    void unfold(bool open) const;

    area place() const; ///< on the screen
    area place(const std::string& control) const;
    /// Of a row of a table.
    area row(const std::string& table, int row) const;

    std::vector<std::string> names() const;
    bool shows(const std::string& control) const;
    bool enabled(const std::string& control) const;
    bool has_focus(const std::string& control) const;
    void check(const std::string& box) const;
    /// As the space bar does.
    void press(const std::string& button) const;
    std::string label(const std::string& control) const;

    int rows(const std::string& table) const;
    std::string cell(const std::string& table, int row, int column) const;
    void select(const std::string& table, int row) const;

private:
    template <class Interface>
    com::sun::star::uno::Reference<Interface> control(const std::string& name) const;
    template <class Value>
    Value property(const std::string& control, const char* name) const;

    com::sun::star::uno::Reference<com::sun::star::ui::XPanel> panel_;
    com::sun::star::uno::Reference<com::sun::star::awt::XWindow> window_;
};

/// The deck of a register's window.
class open_panels {
public:
    /// Opens the deck.
    explicit open_panels(const open_register& of);

    panel_driver control;
    panel_driver grants;
    panel_driver documents;

    /// The first check and computation are over and shown.
    bool computed() const;
    /// Folds the others.
    void show_only(const panel_driver& which) const;
    /// Waits until nothing moves any more.
    void settle() const;
};

} // namespace octroi::test
