#include "addon/help_key.hpp"

#include "addon/help_window.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/awt/XFocusListener.hpp>
#include <com/sun/star/awt/XKeyHandler.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <cppuhelper/implbase1.hxx>

#include <atomic>
#include <iostream>

// The only way to a key before the office has it; the toolkits of 7.4 to 25.2 all offer it.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

namespace {

using toolkit_ref = uno::Reference<awt::XExtendedToolkit>;

/// The page that a window names; nothing for one that is not ours. Keys come to the dialog or to
/// the document's window, whichever of their controls has the focus.
std::string topic_of(const uno::Reference<uno::XInterface>& window) {
    const uno::Reference<awt::XVclWindowPeer> peer(window, uno::UNO_QUERY);
    rtl::OUString id;
    if (peer.is()) {
        peer->getProperty("HelpURL") >>= id;
    }
    return help_topic(office::from_uno(id));
}

/// Of the control of a panel that has the focus; kept by the listeners below, in the office's main
/// thread like the keys.
std::string focused_topic;

class help_focus : public cppu::WeakImplHelper1<awt::XFocusListener> {
public:
    explicit help_focus(std::string topic) : topic_(std::move(topic)) {}

    void SAL_CALL focusGained(const awt::FocusEvent& /*event*/) override { focused_topic = topic_; }

    void SAL_CALL focusLost(const awt::FocusEvent& /*event*/) override { focused_topic.clear(); }

    void SAL_CALL disposing(const com::sun::star::lang::EventObject& /*event*/) override {
        focused_topic.clear();
    }

private:
    std::string topic_;
};

class help_key : public cppu::WeakImplHelper1<awt::XKeyHandler> {
public:
    help_key(office::context_ref context, toolkit_ref toolkit)
        : context_(std::move(context)), toolkit_(std::move(toolkit)) {}

    sal_Bool SAL_CALL keyPressed(const awt::KeyEvent& event) override {
        if (event.KeyCode != awt::Key::F1 || event.Modifiers != 0) {
            return false;
        }
        const auto topic = focused_topic.empty() ? topic_of(event.Source) : focused_topic;
        if (topic.empty()) {
            return false;
        }
        try {
            show_help(context_, topic);
        } catch (const uno::Exception& error) {
            std::clog << "octroi: " << office::detail_of(error) << '\n';
        } catch (const std::exception& error) {
            std::clog << "octroi: " << error.what() << '\n';
        }
        return true;
    }

    sal_Bool SAL_CALL keyReleased(const awt::KeyEvent& /*event*/) override { return false; }

    void SAL_CALL disposing(const com::sun::star::lang::EventObject& /*event*/) override {
        toolkit_.clear();
    }

private:
    office::context_ref context_;
    toolkit_ref toolkit_; ///< each is its own; it forgets its handlers when nobody holds it
};

} // namespace

void watch_help_key(const office::context_ref& context) {
    static std::atomic<bool> watching = false;
    if (watching.exchange(true)) {
        return;
    }
    const toolkit_ref toolkit(awt::Toolkit::create(context), uno::UNO_QUERY);
    if (toolkit.is()) {
        toolkit->addKeyHandler(new help_key(context, toolkit));
    }
}

void lead_to_help(const office::context_ref& context, const uno::Reference<awt::XWindow>& control,
                  const std::string& topic) {
    watch_help_key(context);
    control->addFocusListener(new help_focus(topic));
}

} // namespace octroi::addon
