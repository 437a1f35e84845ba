/// @file
/// The one LibreOffice of a test program, with its own profile and pipe.
#pragma once

#include "office/document_loader.hpp"

#include <filesystem>

namespace octroi::test {

/// The component context of the office that runs for this test program.
const office::context_ref& live_office();

/// The folder of soffice.bin.
std::filesystem::path office_program_folder();

} // namespace octroi::test
