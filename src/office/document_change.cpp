#include "office/document_change.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XStorable.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;

void require_writable(const spreadsheet_ref& document) {
    const uno::Reference<com::sun::star::frame::XStorable> file(document, uno::UNO_QUERY_THROW);
    if (file->isReadonly()) {
        throw core::user_error(core::error_kind::input, core::message("check.read_only"));
    }
}

one_step::one_step(const uno::Reference<uno::XInterface>& document, const std::string& title)
    : undo_(undo_list_of(document)) {
    undo_->enterUndoContext(to_uno(title));
}

one_step::~one_step() {
    undo_->leaveUndoContext();
}

locked_views::locked_views(const spreadsheet_ref& document)
    : model_(document, uno::UNO_QUERY_THROW) {
    model_->lockControllers();
}

locked_views::~locked_views() {
    model_->unlockControllers();
}

} // namespace octroi::office
