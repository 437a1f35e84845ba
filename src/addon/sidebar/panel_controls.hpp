/// @file
/// The controls of a panel: made in code, with texts from the messages, measured and placed.
#pragma once

#include "addon/dialog_controls.hpp"
#include "addon/sidebar/panel_layout.hpp"
#include "addon/table_control.hpp"
#include "office/document_loader.hpp"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

enum class control_kind {
    text,
    heading,
    button,
    check_box,
    choice, ///< one of a list
    edit,
    table,
    bar ///< or a part of one: a rectangle of a colour
};

/// A control as a panel declares it; texts are keys of messages.
struct control_plan {
    control_kind kind = control_kind::text;
    const char* name = "";
    const char* label = ""; ///< empty for none, or for one that is set later
    const char* help = "";  ///< its accessible name where it has no label of its own
};

class panel_controls : public dialog_controls, public control_sizes {
public:
    /// `help_url`: of all controls.
    panel_controls(office::context_ref context,
                   const uno::Reference<com::sun::star::awt::XWindow>& window,
                   std::string help_url);

    /// In the order of the tab key.
    void add(const control_plan& plan);
    void add(control_kind kind, const std::string& name);
    bool has(const std::string& name) const { return kinds_.contains(name); }

    void columns(const std::string& table, const std::vector<table_column>& columns);
    using table_rows = table_control::table_rows;
    void fill(const std::string& table, const table_rows& rows) const;
    /// Position of the selected row; nothing if none is.
    std::optional<std::size_t> selected(const std::string& table) const;
    void select(const std::string& table, std::size_t row) const;

    /// Replaces the items of a list.
    void items(const std::string& choice, const std::vector<std::string>& items,
               std::size_t chosen) const;
    void fill_colour(const std::string& bar, std::int32_t colour) const;

    /// Shows the controls of the arrangement at their places, and no others.
    void place(const arrangement& made) const;
    /// Height of a line of text.
    int line() const;

    // control_sizes
    int width(const std::string& name) const override;
    int height(const std::string& name) const override;
    int height_for(const std::string& name, int width) const override;

    const uno::Reference<com::sun::star::awt::XWindow>& window() const { return window_; }
    /// Of all controls.
    std::vector<uno::Reference<com::sun::star::lang::XComponent>> models() const;
    uno::Reference<uno::XInterface> raw(const std::string& name) const;
    const std::map<std::string, control_kind>& kinds() const { return kinds_; }

private:
    table_control table(const std::string& name) const;

    office::context_ref context_;
    uno::Reference<com::sun::star::awt::XWindow> window_;
    std::string help_url_;
    std::map<std::string, control_kind> kinds_;
    std::map<std::string, std::vector<table_column>> columns_; ///< of the tables
    mutable int line_ = 0;
};

} // namespace octroi::addon
