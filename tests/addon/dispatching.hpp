/// @file
/// The extension's commands, sent to the frame of a document as a menu or a macro sends them.
#pragma once

#include "office/document_loader.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XFrame.hpp>

#include <string>
#include <vector>

namespace octroi::test {

using frame_ref = com::sun::star::uno::Reference<com::sun::star::frame::XFrame>;

frame_ref frame_of(const office::component_ref& document);

struct dispatch_result {
    bool success = false;
    std::string text;
};

/// Sends the command and waits for its result.
dispatch_result
dispatch(const frame_ref& frame, const std::string& command,
         const com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>& arguments);

/// Whether anything in the frame takes the command.
bool is_taken(const frame_ref& frame, const std::string& command);

/// The documents that are open.
std::vector<office::component_ref> open_documents();

} // namespace octroi::test
