/// @file
/// A panel of the sidebar deck *Octroi*, as LibreOffice sees it.
#pragma once

#include "addon/sidebar/panel_content.hpp"

#include <com/sun/star/frame/XFrameActionListener.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/ui/XUIElement.hpp>
#include <com/sun/star/view/XSelectionChangeListener.hpp>
#include <cppuhelper/basemutex.hxx>
#include <cppuhelper/compbase5.hxx>
#include <rtl/ref.hxx>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace octroi::addon {

using panel_base =
    cppu::WeakComponentImplHelper5<com::sun::star::ui::XUIElement, com::sun::star::ui::XToolPanel,
                                   com::sun::star::ui::XSidebarPanel,
                                   com::sun::star::view::XSelectionChangeListener,
                                   com::sun::star::frame::XFrameActionListener>;

/// What LibreOffice hands over when it asks for a panel.
struct panel_place {
    frame_ref frame;
    uno::Reference<com::sun::star::awt::XWindow> parent;
    uno::Reference<com::sun::star::ui::XSidebar> sidebar; ///< may be null
};

class panel : public cppu::BaseMutex, public panel_base, private panel_host {
public:
    /// Throws IllegalArgumentException for a URL that is none of ours.
    static rtl::Reference<panel> make(const office::context_ref& context, const rtl::OUString& url,
                                      const panel_place& place);

    // XUIElement
    uno::Reference<com::sun::star::frame::XFrame> SAL_CALL getFrame() override;
    rtl::OUString SAL_CALL getResourceURL() override;
    sal_Int16 SAL_CALL getType() override;
    uno::Reference<uno::XInterface> SAL_CALL getRealInterface() override;

    // XToolPanel
    uno::Reference<com::sun::star::accessibility::XAccessible> SAL_CALL createAccessible(
        const uno::Reference<com::sun::star::accessibility::XAccessible>& parent) override;
    uno::Reference<com::sun::star::awt::XWindow> SAL_CALL getWindow() override;

    // XSidebarPanel
    com::sun::star::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override;
    sal_Int32 SAL_CALL getMinimalWidth() override;

    // XSelectionChangeListener
    void SAL_CALL selectionChanged(const com::sun::star::lang::EventObject& event) override;
    // XFrameActionListener
    void SAL_CALL frameAction(const com::sun::star::frame::FrameActionEvent& event) override;
    void SAL_CALL disposing(const com::sun::star::lang::EventObject& event) override;

private:
    panel(office::context_ref context, rtl::OUString url, panel_place place);

    void build(const std::string& kind);
    void SAL_CALL disposing() override;

    // panel_host
    const office::context_ref& context() const override { return context_; }
    const frame_ref& frame() const override { return place_.frame; }
    const session::pointer& current() const override { return session_; }
    void added(const std::string& control, control_kind kind) override;
    void rows_changed() override;

    void heard(const std::string& control, control_event what);
    /// In the main loop, unless the panel is gone by then.
    void later(std::function<void()> work);
    void guarded(const std::function<void()>& work);
    void attach();
    void detach();
    void arrange_now();
    void require_alive();

    office::context_ref context_;
    rtl::OUString url_;
    panel_place place_;
    uno::Reference<com::sun::star::awt::XWindow> window_;
    rtl::Reference<control_events> events_;
    std::unique_ptr<panel_controls> controls_;
    std::unique_ptr<panel_content> content_;
    session::pointer session_;
    std::shared_ptr<void> watching_;
    uno::Reference<com::sun::star::frame::XController> controller_; ///< whose selection we hear of
    bool changing_ = false; ///< what happens to the controls is our doing
    bool arranging_ = false;
    bool selection_posted_ = false;
    std::map<sal_Int32, com::sun::star::ui::LayoutSize> heights_; ///< by width, until rows change
    com::sun::star::ui::LayoutSize announced_{0, 0, 0};
};

} // namespace octroi::addon
