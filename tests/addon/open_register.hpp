/// @file
/// A small register of the test's own, in the active window, made much faster than the
/// demonstration.
#pragma once

#include "core/reference.hpp"

#include <string>
#include <vector>

#include "dispatching.hpp"
#include "workbook.hpp"

namespace octroi::test {

class open_register {
public:
    /// Communes, Paramètres and these actions.
    explicit open_register(const std::vector<core::reference_row>& actions);
    /// Three actions: the state of the second is written « vote », the section of the third « fon
    /// »; both can be corrected.
    open_register();

    workbook& book() { return book_; }
    const workbook& book() const { return book_; }
    const office::spreadsheet_ref& document() const { return book_.document(); }
    frame_ref frame() const;

    /// As its window's cross does.
    void close() const;

    /// What Calc shows in a field of the `row`-th action.
    std::string action(const std::string& field, int row) const;
    void set_action(const std::string& field, int row, const std::string& text);

private:
    workbook book_;
};

/// The voted action of a convention « C<number> » of its own.
core::reference_row numbered_action(int number, const core::reference_row& changes = {});

/// So many of them.
std::vector<core::reference_row> numbered_actions(int count);

} // namespace octroi::test
