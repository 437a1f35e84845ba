/// @file
/// Files of a run: read whole, written whole or not at all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace octroi::office {

/// The bytes of a file, or nothing if it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file);

/// Throws user_error (input) unless the register can be opened for reading.
void require_register_file(const std::filesystem::path& file);

/// Writes beside the file, then renames: it appears whole or stays as it was. Throws user_error
/// (output) naming the file and the reason.
void write_file(const std::filesystem::path& file, std::string_view bytes);

/// Creates the folder if need be and makes sure that files can be written there. Throws user_error
/// (output).
void prepare_folder(const std::filesystem::path& folder);

/// A folder of its own, removed with all it holds.
class temporary_folder {
public:
    temporary_folder();
    temporary_folder(const temporary_folder&) = delete;
    temporary_folder& operator=(const temporary_folder&) = delete;
    ~temporary_folder();

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace octroi::office
