/// @file
/// Zip archives in memory, through minizip. Entries stay compressed as they are until asked for, so
/// that a document made from a template copies what did not change.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

/// The bytes are no archive that can be read. The text is for a log, not for a user.
class archive_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct archive_entry {
    std::string name;
    bool deflated = false;
    std::uint32_t crc = 0;
    std::uint64_t size = 0; ///< uncompressed
    std::string packed;     ///< as stored in the archive
};

/// An entry holding `bytes`, deflated unless `store`.
archive_entry packed_entry(std::string name, std::string_view bytes, bool store = false);

/// The entry's bytes. Throws archive_error if they do not match size and checksum.
std::string unpacked(const archive_entry& entry);

/// The entries in the order of the archive's directory. Throws archive_error for bytes that are no
/// zip archive, for encrypted entries and above 512 MB of content.
std::vector<archive_entry> read_archive(std::string_view bytes);

/// The same entries always give the same bytes: fixed dates, no extra fields.
std::string write_archive(const std::vector<archive_entry>& entries);

} // namespace octroi::odf
