/// @file
/// A table (LibreOffice's grid control) in a panel or a dialog: its columns, rows and choice.
#pragma once

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

struct table_column {
    const char* title; ///< key of a message
    int width;         ///< as so many digits, unless it shares
    int share;         ///< of the width that the others leave; 0: none
    bool to_the_right = false;
};

class table_control {
public:
    using table_rows = std::vector<std::vector<com::sun::star::uno::Any>>;

    explicit table_control(
        const com::sun::star::uno::Reference<com::sun::star::awt::XControl>& control);

    void columns(const std::vector<table_column>& columns) const;
    /// Gives the columns their widths in a table of so many pixels; `line`: height of a line.
    void fit(const std::vector<table_column>& columns, int width, int line) const;
    void fill(const table_rows& rows) const;
    /// Position of the selected row; nothing if none is.
    std::optional<std::size_t> selected() const;
    void select(std::size_t row) const;
    /// The row chosen is to be read well while what it speaks of has the focus.
    void show_selection_always() const;
    /// The accessible name.
    void give_name(const std::string& name) const;

private:
    com::sun::star::uno::Reference<com::sun::star::awt::XControl> control_;
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet> model_;
};

} // namespace octroi::addon
