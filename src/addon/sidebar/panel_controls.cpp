#include "addon/sidebar/panel_controls.hpp"

#include "addon/help_key.hpp"
#include "addon/help_window.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <com/sun/star/awt/grid/XGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <com/sun/star/style/HorizontalAlignment.hpp>
#include <com/sun/star/style/VerticalAlignment.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>
#include <com/sun/star/view/SelectionType.hpp>

#include <algorithm>

namespace octroi::addon {

namespace awt = com::sun::star::awt;
namespace grid = com::sun::star::awt::grid;
namespace beans = com::sun::star::beans;

namespace {

/// Its model's service has this name and « Model ».
const char* control_service(control_kind kind) {
    switch (kind) {
    case control_kind::button:
        return "com.sun.star.awt.UnoControlButton";
    case control_kind::check_box:
        return "com.sun.star.awt.UnoControlCheckBox";
    case control_kind::choice:
        return "com.sun.star.awt.UnoControlListBox";
    case control_kind::edit:
        return "com.sun.star.awt.UnoControlEdit";
    case control_kind::table:
        return "com.sun.star.awt.grid.UnoControlGrid";
    case control_kind::text:
    case control_kind::heading:
    case control_kind::bar:
        break;
    }
    return "com.sun.star.awt.UnoControlFixedText";
}

bool takes_focus(control_kind kind) {
    return kind != control_kind::text && kind != control_kind::heading && kind != control_kind::bar;
}

void dress(const uno::Reference<beans::XPropertySet>& model, control_kind kind) {
    switch (kind) {
    case control_kind::heading:
        model->setPropertyValue("FontWeight", uno::Any(awt::FontWeight::BOLD));
        model->setPropertyValue("MultiLine", uno::Any(true));
        break;
    case control_kind::text:
        model->setPropertyValue("MultiLine", uno::Any(true));
        break;
    case control_kind::choice:
        model->setPropertyValue("Dropdown", uno::Any(true));
        model->setPropertyValue("LineCount", uno::Any(sal_Int16{12}));
        break;
    case control_kind::table:
        model->setPropertyValue("ShowRowHeader", uno::Any(false));
        model->setPropertyValue("VScroll", uno::Any(true));
        model->setPropertyValue("SelectionModel",
                                uno::Any(com::sun::star::view::SelectionType_SINGLE));
        break;
    case control_kind::button:
    case control_kind::check_box:
        model->setPropertyValue("MultiLine", uno::Any(true));
        break;
    case control_kind::edit:
    case control_kind::bar:
        break;
    }
    if (takes_focus(kind)) {
        model->setPropertyValue("Tabstop", uno::Any(true));
    }
}

/// The accessible name of a control that has no label; deprecated, but there is no other way.
void give_name(const uno::Reference<awt::XControl>& control, const std::string& name) {
    const uno::Reference<awt::XVclWindowPeer> peer(control->getPeer(), uno::UNO_QUERY_THROW);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    peer->setProperty("Text", uno::Any(office::to_uno(name)));
#pragma GCC diagnostic pop
}

} // namespace

panel_controls::panel_controls(office::context_ref context,
                               const uno::Reference<awt::XWindow>& window, std::string help_url)
    : dialog_controls(window), context_(std::move(context)), window_(window),
      help_url_(std::move(help_url)) {}

void panel_controls::add(control_kind kind, const std::string& name) {
    const auto service = rtl::OUString::createFromAscii(control_service(kind));
    const auto make = [&](const rtl::OUString& of) {
        return context_->getServiceManager()->createInstanceWithContext(of, context_);
    };
    const uno::Reference<awt::XControl> control(make(service), uno::UNO_QUERY_THROW);
    const uno::Reference<awt::XControlModel> bare(make(service + "Model"), uno::UNO_QUERY_THROW);
    const uno::Reference<beans::XPropertySet> model(bare, uno::UNO_QUERY_THROW);
    const auto uno_name = office::to_uno(name);
    model->setPropertyValue("HelpURL", uno::Any(office::to_uno(help_url_)));
    dress(model, kind);
    control->setModel(bare);
    uno::Reference<awt::XControlContainer>(window_, uno::UNO_QUERY_THROW)
        ->addControl(uno_name, control);
    kinds_.emplace(name, kind);
    if (kind == control_kind::table) {
        show_selection_always(name);
    }
    if (takes_focus(kind)) {
        lead_to_help(context_, this->control<awt::XWindow>(name), help_topic(help_url_));
    }
}

/// The row chosen is to be read well while the cell it speaks of has the focus.
void panel_controls::show_selection_always(const std::string& table) const {
    const uno::Reference<awt::XStyleSettingsSupplier> supplier(
        uno::Reference<awt::XControl>(window_, uno::UNO_QUERY_THROW)->getPeer(), uno::UNO_QUERY);
    if (supplier.is()) {
        const auto style = supplier->getStyleSettings();
        model(table)->setPropertyValue("InactiveSelectionBackgroundColor",
                                       uno::Any(style->getHighlightColor()));
        model(table)->setPropertyValue("InactiveSelectionTextColor",
                                       uno::Any(style->getHighlightTextColor()));
    }
}

void panel_controls::add(const control_plan& plan) {
    add(plan.kind, plan.name);
    if (*plan.label != 0) {
        label(plan.name, core::message(plan.label));
    }
    if (*plan.help != 0) {
        const std::string text = core::message(plan.help);
        help(plan.name, text);
        if (plan.kind == control_kind::table) {
            give_name(control<awt::XControl>(plan.name), text);
        }
    }
}

void panel_controls::columns(const std::string& table, const std::vector<table_column>& columns) {
    columns_[table] = columns;
    uno::Reference<grid::XGridColumnModel> all;
    model(table)->getPropertyValue("ColumnModel") >>= all;
    sal_Int32 position = 0;
    for (const auto& column : columns) {
        const auto made = all->createColumn();
        made->setTitle(office::to_uno(core::message(column.title)));
        made->setFlexibility(0); // fit_columns() does it
        made->setMinWidth(1);
        made->setDataColumnIndex(position++);
        made->setHorizontalAlign(column.to_the_right
                                     ? com::sun::star::style::HorizontalAlignment_RIGHT
                                     : com::sun::star::style::HorizontalAlignment_LEFT);
        all->addColumn(made);
    }
}

/// LibreOffice widens columns that share a width, but never narrows them again.
void panel_controls::fit_columns(const std::string& table, int width) const {
    const auto& columns = columns_.at(table);
    const int digit = std::max(1, line() / 2);
    const int scroll_bar = line() * 3 / 2;
    constexpr int rounding = 2; // of a column, whose width is set in a unit larger than a pixel
    int left = width - scroll_bar - rounding * static_cast<int>(columns.size());
    int shares = 0;
    for (const auto& column : columns) {
        left -= column.share == 0 ? column.width * digit : 0;
        shares += column.share;
    }
    uno::Reference<grid::XGridColumnModel> all;
    model(table)->getPropertyValue("ColumnModel") >>= all;
    const uno::Reference<awt::XUnitConversion> units(
        uno::Reference<awt::XControl>(window_, uno::UNO_QUERY_THROW)->getPeer(),
        uno::UNO_QUERY_THROW);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int pixels = columns[i].share == 0
                               ? columns[i].width * digit
                               : std::max(2 * digit, left * columns[i].share / shares);
        const auto made = all->getColumn(static_cast<sal_Int32>(i));
        const auto wanted =
            units->convertSizeToLogic({pixels, 0}, com::sun::star::util::MeasureUnit::APPFONT)
                .Width;
        if (made->getColumnWidth() != wanted) {
            made->setColumnWidth(wanted);
        }
    }
}

void panel_controls::fill(const std::string& table, const table_rows& rows) const {
    uno::Reference<grid::XMutableGridDataModel> data;
    model(table)->getPropertyValue("GridDataModel") >>= data;
    data->removeAllRows();
    std::vector<uno::Sequence<uno::Any>> values;
    values.reserve(rows.size());
    for (const auto& row : rows) {
        values.push_back(office::sequence_of(row));
    }
    data->addRows(uno::Sequence<uno::Any>(static_cast<sal_Int32>(rows.size())),
                  office::sequence_of(values));
    if (!rows.empty()) {
        // Without a current cell LibreOffice crashes when a screen reader asks what a cell is.
        control<grid::XGridControl>(table)->goToCell(0, 0);
    }
}

std::optional<std::size_t> panel_controls::selected(const std::string& table) const {
    const auto rows = control<grid::XGridRowSelection>(table)->getSelectedRows();
    return rows.hasElements() ? std::optional(static_cast<std::size_t>(rows[0])) : std::nullopt;
}

void panel_controls::select(const std::string& table, std::size_t row) const {
    const auto position = static_cast<sal_Int32>(row);
    control<grid::XGridRowSelection>(table)->deselectAllRows();
    control<grid::XGridRowSelection>(table)->selectRow(position);
    control<grid::XGridControl>(table)->goToCell(0, position);
}

void panel_controls::items(const std::string& choice, const std::vector<std::string>& items,
                           std::size_t chosen) const {
    offer(choice, items);
    choose(choice, chosen);
}

void panel_controls::fill_colour(const std::string& bar, std::int32_t colour) const {
    model(bar)->setPropertyValue("BackgroundColor", uno::Any(sal_Int32{colour}));
}

void panel_controls::place(const arrangement& made) const {
    for (const auto& [name, kind] : kinds_) {
        const auto window = control<awt::XWindow>(name);
        const auto found = made.boxes.find(name);
        window->setVisible(found != made.boxes.end());
        if (found != made.boxes.end()) {
            const auto& at = found->second;
            window->setPosSize(at.x, at.y, at.width, at.height, awt::PosSize::POSSIZE);
            if (kind == control_kind::table) {
                fit_columns(name, at.width);
            }
        }
    }
}

int panel_controls::line() const {
    constexpr int plenty = 10'000;
    constexpr int least = 8; // of a font that can be read
    if (line_ == 0) {
        for (const auto& [name, kind] : kinds_) {
            if (kind == control_kind::text) {
                line_ = std::max(line_, height_for(name, plenty));
            }
        }
        line_ = std::max(line_, least);
    }
    return line_;
}

int panel_controls::width(const std::string& name) const {
    return control<awt::XLayoutConstrains>(name)->getPreferredSize().Width;
}

int panel_controls::height(const std::string& name) const {
    return control<awt::XLayoutConstrains>(name)->getPreferredSize().Height;
}

int panel_controls::height_for(const std::string& name, int width) const {
    return control<awt::XLayoutConstrains>(name)->calcAdjustedSize({width, 0}).Height;
}

std::vector<uno::Reference<com::sun::star::lang::XComponent>> panel_controls::models() const {
    std::vector<uno::Reference<com::sun::star::lang::XComponent>> all;
    for (const auto& [name, kind] : kinds_) {
        all.emplace_back(control<awt::XControl>(name)->getModel(), uno::UNO_QUERY_THROW);
    }
    return all;
}

uno::Reference<uno::XInterface> panel_controls::raw(const std::string& name) const {
    return control<uno::XInterface>(name);
}

} // namespace octroi::addon
