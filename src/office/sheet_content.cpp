#include "office/sheet_content.hpp"

#include "core/text.hpp"
#include "office/cell_ranges.hpp"
#include "office/null_date.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>

#include <algorithm>
#include <string>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

using form = sheet_content::form;

namespace {

/// Tabs and line breaks as spaces: a cell of Calc gives back other ones than it was given.
std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

class form_maker {
public:
    explicit form_maker(core::date null_date) : null_date_(null_date) {}

    form operator()(std::monostate /*empty*/) const {
        return {{}, uno::Any(rtl::OUString()), false};
    }
    form operator()(const std::string& text) const {
        const std::string line = one_line(core::printable(text));
        return {as_text(line), uno::Any(to_uno(line)), false};
    }
    form operator()(const formula& of) const {
        return {to_uno(of.text), uno::Any(to_uno(of.text)), true};
    }
    form operator()(core::money amount) const {
        // The one place where an amount becomes a binary fraction: that which Calc reads from its
        // decimal form.
        return {to_uno(core::decimal(amount)),
                uno::Any(static_cast<double>(amount.cents()) / 100.0), false};
    }
    form operator()(std::int64_t count) const {
        return {to_uno(std::to_string(count)), uno::Any(static_cast<double>(count)), false};
    }
    form operator()(core::date day) const {
        const double serial = serial_of(day, null_date_);
        return {to_uno(std::to_string(static_cast<std::int64_t>(serial))), uno::Any(serial), false};
    }

private:
    core::date null_date_;
};

} // namespace

used_area used_area_of(const uno::Reference<sheet::XSpreadsheet>& of) {
    constexpr sal_Int16 contents = sheet::CellFlags::VALUE | sheet::CellFlags::DATETIME |
                                   sheet::CellFlags::STRING | sheet::CellFlags::FORMULA;
    const uno::Reference<sheet::XCellRangesQuery> all(of, uno::UNO_QUERY_THROW);
    used_area area;
    const auto ranges = all->queryContentCells(contents)->getRangeAddresses();
    for (const auto& range : ranges) {
        area.columns = std::max(area.columns, range.EndColumn + 1);
        area.rows = std::max(area.rows, range.EndRow + 1);
    }
    return area;
}

sheet_content::sheet_content(const sheet_plan& plan, core::date null_date) {
    const form_maker make(null_date);
    for (const auto& line : plan.rows) {
        auto& forms = forms_.emplace_back();
        for (const auto& cell : line) {
            forms.push_back(std::visit(make, cell.content));
        }
    }
}

used_area sheet_content::used() const {
    used_area area;
    for (std::size_t row = 0; row < forms_.size(); ++row) {
        for (std::size_t column = 0; column < forms_[row].size(); ++column) {
            if (!forms_[row][column].written.isEmpty()) {
                area.columns = std::max(area.columns, static_cast<sal_Int32>(column) + 1);
                area.rows = static_cast<sal_Int32>(row) + 1;
            }
        }
    }
    return area;
}

bool sheet_content::is_in(const sheet_ref& in) const {
    if (used_area_of(in) != used()) {
        return false;
    }
    const auto range = in->getCellRangeByPosition(0, 0, columns() - 1, rows() - 1);
    const auto data =
        uno::Reference<sheet::XCellRangeData>(range, uno::UNO_QUERY_THROW)->getDataArray();
    const auto formulas =
        uno::Reference<sheet::XCellRangeFormula>(range, uno::UNO_QUERY_THROW)->getFormulaArray();
    for (sal_Int32 row = 0; row < rows(); ++row) {
        for (sal_Int32 column = 0; column < columns(); ++column) {
            const auto& wanted =
                forms_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            if (wanted.is_formula ? formulas[row][column] != wanted.written
                                  : data[row][column] != wanted.read) {
                return false;
            }
        }
    }
    return true;
}

void sheet_content::write_into(const sheet_ref& to) const {
    std::vector<uno::Sequence<rtl::OUString>> lines;
    for (const auto& forms : forms_) {
        std::vector<rtl::OUString> line(forms.size());
        std::transform(forms.begin(), forms.end(), line.begin(),
                       [](const form& cell) { return cell.written; });
        lines.push_back(sequence_of(line));
    }
    uno::Reference<sheet::XCellRangeFormula>(
        to->getCellRangeByPosition(0, 0, columns() - 1, rows() - 1), uno::UNO_QUERY_THROW)
        ->setFormulaArray(sequence_of(lines));
}

} // namespace octroi::office
