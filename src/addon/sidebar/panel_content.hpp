/// @file
/// What one of the three panels shows and does; the panel around it (panel.hpp) is the same for
/// all.
#pragma once

#include "addon/session.hpp"
#include "addon/sidebar/control_events.hpp"
#include "addon/sidebar/panel_controls.hpp"
#include "addon/sidebar/panel_layout.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace octroi::addon {

/// What the content asks of the panel around it.
class panel_host {
public:
    panel_host() = default;
    panel_host(const panel_host&) = delete;
    panel_host& operator=(const panel_host&) = delete;

    virtual const office::context_ref& context() const = 0;
    virtual const frame_ref& frame() const = 0;
    /// Null if the window shows no spreadsheet.
    virtual const session::pointer& current() const = 0;
    /// A control added later is listened to as well.
    virtual void added(const std::string& control, control_kind kind) = 0;
    /// The rows are to be placed anew.
    virtual void rows_changed() = 0;

protected:
    ~panel_host() = default;
};

class panel_content {
public:
    panel_content(panel_host& host, panel_controls& controls)
        : host_(&host), controls_(&controls) {}
    panel_content(const panel_content&) = delete;
    panel_content& operator=(const panel_content&) = delete;
    virtual ~panel_content() = default;

    /// The controls it begins with, in the order of the tab key.
    virtual std::vector<control_plan> plan() const = 0;
    /// Once, after they are made.
    virtual void begin() = 0;
    virtual std::vector<panel_row> rows() const = 0;

    /// Another document, or none, is in the window.
    virtual void document_changed() = 0;
    virtual void session_changed(session_change what) = 0;
    virtual void happened(const std::string& control, control_event what) = 0;
    /// Shows what went wrong, or what was done.
    virtual void tell(const std::string& text) = 0;
    /// The cell cursor moved, or another sheet is shown.
    virtual void selection_changed() {}

protected:
    /// What is to be done later, unless the panel is gone by then.
    session::at_end if_alive(session::at_end work) const {
        return [alive = std::weak_ptr(alive_), work = std::move(work)](const job_outcome& outcome) {
            if (!alive.expired()) {
                work(outcome);
            }
        };
    }

    /// The text, of the register as it is now.
    std::string told_about(const std::string& text);
    /// Clears what was told before the register changed.
    void forget_if_old(std::string& told) const;

    panel_host& host() const { return *host_; }
    panel_controls& controls() const { return *controls_; }
    const session::pointer& current() const { return host_->current(); }
    /// Whether the register may be looked at without having been asked: nothing else goes on, and
    /// nobody will have to wait.
    bool may_look() const;
    bool has_register() const { return current() && current()->is_register(); }

private:
    panel_host* host_;
    panel_controls* controls_;
    static constexpr int quickly_read = 5'000; ///< rows
    std::uint64_t told_state_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

/// The content of a panel by the end of its URL (« Control »); null for another.
std::unique_ptr<panel_content> make_content(const std::string& panel, panel_host& host,
                                            panel_controls& controls);

} // namespace octroi::addon
