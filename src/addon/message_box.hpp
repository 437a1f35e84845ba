/// @file
/// Messages and questions in LibreOffice's own boxes.
#pragma once

#include "office/document_loader.hpp"

#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/frame/XFrame.hpp>

#include <string>

namespace octroi::addon {

using frame_ref = com::sun::star::uno::Reference<com::sun::star::frame::XFrame>;
using window_ref = com::sun::star::uno::Reference<com::sun::star::awt::XWindowPeer>;

enum class message_kind { information, warning, error };
enum class answer { yes, no, cancel };

void show_message(const office::context_ref& context, const frame_ref& frame, message_kind kind,
                  const std::string& title, const std::string& text);
/// The same over a dialog.
void show_message(const office::context_ref& context, const window_ref& parent, message_kind kind,
                  const std::string& title, const std::string& text);

/// Yes or no.
bool ask_to_go_on(const office::context_ref& context, const frame_ref& frame,
                  const std::string& title, const std::string& text);
/// The same over a dialog.
bool ask_to_go_on(const office::context_ref& context, const window_ref& parent,
                  const std::string& title, const std::string& text);

answer ask(const office::context_ref& context, const frame_ref& frame, const std::string& title,
           const std::string& text);

} // namespace octroi::addon
