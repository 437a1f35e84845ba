/// @file
/// One PDF out of many, for the printer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace octroi::print {

struct document {
    std::string file;     ///< a PDF
    std::string bookmark; ///< « C2016-FON-92050 – Nanterre »
};

struct job {
    std::string output; ///< written anew
    std::string title;
    bool duplex = false;             ///< each document begins on a right-hand page
    std::vector<document> documents; ///< in the order of the pages
};

/// Writes the file and gives back how many pages it has, with the blank ones. Throws what derives
/// from std::exception.
std::size_t combine(const job& wanted);

} // namespace octroi::print
