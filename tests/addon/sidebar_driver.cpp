#include "sidebar_driver.hpp"

#include "addon/main_loop.hpp"
#include "addon/package.hpp"
#include "office/uno_values.hpp"
#include "support/panel_names.hpp"

#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridDataModel.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XPanel.hpp>

#include <future>
#include <map>
#include <memory>
#include <stdexcept>

#include "live_office.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace ui = com::sun::star::ui;
namespace accessibility = com::sun::star::accessibility;

namespace {

template <class Value>
Value property(const uno::Reference<awt::XControl>& of, const char* name) {
    Value value{};
    uno::Reference<com::sun::star::beans::XPropertySet>(of->getModel(), uno::UNO_QUERY_THROW)
        ->getPropertyValue(rtl::OUString::createFromAscii(name)) >>= value;
    return value;
}

uno::Reference<awt::grid::XGridDataModel> data_of(const uno::Reference<awt::XControl>& table) {
    return property<uno::Reference<awt::grid::XGridDataModel>>(table, "GridDataModel");
}

} // namespace

void in_main_loop(const std::function<void()>& work) {
    constexpr std::chrono::seconds limit{30};
    const auto done = std::make_shared<std::promise<void>>();
    auto end = done->get_future();
    addon::post(live_office(), [done, work] {
        work();
        done->set_value();
    });
    ASSERT_EQ(end.wait_for(limit), std::future_status::ready);
}

bool panel_driver::shown(const std::string& name) const {
    return control<awt::XWindow2>(name)->isVisible();
}

bool panel_driver::enabled(const std::string& name) const {
    return property<bool>(control<awt::XControl>(name), "Enabled");
}

void panel_driver::press(const std::string& button) const {
    uno::Reference<accessibility::XAccessibleAction>(context_of(control<uno::XInterface>(button)),
                                                     uno::UNO_QUERY_THROW)
        ->doAccessibleAction(0);
}

std::vector<panel_driver::texts> panel_driver::rows(const std::string& table) const {
    const auto data = data_of(control<awt::XControl>(table));
    std::vector<texts> found;
    for (sal_Int32 row = 0; row < data->getRowCount(); ++row) {
        texts cells;
        for (const auto& value : data->getRowData(row)) {
            rtl::OUString text;
            value >>= text;
            cells.push_back(office::from_uno(text));
        }
        found.push_back(std::move(cells));
    }
    return found;
}

std::size_t panel_driver::row_count(const std::string& table) const {
    return static_cast<std::size_t>(data_of(control<awt::XControl>(table))->getRowCount());
}

void panel_driver::select(const std::string& table, std::size_t row) const {
    const auto rows = control<awt::grid::XGridRowSelection>(table);
    rows->deselectAllRows();
    rows->selectRow(static_cast<sal_Int32>(row));
}

std::optional<std::size_t> panel_driver::selected(const std::string& table) const {
    const auto rows = control<awt::grid::XGridRowSelection>(table)->getSelectedRows();
    return rows.hasElements() ? std::optional(static_cast<std::size_t>(rows[0])) : std::nullopt;
}

bool panel_driver::has_current_cell(const std::string& table) const {
    const auto grid = control<awt::grid::XGridControl>(table);
    return grid->getCurrentRow() >= 0 && grid->getCurrentColumn() >= 0;
}

panel_driver::texts panel_driver::names() const {
    const uno::Reference<awt::XControlContainer> container(dialog(), uno::UNO_QUERY_THROW);
    std::map<uno::Reference<uno::XInterface>, std::string> known;
    for (const auto& name : declared_controls()) {
        const uno::Reference<uno::XInterface> found(container->getControl(office::to_uno(name)),
                                                    uno::UNO_QUERY);
        if (found.is()) {
            known.emplace(found, name);
        }
    }
    texts found;
    for (const auto& each : container->getControls()) {
        const auto name = known.find(uno::Reference<uno::XInterface>(each, uno::UNO_QUERY));
        if (name != known.end()) {
            found.push_back(name->second);
        }
    }
    return found;
}

bool panel_driver::is_tab_stop(const std::string& name) const {
    const auto of = control<awt::XControl>(name);
    const uno::Reference<com::sun::star::beans::XPropertySet> model(of->getModel(),
                                                                    uno::UNO_QUERY_THROW);
    return model->getPropertySetInfo()->hasPropertyByName("Tabstop") &&
           property<bool>(of, "Tabstop");
}

bool panel_driver::is_table(const std::string& name) const {
    return uno::Reference<awt::grid::XGridControl>(control<uno::XInterface>(name), uno::UNO_QUERY)
        .is();
}

std::string panel_driver::accessible_name(const std::string& name) const {
    return office::from_uno(context_of(control<uno::XInterface>(name))->getAccessibleName());
}

std::string panel_driver::help_url(const std::string& name) const {
    return office::from_uno(property<rtl::OUString>(control<awt::XControl>(name), "HelpURL"));
}

std::string panel_driver::help_text(const std::string& name) const {
    return office::from_uno(property<rtl::OUString>(control<awt::XControl>(name), "HelpText"));
}

sidebar_driver::sidebar_driver(const frame_ref& window)
    : provider_(uno::Reference<com::sun::star::frame::XController2>(window->getController(),
                                                                    uno::UNO_QUERY_THROW)
                    ->getSidebar(),
                uno::UNO_SET_THROW) {
    provider_->setVisible(true);
    decks_ = provider_->getDecks();
    deck_.set(decks_->getByName("OctroiDeck"), uno::UNO_QUERY_THROW);
    deck_->activate(true);
    provider_->showDecks(true);
    // The panels are made when the office comes to it.
    eventually([&] {
        panels_ = deck_->getPanels();
        return panels_.is() && panels_->hasByName("OctroiDocumentsPanel");
    });
}

panel_driver sidebar_driver::panel(const char* id) const {
    const auto name = rtl::OUString::createFromAscii(id);
    uno::Reference<awt::XWindow> window;
    eventually([&] {
        const uno::Reference<ui::XPanel> found(panels_->getByName(name), uno::UNO_QUERY);
        window = found.is() ? found->getDialog() : nullptr;
        return window.is();
    });
    if (!window.is()) {
        throw std::runtime_error(std::string("no panel ") + id);
    }
    return panel_driver(window);
}

sidebar_test::sidebar_test() {
    core::set_language(addon::office_language(live_office()));
}

} // namespace octroi::test
