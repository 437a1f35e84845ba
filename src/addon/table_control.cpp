#include "addon/table_control.hpp"

#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/awt/XUnitConversion.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <com/sun/star/awt/grid/XGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridControl.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <com/sun/star/style/HorizontalAlignment.hpp>
#include <com/sun/star/util/MeasureUnit.hpp>

#include <algorithm>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace grid = com::sun::star::awt::grid;

table_control::table_control(const uno::Reference<awt::XControl>& control)
    : control_(control), model_(control->getModel(), uno::UNO_QUERY_THROW) {}

void table_control::columns(const std::vector<table_column>& columns) const {
    uno::Reference<grid::XGridColumnModel> all;
    model_->getPropertyValue("ColumnModel") >>= all;
    sal_Int32 position = 0;
    for (const auto& column : columns) {
        const auto made = all->createColumn();
        made->setTitle(office::to_uno(core::message(column.title)));
        made->setFlexibility(0); // fit() does it
        made->setMinWidth(1);
        made->setDataColumnIndex(position++);
        made->setHorizontalAlign(column.to_the_right
                                     ? com::sun::star::style::HorizontalAlignment_RIGHT
                                     : com::sun::star::style::HorizontalAlignment_LEFT);
        all->addColumn(made);
    }
}

/// LibreOffice widens columns that share a width, but never narrows them again.
void table_control::fit(const std::vector<table_column>& columns, int width, int line) const {
    const int digit = std::max(1, line / 2);
    const int scroll_bar = line * 3 / 2;
    constexpr int rounding = 2; // of a column, whose width is set in a unit larger than a pixel
    int left = width - scroll_bar - rounding * static_cast<int>(columns.size());
    int shares = 0;
    for (const auto& column : columns) {
        left -= column.share == 0 ? column.width * digit : 0;
        shares += column.share;
    }
    uno::Reference<grid::XGridColumnModel> all;
    model_->getPropertyValue("ColumnModel") >>= all;
    const uno::Reference<awt::XUnitConversion> units(control_->getPeer(), uno::UNO_QUERY_THROW);
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

void table_control::fill(const table_rows& rows) const {
    uno::Reference<grid::XMutableGridDataModel> data;
    model_->getPropertyValue("GridDataModel") >>= data;
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
        uno::Reference<grid::XGridControl>(control_, uno::UNO_QUERY_THROW)->goToCell(0, 0);
    }
}

std::optional<std::size_t> table_control::selected() const {
    const auto rows =
        uno::Reference<grid::XGridRowSelection>(control_, uno::UNO_QUERY_THROW)->getSelectedRows();
    return rows.hasElements() ? std::optional(static_cast<std::size_t>(rows[0])) : std::nullopt;
}

void table_control::select(std::size_t row) const {
    const auto position = static_cast<sal_Int32>(row);
    const uno::Reference<grid::XGridRowSelection> rows(control_, uno::UNO_QUERY_THROW);
    rows->deselectAllRows();
    rows->selectRow(position);
    uno::Reference<grid::XGridControl>(control_, uno::UNO_QUERY_THROW)->goToCell(0, position);
}

void table_control::show_selection_always() const {
    const uno::Reference<awt::XControl> around(control_->getContext(), uno::UNO_QUERY);
    const uno::Reference<awt::XStyleSettingsSupplier> settings(
        around.is() ? around->getPeer() : uno::Reference<awt::XWindowPeer>(), uno::UNO_QUERY);
    if (settings.is()) {
        const auto style = settings->getStyleSettings();
        model_->setPropertyValue("InactiveSelectionBackgroundColor",
                                 uno::Any(style->getHighlightColor()));
        model_->setPropertyValue("InactiveSelectionTextColor",
                                 uno::Any(style->getHighlightTextColor()));
    }
}

/// Deprecated, but there is no other way for a control that has no label.
void table_control::give_name(const std::string& name) const {
    const uno::Reference<awt::XVclWindowPeer> peer(control_->getPeer(), uno::UNO_QUERY_THROW);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    peer->setProperty("Text", uno::Any(office::to_uno(name)));
#pragma GCC diagnostic pop
}

} // namespace octroi::addon
