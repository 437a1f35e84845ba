/// @file
/// An officer's own workbook in the active window: « Suivi subventions 2016 » below title rows, a
/// sheet of notes, a sheet of holidays.
#pragma once

#include <string>
#include <vector>

#include "dispatching.hpp"
#include "workbook.hpp"

namespace octroi::test {

class foreign_document {
public:
    foreign_document();

    workbook& book() { return book_; }
    const workbook& book() const { return book_; }
    frame_ref frame() const;

    std::vector<std::string> sheets() const;
    /// All that stands in the sheets, hidden ones too: « Notes!A1=… ».
    std::vector<std::string> contents() const;

private:
    workbook book_;
};

} // namespace octroi::test
