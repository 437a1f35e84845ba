/// @file
/// The undo list of a document.
#pragma once

#include "office/document_loader.hpp"

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>

#include <utility>

namespace octroi::office {

using undo_ref = com::sun::star::uno::Reference<com::sun::star::document::XUndoManager>;

/// Of a spreadsheet or a text.
inline undo_ref
undo_list_of(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& document) {
    return com::sun::star::uno::Reference<com::sun::star::document::XUndoManagerSupplier>(
               document, com::sun::star::uno::UNO_QUERY_THROW)
        ->getUndoManager();
}

/// While it lives, nothing is noted in the undo list.
class undo_lock {
public:
    explicit undo_lock(undo_ref undo) : undo_(std::move(undo)) { undo_->lock(); }
    undo_lock(const undo_lock&) = delete;
    undo_lock& operator=(const undo_lock&) = delete;
    ~undo_lock() { undo_->unlock(); }

private:
    undo_ref undo_;
};

} // namespace octroi::office
