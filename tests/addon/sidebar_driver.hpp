/// @file
/// The sidebar deck *Octroi* in a window of the running office. What is done in a panel is done
/// later, between two events: tests look again until they see what should be.
#pragma once

#include "core/messages.hpp"

#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XPanels.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "dialog_driver.hpp"
#include "dispatching.hpp"

namespace octroi::test {

/// Between two events of the office, and waits until it is done. From another thread a control can
/// be asked too, but LibreOffice may lock up when the panel changes it at the same time.
void in_main_loop(const std::function<void()>& work);

/// Whether it becomes true before long.
template <class Condition>
bool eventually(const Condition& condition) {
    constexpr std::chrono::seconds limit{15};
    constexpr std::chrono::milliseconds between_looks{10};
    const auto end = std::chrono::steady_clock::now() + limit;
    const auto holds = [&] {
        bool answer = false;
        in_main_loop([&] { answer = condition(); });
        return answer;
    };
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(between_looks);
    }
    return true;
}

/// The value once it is the one expected, or the last one seen.
template <class Value, class Get>
Value settled(const Value& expected, const Get& get) {
    Value seen = get();
    eventually([&] { return (seen = get()) == expected; });
    return seen;
}

class panel_driver : public dialog_driver {
public:
    explicit panel_driver(dialog_ref panel) : dialog_driver(std::move(panel), is_shown()) {}

    bool shown(const std::string& name) const;
    bool enabled(const std::string& name) const;
    /// As the space bar does.
    void press(const std::string& button) const;

    using texts = std::vector<std::string>;
    /// The texts of a table's cells, row by row; empty for a picture.
    std::vector<texts> rows(const std::string& table) const;
    std::size_t row_count(const std::string& table) const;
    void select(const std::string& table, std::size_t row) const;
    std::optional<std::size_t> selected(const std::string& table) const;
    bool has_current_cell(const std::string& table) const;

    /// The names of the controls, by the order of the tab key.
    texts names() const;
    bool is_tab_stop(const std::string& name) const;
    bool is_table(const std::string& name) const;
    std::string accessible_name(const std::string& name) const;
    std::string help_url(const std::string& name) const;
    std::string help_text(const std::string& name) const;
};

class sidebar_driver {
public:
    /// Opens the deck.
    explicit sidebar_driver(const frame_ref& window);

    panel_driver control() const { return panel("OctroiControlPanel"); }
    panel_driver grants() const { return panel("OctroiGrantsPanel"); }
    panel_driver documents() const { return panel("OctroiDocumentsPanel"); }

private:
    panel_driver panel(const char* id) const;

    com::sun::star::uno::Reference<com::sun::star::ui::XSidebarProvider> provider_;
    com::sun::star::uno::Reference<com::sun::star::ui::XDecks> decks_;
    com::sun::star::uno::Reference<com::sun::star::ui::XDeck> deck_;
    com::sun::star::uno::Reference<com::sun::star::ui::XPanels> panels_;
};

/// Messages are given in the language of the office.
class sidebar_test : public ::testing::Test {
protected:
    sidebar_test();
    ~sidebar_test() override { core::set_language(before_); }

private:
    core::language before_ = core::current_language();
};

} // namespace octroi::test
