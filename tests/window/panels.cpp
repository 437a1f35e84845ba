#include "panels.hpp"

#include "office/uno_values.hpp"
#include "support/panel_names.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/accessibility/XAccessibleComponent.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridDataModel.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XPanels.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace ui = com::sun::star::ui;
namespace access = com::sun::star::accessibility;

bool await(const std::function<bool()>& so, double seconds) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (!so()) {
        if (std::chrono::steady_clock::now() > give_up) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    return true;
}

panel_driver::panel_driver(uno::Reference<ui::XPanel> panel) : panel_(std::move(panel)) {
    await([&] {
        window_ = panel_->getDialog(); // made when the office comes to it
        return window_.is();
    });
    if (!window_.is()) {
        throw std::runtime_error("no panel " + office::from_uno(panel_->getId()));
    }
}

template <class Interface>
uno::Reference<Interface> panel_driver::control(const std::string& name) const {
    const uno::Reference<awt::XControlContainer> controls(window_, uno::UNO_QUERY_THROW);
    return {controls->getControl(office::to_uno(name)), uno::UNO_QUERY_THROW};
}

template <class Value>
Value panel_driver::property(const std::string& control_name, const char* name) const {
    Value value{};
    const uno::Reference<com::sun::star::beans::XPropertySet> model(
        control<awt::XControl>(control_name)->getModel(), uno::UNO_QUERY_THROW);
    const auto property_name = rtl::OUString::createFromAscii(name);
    if (model->getPropertySetInfo()->hasPropertyByName(property_name)) {
        model->getPropertyValue(property_name) >>= value;
    }
    return value;
}

bool panel_driver::unfolded() const {
    return panel_->isExpanded();
}

void panel_driver::unfold(bool open) const {
    if (open == unfolded()) {
        return;
    }
    if (open) {
        panel_->expand(false);
    } else {
        panel_->collapse();
    }
}

area panel_driver::place() const {
    const uno::Reference<access::XAccessible> peer(
        uno::Reference<awt::XControl>(window_, uno::UNO_QUERY_THROW)->getPeer(),
        uno::UNO_QUERY_THROW);
    const uno::Reference<access::XAccessibleComponent> of(peer->getAccessibleContext(),
                                                          uno::UNO_QUERY_THROW);
    const auto at = of->getLocationOnScreen();
    const auto size = of->getSize();
    return {at.X, at.Y, size.Width, size.Height};
}

area panel_driver::place(const std::string& name) const {
    const auto panel = place();
    const auto at = control<awt::XWindow>(name)->getPosSize();
    return {panel.x + at.X, panel.y + at.Y, at.Width, at.Height};
}

area panel_driver::row(const std::string& table, int row) const {
    const auto whole = place(table);
    const auto grid = control<awt::grid::XGridControl>(table);
    const auto at = [&](int y) { return grid->getRowAtPoint(whole.width / 2, y); };
    int top = 0;
    while (top < whole.height && at(top) != row) {
        ++top;
    }
    int bottom = top;
    while (bottom < whole.height && at(bottom) == row) {
        ++bottom;
    }
    if (bottom == top) {
        throw std::runtime_error("no such row shows");
    }
    return {whole.x, whole.y + top, whole.width, bottom - top};
}

std::vector<std::string> panel_driver::names() const {
    const uno::Reference<awt::XControlContainer> controls(window_, uno::UNO_QUERY_THROW);
    std::vector<std::string> found;
    for (const auto& name : declared_controls()) {
        if (controls->getControl(office::to_uno(name)).is()) {
            found.push_back(name);
        }
    }
    return found;
}

bool panel_driver::shows(const std::string& name) const {
    return control<awt::XWindow2>(name)->isVisible();
}

bool panel_driver::enabled(const std::string& name) const {
    return control<awt::XWindow2>(name)->isEnabled();
}

bool panel_driver::has_focus(const std::string& name) const {
    return control<awt::XWindow2>(name)->hasFocus();
}

void panel_driver::check(const std::string& name) const {
    control<awt::XCheckBox>(name)->setState(1);
}

void panel_driver::press(const std::string& button) const {
    const uno::Reference<access::XAccessible> peer(control<awt::XControl>(button)->getPeer(),
                                                   uno::UNO_QUERY_THROW);
    uno::Reference<access::XAccessibleAction>(peer->getAccessibleContext(), uno::UNO_QUERY_THROW)
        ->doAccessibleAction(0);
}

std::string panel_driver::label(const std::string& name) const {
    return office::from_uno(property<rtl::OUString>(name, "Label"));
}

int panel_driver::rows(const std::string& table) const {
    return property<uno::Reference<awt::grid::XGridDataModel>>(table, "GridDataModel")
        ->getRowCount();
}

std::string panel_driver::cell(const std::string& table, int row, int column) const {
    rtl::OUString text;
    property<uno::Reference<awt::grid::XGridDataModel>>(table, "GridDataModel")
        ->getCellData(column, row) >>= text;
    return office::from_uno(text);
}

void panel_driver::select(const std::string& table, int row) const {
    const auto selection = control<awt::grid::XGridRowSelection>(table);
    selection->deselectAllRows();
    selection->selectRow(row);
}

namespace {

panel_driver panel_of(const open_register& of, const char* id) {
    const uno::Reference<ui::XSidebarProvider> sidebar(
        uno::Reference<com::sun::star::frame::XController2>(of.frame()->getController(),
                                                            uno::UNO_QUERY_THROW)
            ->getSidebar());
    const uno::Reference<ui::XDeck> deck(sidebar->getDecks()->getByName("OctroiDeck"),
                                         uno::UNO_QUERY_THROW);
    if (!deck->isActive()) {
        of.send("org.octroi:panel");
    }
    const auto name = rtl::OUString::createFromAscii(id);
    uno::Reference<ui::XPanel> panel;
    await([&] {
        const auto panels = deck->getPanels(); // made when the office comes to it
        return panels.is() && panels->hasByName(name) && (panels->getByName(name) >>= panel);
    });
    if (!panel.is()) {
        throw std::runtime_error(std::string("no panel ") + id);
    }
    return panel_driver(panel);
}

} // namespace

open_panels::open_panels(const open_register& of)
    : control(panel_of(of, "OctroiControlPanel")), grants(panel_of(of, "OctroiGrantsPanel")),
      documents(panel_of(of, "OctroiDocumentsPanel")) {}

bool open_panels::computed() const {
    return await([&] {
        return control.shows("findings") && grants.shows("communes") && control.enabled("check") &&
               grants.enabled("compute");
    });
}

void open_panels::show_only(const panel_driver& which) const {
    for (const auto* one : {&control, &grants, &documents}) {
        one->unfold(one == &which);
    }
    settle();
}

void open_panels::settle() const {
    // The sidebar lays itself out again and again until all fits.
    constexpr int still_enough = 10;
    const auto places = [&] {
        std::vector<area> all;
        for (const auto* one : {&control, &grants, &documents}) {
            if (one->unfolded()) {
                all.push_back(one->place());
            }
        }
        return all;
    };
    auto before = places();
    int still = 0;
    await([&] {
        auto now = places();
        still = now == before ? still + 1 : 0;
        before = std::move(now);
        return still >= still_enough;
    });
}

} // namespace octroi::test
