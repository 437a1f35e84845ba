/// @file
/// Progress in the status bar of a window.
#pragma once

#include "addon/message_box.hpp"
#include "core/progress.hpp"

#include <com/sun/star/task/XStatusIndicator.hpp>

namespace octroi::addon {

class status_progress : public core::progress_sink {
public:
    explicit status_progress(const frame_ref& frame);
    ~status_progress() override;

    void advance(std::size_t done, std::size_t total, const std::string& label) override;
    bool cancelled() override;

    /// Clears the status bar.
    void end();

private:
    com::sun::star::uno::Reference<com::sun::star::task::XStatusIndicator> indicator_;
    bool started_ = false;
};

} // namespace octroi::addon
