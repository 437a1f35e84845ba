/// @file
/// A table in a dialog: columns for its width, rows of texts, and what is chosen in it.
#pragma once

#include "addon/table_control.hpp"

#include <com/sun/star/awt/XDialog.hpp>

#include <functional>
#include <string>
#include <vector>

namespace octroi::addon {

class dialog_table {
public:
    dialog_table() = default;
    /// `accessible`: its name for a screen reader.
    dialog_table(const com::sun::star::uno::Reference<com::sun::star::awt::XDialog>& dialog,
                 const char* name, const std::vector<table_column>& columns,
                 const std::string& accessible);

    /// The first row is chosen.
    void fill(const std::vector<std::vector<std::string>>& rows) const;
    std::optional<std::size_t> selected() const { return table_->selected(); }
    void select(std::size_t row) const { table_->select(row); }

    /// `chosen` hears that a row is, also again by a click, `opened` of a double click: in a thread
    /// of the table's own. They are kept until the dialog's window is gone.
    void listen(std::function<void()> chosen, std::function<void()> opened) const;

private:
    com::sun::star::uno::Reference<com::sun::star::awt::XControl> control_;
    std::optional<table_control> table_;
};

} // namespace octroi::addon
