#include "addon/status_progress.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

status_progress::status_progress(const frame_ref& frame, std::string title)
    : title_(std::move(title)) {
    const uno::Reference<com::sun::star::task::XStatusIndicatorFactory> factory(frame,
                                                                                uno::UNO_QUERY);
    if (factory.is()) {
        indicator_ = factory->createStatusIndicator();
    }
}

status_progress::~status_progress() {
    end();
}

void status_progress::advance(std::size_t done, std::size_t total, const std::string& label) {
    if (!indicator_.is() || total == 0 || ended_) {
        return;
    }
    try {
        if (total_ != total) {
            indicator_->start(office::to_uno(title_), static_cast<sal_Int32>(total));
            total_ = total;
        }
        indicator_->setText(office::to_uno(label.empty() ? title_ : title_ + " – " + label));
        indicator_->setValue(static_cast<sal_Int32>(done));
    } catch (const com::sun::star::lang::DisposedException&) {
        // The window was closed meanwhile: the job goes on without a status bar.
        indicator_.clear();
    }
}

bool status_progress::cancelled() {
    return false;
}

void status_progress::end() {
    ended_ = true;
    if (!indicator_.is() || total_ == 0) {
        return;
    }
    total_ = 0;
    try {
        indicator_->end();
    } catch (const uno::RuntimeException&) {
        indicator_.clear(); // the window is gone
    }
}

} // namespace octroi::addon
