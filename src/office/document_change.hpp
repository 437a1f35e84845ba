/// @file
/// Changing an open document: only one that may be changed, in one step of its undo list.
#pragma once

#include "office/register_reader.hpp"
#include "office/undo.hpp"

#include <com/sun/star/frame/XModel.hpp>

#include <string>

namespace octroi::office {

/// Throws user_error (input) for a document opened read-only.
void require_writable(const spreadsheet_ref& document);

/// What is done while it lives is one step of the undo list. If nothing is done, there is no step.
class one_step {
public:
    one_step(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& document,
             const std::string& title);
    one_step(const one_step&) = delete;
    one_step& operator=(const one_step&) = delete;
    ~one_step();

private:
    undo_ref undo_;
};

/// The views wait while it lives. Within one_step it counts as something done; around it, its end
/// crashes LibreOffice now and then.
class locked_views {
public:
    explicit locked_views(const spreadsheet_ref& document);
    locked_views(const locked_views&) = delete;
    locked_views& operator=(const locked_views&) = delete;
    ~locked_views();

private:
    com::sun::star::uno::Reference<com::sun::star::frame::XModel> model_;
};

} // namespace octroi::office
