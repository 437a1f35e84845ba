#include "addon/status_progress.hpp"

#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

status_progress::status_progress(const frame_ref& frame) {
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
    if (!indicator_.is()) {
        return;
    }
    try {
        if (!started_) {
            indicator_->start(office::to_uno(core::message("menu.generate.title")),
                              static_cast<sal_Int32>(total));
            started_ = true;
        }
        indicator_->setText(office::to_uno(core::message("menu.generate.title") + " – " + label));
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
    if (!indicator_.is() || !started_) {
        return;
    }
    started_ = false;
    try {
        indicator_->end();
    } catch (const uno::RuntimeException&) {
        indicator_.clear(); // the window is gone
    }
}

} // namespace octroi::addon
