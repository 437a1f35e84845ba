#include "addon/sidebar/control_events.hpp"

#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>

namespace octroi::addon {

namespace awt = com::sun::star::awt;
namespace lang = com::sun::star::lang;

void control_events::listen(const panel_controls& to, const std::string& name, control_kind kind) {
    const auto control = to.raw(name);
    switch (kind) {
    case control_kind::button:
        uno::Reference<awt::XButton>(control, uno::UNO_QUERY_THROW)->addActionListener(this);
        break;
    case control_kind::check_box:
        uno::Reference<awt::XCheckBox>(control, uno::UNO_QUERY_THROW)->addItemListener(this);
        break;
    case control_kind::choice:
        uno::Reference<awt::XListBox>(control, uno::UNO_QUERY_THROW)->addItemListener(this);
        break;
    case control_kind::edit:
        uno::Reference<awt::XTextComponent>(control, uno::UNO_QUERY_THROW)->addTextListener(this);
        break;
    case control_kind::table:
        uno::Reference<awt::grid::XGridRowSelection>(control, uno::UNO_QUERY_THROW)
            ->addSelectionListener(this);
        uno::Reference<awt::XWindow>(control, uno::UNO_QUERY_THROW)->addMouseListener(this);
        break;
    case control_kind::text:
    case control_kind::heading:
    case control_kind::bar:
        break;
    }
}

void control_events::listen_to_window(const uno::Reference<awt::XWindow>& window) {
    window->addWindowListener(this);
}

void control_events::tell(const lang::EventObject& event, control_event what) const {
    if (const auto to = tell_) {
        to(what == control_event::resized ? std::string() : name_of_control(event.Source), what);
    }
}

void SAL_CALL control_events::actionPerformed(const awt::ActionEvent& event) {
    tell(event, control_event::chosen);
}

void SAL_CALL control_events::itemStateChanged(const awt::ItemEvent& event) {
    tell(event, control_event::chosen);
}

void SAL_CALL control_events::textChanged(const awt::TextEvent& event) {
    tell(event, control_event::chosen);
}

void SAL_CALL control_events::selectionChanged(const awt::grid::GridSelectionEvent& event) {
    tell(event, control_event::chosen);
}

void SAL_CALL control_events::mousePressed(const awt::MouseEvent& event) {
    if (event.ClickCount == 2) {
        tell(event, control_event::opened);
    }
}

void SAL_CALL control_events::mouseReleased(const awt::MouseEvent& /*event*/) {}
void SAL_CALL control_events::mouseEntered(const awt::MouseEvent& /*event*/) {}
void SAL_CALL control_events::mouseExited(const awt::MouseEvent& /*event*/) {}

void SAL_CALL control_events::windowResized(const awt::WindowEvent& event) {
    tell(event, control_event::resized);
}

void SAL_CALL control_events::windowMoved(const awt::WindowEvent& /*event*/) {}
void SAL_CALL control_events::windowShown(const lang::EventObject& event) {
    tell(event, control_event::resized);
}
void SAL_CALL control_events::windowHidden(const lang::EventObject& /*event*/) {}
void SAL_CALL control_events::disposing(const lang::EventObject& /*event*/) {}

} // namespace octroi::addon
