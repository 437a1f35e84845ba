/// @file
/// What happens to the controls of a panel, told by their names.
#pragma once

#include "addon/sidebar/panel_controls.hpp"

#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XMouseListener.hpp>
#include <com/sun/star/awt/XTextListener.hpp>
#include <com/sun/star/awt/XWindowListener.hpp>
#include <com/sun/star/awt/grid/XGridSelectionListener.hpp>
#include <cppuhelper/implbase6.hxx>

#include <functional>
#include <map>
#include <string>

namespace octroi::addon {

enum class control_event {
    chosen, ///< a button pressed, an item or a row chosen, a text typed
    opened, ///< a row double-clicked
    resized ///< the window, without a name
};

class control_events
    : public cppu::WeakImplHelper6<
          com::sun::star::awt::XActionListener, com::sun::star::awt::XItemListener,
          com::sun::star::awt::XTextListener, com::sun::star::awt::XMouseListener,
          com::sun::star::awt::grid::XGridSelectionListener, com::sun::star::awt::XWindowListener> {
public:
    using handler = std::function<void(const std::string& control, control_event what)>;

    explicit control_events(handler tell) : tell_(std::move(tell)) {}

    void listen(const panel_controls& to, const std::string& name, control_kind kind);
    void listen_to_window(const uno::Reference<com::sun::star::awt::XWindow>& window);
    /// From now on nothing is told.
    void end() {
        tell_ = {};
        names_.clear();
    }

    void SAL_CALL actionPerformed(const com::sun::star::awt::ActionEvent& event) override;
    void SAL_CALL itemStateChanged(const com::sun::star::awt::ItemEvent& event) override;
    void SAL_CALL textChanged(const com::sun::star::awt::TextEvent& event) override;
    void SAL_CALL
    selectionChanged(const com::sun::star::awt::grid::GridSelectionEvent& event) override;
    void SAL_CALL mousePressed(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL mouseReleased(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL mouseEntered(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL mouseExited(const com::sun::star::awt::MouseEvent& event) override;
    void SAL_CALL windowResized(const com::sun::star::awt::WindowEvent& event) override;
    void SAL_CALL windowMoved(const com::sun::star::awt::WindowEvent& event) override;
    void SAL_CALL windowShown(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL windowHidden(const com::sun::star::lang::EventObject& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

private:
    void tell(const com::sun::star::lang::EventObject& event, control_event what) const;

    handler tell_;
    std::map<uno::Reference<uno::XInterface>, std::string> names_; ///< of the controls
};

} // namespace octroi::addon
