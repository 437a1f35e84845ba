/// @file
/// F1 in the windows of the extension.
#pragma once

#include "office/document_loader.hpp"

#include <com/sun/star/awt/XWindow.hpp>

#include <string>

namespace octroi::addon {

/// From now on F1 in a dialog opens the page that the dialog names in its `HelpURL`
/// (`HID:org.octroi.help.<page>`); F1 elsewhere stays the office's. Once is enough, more does no
/// harm.
void watch_help_key(const office::context_ref& context);

/// From now on F1 opens this page while the control has the focus. For the controls of a panel or
/// of an options page: keys come to the window around it, which is the office's.
void lead_to_help(const office::context_ref& context,
                  const com::sun::star::uno::Reference<com::sun::star::awt::XWindow>& control,
                  const std::string& topic);

} // namespace octroi::addon
