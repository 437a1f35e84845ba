/// @file
/// Progress in the status bar of a window.
#pragma once

#include "addon/message_box.hpp"
#include "core/progress.hpp"

#include <com/sun/star/task/XStatusIndicator.hpp>

#include <string>

namespace octroi::addon {

class status_progress : public core::progress_sink {
public:
    status_progress(const frame_ref& frame, std::string title);
    ~status_progress() override;

    /// LibreOffice may handle other events meanwhile.
    void advance(std::size_t done, std::size_t total, const std::string& label) override;
    bool cancelled() override;

    /// Clears the status bar.
    void end();

private:
    com::sun::star::uno::Reference<com::sun::star::task::XStatusIndicator> indicator_;
    std::string title_;
    bool ended_ = false;
    std::size_t total_ = 0; ///< as told to the status bar; 0 before it was
};

} // namespace octroi::addon
