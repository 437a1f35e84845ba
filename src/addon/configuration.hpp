/// @file
/// Nodes of LibreOffice's configuration.
#pragma once

#include "office/document_loader.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameReplace.hpp>

namespace octroi::addon {

/// To be read: « /org.openoffice.Setup/L10N ».
com::sun::star::uno::Reference<com::sun::star::container::XNameAccess>
configuration(const office::context_ref& context, const char* path);

/// To be changed; nothing is kept before its `commitChanges` (XChangesBatch).
com::sun::star::uno::Reference<com::sun::star::container::XNameReplace>
configuration_to_change(const office::context_ref& context, const char* path);

} // namespace octroi::addon
