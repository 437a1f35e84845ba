/// @file
/// A register's file, opened without a window and closed at the end.
#pragma once

#include "office/document_loader.hpp"
#include "office/register_reader.hpp"

#include <filesystem>

namespace octroi::office {

class register_file {
public:
    /// Throws user_error (input) for a file that is missing, not a spreadsheet, protected by a
    /// password or damaged.
    register_file(const context_ref& context, const std::filesystem::path& file,
                  load_mode mode = load_mode::read_only);

    const spreadsheet_ref& document() const { return document_; }

private:
    loaded_document loaded_;
    closing_document closing_;
    spreadsheet_ref document_;
};

/// Opens, reads and closes a file, which is not changed. Throws user_error as register_file does.
core::register_book read_register_file(const context_ref& context,
                                       const std::filesystem::path& file);

} // namespace octroi::office
