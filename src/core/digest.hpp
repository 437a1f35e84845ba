/// @file
/// SHA-256 digests, in lower-case hexadecimal.
#pragma once

#include "core/record.hpp"

#include <string>
#include <string_view>

namespace octroi::core {

std::string sha256(std::string_view bytes);

/// Fingerprint of a document: the digest of its data and of its template's digest (design § 5).
std::string fingerprint(const record& data, std::string_view template_digest);

} // namespace octroi::core
