/// @file
/// The one error that a user can cause. Its text is ready to show: it names the file, sheet, cell
/// and value concerned and the way out, in the user's language. Bugs of ours are other exceptions.
#pragma once

#include <stdexcept>
#include <string>

namespace octroi::core {

/// What went wrong, as the exit status of the program tells it (design § 6).
enum class error_kind {
    usage = 2,  ///< wrong options
    input = 3,  ///< a register or template cannot be read
    office = 4, ///< LibreOffice cannot be started or died
    output = 5, ///< a result cannot be written
    interrupted = 130
};

class user_error : public std::runtime_error {
public:
    user_error(error_kind kind, const std::string& text) : std::runtime_error(text), kind_(kind) {}

    error_kind kind() const { return kind_; }

private:
    error_kind kind_;
};

} // namespace octroi::core
