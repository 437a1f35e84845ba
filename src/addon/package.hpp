/// @file
/// The installed extension: its folder and the language it speaks.
#pragma once

#include "core/messages.hpp"
#include "office/document_loader.hpp"

#include <rtl/ustring.hxx>

#include <filesystem>

namespace octroi::addon {

/// The extension's identifier, as in description.xml.
inline constexpr const char* extension_id = "org.octroi.Octroi";

/// Where the extension lies, unpacked.
std::filesystem::path package_folder(const office::context_ref& context);
rtl::OUString package_url(const office::context_ref& context);

/// The one chosen in the options; else English for an English office, French for any other.
core::language office_language(const office::context_ref& context);

} // namespace octroi::addon
