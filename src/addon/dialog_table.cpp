#include "addon/dialog_table.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XMouseListener.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <cppuhelper/implbase2.hxx>
#include <rtl/ref.hxx>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace lang = com::sun::star::lang;

namespace {

class table_events
    : public cppu::WeakImplHelper2<awt::grid::XGridSelectionListener, awt::XMouseListener> {
public:
    table_events(std::function<void()> chosen, std::function<void()> opened)
        : chosen_(std::move(chosen)), opened_(std::move(opened)) {}

    void SAL_CALL selectionChanged(const awt::grid::GridSelectionEvent& /*event*/) override {
        if (chosen_) {
            chosen_();
        }
    }
    void SAL_CALL mousePressed(const awt::MouseEvent& event) override {
        if (event.ClickCount == 2 && opened_) {
            opened_();
        }
    }
    /// A click on the row that is chosen already changes no selection.
    void SAL_CALL mouseReleased(const awt::MouseEvent& /*event*/) override {
        if (chosen_) {
            chosen_();
        }
    }
    void SAL_CALL mouseEntered(const awt::MouseEvent& /*event*/) override {}
    void SAL_CALL mouseExited(const awt::MouseEvent& /*event*/) override {}
    void SAL_CALL disposing(const lang::EventObject& /*event*/) override {}

private:
    std::function<void()> chosen_;
    std::function<void()> opened_;
};

/// The height of a line of text: a label tells it.
int line_of(const uno::Reference<awt::XDialog>& dialog) {
    const uno::Reference<awt::XLayoutConstrains> label(
        uno::Reference<awt::XControlContainer>(dialog, uno::UNO_QUERY_THROW)->getControl("message"),
        uno::UNO_QUERY_THROW);
    return label->getMinimumSize().Height;
}

} // namespace

dialog_table::dialog_table(const uno::Reference<awt::XDialog>& dialog, const char* name,
                           const std::vector<table_column>& columns, const std::string& accessible)
    : control_(uno::Reference<awt::XControlContainer>(dialog, uno::UNO_QUERY_THROW)
                   ->getControl(rtl::OUString::createFromAscii(name)),
               uno::UNO_QUERY_THROW),
      table_(control_) {
    table_->columns(columns);
    table_->fit(columns,
                uno::Reference<awt::XWindow>(control_, uno::UNO_QUERY_THROW)->getPosSize().Width,
                line_of(dialog));
    table_->show_selection_always();
    table_->give_name(accessible);
}

void dialog_table::fill(const std::vector<std::vector<std::string>>& rows) const {
    table_control::table_rows values;
    for (const auto& row : rows) {
        std::vector<uno::Any> cells;
        for (const auto& cell : row) {
            cells.emplace_back(office::to_uno(cell));
        }
        values.push_back(std::move(cells));
    }
    table_->fill(values);
    if (!rows.empty()) {
        table_->select(0);
    }
}

void dialog_table::listen(std::function<void()> chosen, std::function<void()> opened) const {
    const rtl::Reference<table_events> events(
        new table_events(std::move(chosen), std::move(opened)));
    uno::Reference<awt::grid::XGridRowSelection>(control_, uno::UNO_QUERY_THROW)
        ->addSelectionListener(events.get());
    uno::Reference<awt::XWindow>(control_, uno::UNO_QUERY_THROW)->addMouseListener(events.get());
}

} // namespace octroi::addon
