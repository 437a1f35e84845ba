/// @file
/// One PDF of all documents of a run, for the printer. Made by the program `octroi-print`, which
/// stands beside this code's own library: nothing else of Octroi needs what that one needs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace octroi::office {

/// The text is the reason, for a user's message.
class combining_failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct printed_document {
    std::filesystem::path file; ///< a PDF
    std::string bookmark;
};

struct printing {
    std::vector<printed_document> documents; ///< in the order of the pages
    std::string title;
    bool duplex = false; ///< each document begins on a right-hand page
};

/// Writes the file and gives back how many pages it has, with the blank ones. Throws
/// combining_failure; what is then in the file is of no use.
std::size_t combine_pdf(const printing& wanted, const std::filesystem::path& output);

} // namespace octroi::office
