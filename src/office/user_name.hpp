/// @file
/// Who is at work, for the sheet Journal.
#pragma once

#include "office/document_loader.hpp"

#include <string>

namespace octroi::office {

/// As LibreOffice's options say (User data), else the system's name of the account.
std::string user_name(const context_ref& context);

} // namespace octroi::office
