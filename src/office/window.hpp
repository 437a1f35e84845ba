/// @file
/// A document's window, which holds what is selected, frozen and shown.
#pragma once

#include "office/document_loader.hpp"

namespace octroi::office {

/// Shows the window (nothing is seen of it in a headless office) and waits until it has its size:
/// what is frozen before would be undone.
void show_window(const context_ref& context, const component_ref& document);

} // namespace octroi::office
