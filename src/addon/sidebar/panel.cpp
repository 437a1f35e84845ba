#include "addon/sidebar/panel.hpp"

#include "addon/fault_text.hpp"
#include "addon/main_loop.hpp"
#include "addon/package.hpp"
#include "addon/sidebar/job_rows.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/ui/UIElementType.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <utility>

namespace octroi::addon {

namespace awt = com::sun::star::awt;
namespace ui = com::sun::star::ui;
namespace lang = com::sun::star::lang;
namespace accessibility = com::sun::star::accessibility;

namespace {

constexpr const char* url_start = "private:resource/toolpanel/OctroiPanelFactory/";
/// Narrower, LibreOffice gives a scroll bar.
constexpr sal_Int32 least_width_in_lines = 14;

class flag_guard {
public:
    explicit flag_guard(bool& flag) : flag_(&flag), before_(std::exchange(flag, true)) {}
    flag_guard(const flag_guard&) = delete;
    flag_guard& operator=(const flag_guard&) = delete;
    ~flag_guard() { *flag_ = before_; }

private:
    bool* flag_;
    bool before_;
};

/// A window made by a dialog's file would ask for as much room as its controls have, and so never
/// become narrower again.
uno::Reference<awt::XWindow> container_in(const office::context_ref& context,
                                          const uno::Reference<awt::XWindow>& parent) {
    const auto make = [&](const char* service) {
        return context->getServiceManager()->createInstanceWithContext(
            rtl::OUString::createFromAscii(service), context);
    };
    const uno::Reference<awt::XControl> container(make("com.sun.star.awt.UnoControlContainer"),
                                                  uno::UNO_QUERY_THROW);
    container->setModel(uno::Reference<awt::XControlModel>(
        make("com.sun.star.awt.UnoControlContainerModel"), uno::UNO_QUERY_THROW));
    const uno::Reference<awt::XWindowPeer> around(parent, uno::UNO_QUERY_THROW);
    container->createPeer(around->getToolkit(), around);
    const uno::Reference<awt::XStyleSettingsSupplier> style(container->getPeer(), uno::UNO_QUERY);
    if (style.is()) {
        container->getPeer()->setBackground(style->getStyleSettings()->getDialogColor());
    }
    return {container, uno::UNO_QUERY_THROW};
}

std::string help_url(const std::string& kind) {
    std::string topic = kind;
    topic.front() = static_cast<char>(topic.front() - 'A' + 'a');
    return "HID:org.octroi.help." + topic;
}

} // namespace

rtl::Reference<panel> panel::make(const office::context_ref& context, const rtl::OUString& url,
                                  const panel_place& place) {
    rtl::OUString kind;
    if (!url.startsWith(rtl::OUString::createFromAscii(url_start), &kind) || kind.isEmpty()) {
        throw lang::IllegalArgumentException(url, {}, 0);
    }
    core::set_language(office_language(context));
    const rtl::Reference<panel> made(new panel(context, url, place));
    made->build(office::from_uno(kind));
    return made;
}

panel::panel(office::context_ref context, rtl::OUString url, panel_place place)
    : panel_base(m_aMutex), context_(std::move(context)), url_(std::move(url)),
      place_(std::move(place)) {}

void panel::build(const std::string& kind) {
    window_ = container_in(context_, place_.parent);
    controls_ = std::make_unique<panel_controls>(context_, window_, help_url(kind));
    events_ = new control_events(
        [this](const std::string& control, control_event what) { heard(control, what); });
    content_ = make_content(kind, *this, *controls_);
    if (content_ == nullptr) {
        dispose();
        throw lang::IllegalArgumentException(url_, {}, 0);
    }
    const flag_guard ours(changing_);
    for (const auto& plan : content_->plan()) {
        controls_->add(plan);
        added(plan.name, plan.kind);
    }
    content_->begin();
    events_->listen_to_window(window_);
    events_->listen_to_window(place_.parent);
    place_.frame->addFrameActionListener(this);
    attach();
    window_->setVisible(true);
}

void panel::added(const std::string& control, control_kind kind) {
    events_->listen(*controls_, control, kind);
}

void panel::later(std::function<void()> work) {
    const rtl::Reference<panel> self(this);
    post(context_, [self, work = std::move(work)] { self->guarded(work); });
}

/// Runs work on the content, if it is still there, and tells the officer what went wrong. Should
/// LibreOffice close the window meanwhile, the panel lives to the end of it.
void panel::guarded(const std::function<void()>& work) {
    if (content_ == nullptr) {
        return;
    }
    const rtl::Reference<panel> alive(this);
    const flag_guard ours(changing_);
    std::string fault;
    try {
        work();
    } catch (...) {
        fault = fault_text();
    }
    if (!fault.empty() && content_ != nullptr && session_ != nullptr) {
        content_->tell(fault);
    }
}

/// From LibreOffice, in the midst of whatever it does; the content hears of it afterwards.
void panel::heard(const std::string& control, control_event what) {
    if (what == control_event::resized) {
        arrange_now();
    } else if (!changing_ && !control.empty()) {
        later([this, control, what] {
            if (!is_cancel(control)) {
                content_->happened(control, what);
            } else if (session_ != nullptr) {
                session_->cancel();
            }
        });
    }
}

void panel::attach() {
    const auto controller = place_.frame->getController();
    session_ = session_of(context_, place_.frame);
    watching_ = session_ == nullptr ? nullptr : session_->watch([this](session_change what) {
        guarded([&] { content_->session_changed(what); });
    });
    const uno::Reference<com::sun::star::view::XSelectionSupplier> selection(controller,
                                                                             uno::UNO_QUERY);
    if (selection.is()) {
        controller_ = controller;
        selection->addSelectionChangeListener(this);
    }
    const flag_guard ours(changing_);
    content_->document_changed();
}

void panel::detach() {
    const uno::Reference<com::sun::star::view::XSelectionSupplier> selection(controller_,
                                                                             uno::UNO_QUERY);
    controller_.clear();
    watching_.reset();
    session_.reset();
    if (selection.is()) {
        selection->removeSelectionChangeListener(this);
    }
}

void panel::rows_changed() {
    if (content_ == nullptr) {
        return;
    }
    heights_.clear();
    arrange_now();
    const auto size = window_->getPosSize();
    const auto before = announced_;
    const auto wanted = getHeightForWidth(size.Width);
    const bool other = wanted.Minimum != before.Minimum || wanted.Maximum != before.Maximum ||
                       wanted.Preferred != before.Preferred;
    if (other && place_.sidebar.is()) {
        later([sidebar = place_.sidebar] { sidebar->requestLayout(); });
    }
}

void panel::arrange_now() {
    if (content_ == nullptr || arranging_) {
        return;
    }
    const flag_guard once(arranging_);
    const auto room = place_.parent->getPosSize();
    auto size = window_->getPosSize();
    if (room.Width > 0 && (size.Width != room.Width || size.Height != room.Height)) {
        window_->setPosSize(0, 0, room.Width, room.Height, awt::PosSize::POSSIZE);
        size = room;
    }
    if (size.Width > 0) {
        controls_->place(
            arrange(content_->rows(), *controls_, controls_->line(), size.Width, size.Height));
    }
}

ui::LayoutSize SAL_CALL panel::getHeightForWidth(sal_Int32 width) {
    if (content_ == nullptr) {
        return {0, 0, 0};
    }
    const auto known = heights_.find(width);
    if (known != heights_.end()) {
        announced_ = known->second;
        return announced_;
    }
    const auto made = arrange(content_->rows(), *controls_, controls_->line(), width);
    announced_ = {made.least, made.grows ? -1 : made.least, made.preferred};
    heights_.emplace(width, announced_);
    return announced_;
}

sal_Int32 SAL_CALL panel::getMinimalWidth() {
    return controls_ == nullptr ? 0 : least_width_in_lines * controls_->line();
}

uno::Reference<com::sun::star::frame::XFrame> SAL_CALL panel::getFrame() {
    return place_.frame;
}

rtl::OUString SAL_CALL panel::getResourceURL() {
    return url_;
}

sal_Int16 SAL_CALL panel::getType() {
    return ui::UIElementType::TOOLPANEL;
}

uno::Reference<uno::XInterface> SAL_CALL panel::getRealInterface() {
    return static_cast<cppu::OWeakObject*>(this);
}

uno::Reference<accessibility::XAccessible>
    SAL_CALL panel::createAccessible(const uno::Reference<accessibility::XAccessible>& /*parent*/) {
    require_alive();
    // The window's own.
    return {uno::Reference<awt::XControl>(window_, uno::UNO_QUERY_THROW)->getPeer(),
            uno::UNO_QUERY};
}

uno::Reference<awt::XWindow> SAL_CALL panel::getWindow() {
    require_alive();
    return window_;
}

void SAL_CALL panel::selectionChanged(const lang::EventObject& /*event*/) {
    if (std::exchange(selection_posted_, true)) {
        return;
    }
    later([this] {
        selection_posted_ = false;
        content_->selection_changed();
    });
}

void SAL_CALL panel::frameAction(const com::sun::star::frame::FrameActionEvent& event) {
    using com::sun::star::frame::FrameAction;
    if (event.Action == com::sun::star::frame::FrameAction_COMPONENT_ATTACHED ||
        event.Action == com::sun::star::frame::FrameAction_COMPONENT_REATTACHED) {
        later([this] {
            detach();
            attach();
        });
    } else if (event.Action == com::sun::star::frame::FrameAction_COMPONENT_DETACHING) {
        detach();
    }
}

void SAL_CALL panel::disposing(const lang::EventObject& event) {
    if (event.Source == controller_) {
        controller_.clear();
    }
}

void SAL_CALL panel::disposing() {
    if (events_.is()) {
        events_->end();
    }
    detach();
    const auto models = controls_ == nullptr ? std::vector<uno::Reference<lang::XComponent>>()
                                             : controls_->models();
    if (changing_) {
        // Its work is below us on the stack: it goes when that is done.
        post(context_, [self = rtl::Reference<panel>(this),
                        content = std::shared_ptr<panel_content>(std::move(content_)),
                        controls = std::shared_ptr<panel_controls>(std::move(controls_))] {});
    }
    content_.reset();
    controls_.reset();
    const auto window = std::exchange(window_, nullptr);
    const auto frame = std::exchange(place_.frame, nullptr);
    place_.sidebar.clear();
    if (frame.is()) {
        frame->removeFrameActionListener(this);
    }
    if (place_.parent.is() && events_.is()) {
        place_.parent->removeWindowListener(events_.get());
    }
    place_.parent.clear();
    if (window.is()) {
        window->dispose();
    }
    for (const auto& model : models) {
        model->dispose(); // the controls leave theirs alive
    }
}

void panel::require_alive() {
    if (!window_.is()) {
        throw lang::DisposedException(url_, static_cast<cppu::OWeakObject*>(this));
    }
}

} // namespace octroi::addon
