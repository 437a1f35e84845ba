/// @file
/// A connection to a LibreOffice of our own.
#pragma once

#include "office/document_loader.hpp"
#include "office/remote/office_process.hpp"

#include <filesystem>

namespace octroi::office {

class office_session {
public:
    /// Starts LibreOffice and connects. Throws user_error (office).
    explicit office_session(const std::filesystem::path& program_folder, office_start how = {});
    office_session(const office_session&) = delete;
    office_session& operator=(const office_session&) = delete;
    ~office_session();

    /// The component context inside the office.
    const context_ref& context() const { return context_; }

    office_process& process() { return process_; }

private:
    office_process process_;
    context_ref context_;
};

} // namespace octroi::office
