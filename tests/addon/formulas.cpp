#include "formulas.hpp"

#include "core/cell.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace table = com::sun::star::table;

uno::Reference<table::XCellRange> formula_test::range(const std::string& name) const {
    return calc_.sheet("Essai")->getCellRangeByName(office::to_uno(name));
}

uno::Reference<table::XCell> formula_test::cell(const std::string& name) const {
    return range(name)->getCellByPosition(0, 0);
}

uno::Reference<table::XCell> formula_test::computed(const std::string& formula) {
    calc_.put_formula("Essai", "ZZ1", "=" + prefix + formula);
    return cell("ZZ1");
}

double formula_test::number(const std::string& formula) {
    const auto result = computed(formula);
    EXPECT_EQ(result->getError(), 0) << formula;
    return result->getValue();
}

std::string formula_test::text(const std::string& formula) {
    EXPECT_EQ(computed(formula)->getError(), 0) << formula;
    return calc_.shown("Essai", "ZZ1");
}

sal_Int32 formula_test::error(const std::string& formula) {
    return computed(formula)->getError();
}

void formula_test::put_array(const std::string& cells, const std::string& formula) {
    uno::Reference<sheet::XArrayFormulaRange>(range(cells), uno::UNO_QUERY_THROW)
        ->setArrayFormula(office::to_uno("=" + prefix + formula));
}

uno::Sequence<uno::Sequence<uno::Any>> formula_test::array_of(const std::string& cells,
                                                              const std::string& formula) {
    put_array(cells, formula);
    return uno::Reference<sheet::XCellRangeData>(range(cells), uno::UNO_QUERY_THROW)
        ->getDataArray();
}

std::vector<std::string> formula_test::shown(const std::string& cells) const {
    const auto place = range(cells);
    const auto rows =
        uno::Reference<sheet::XCellRangeData>(place, uno::UNO_QUERY_THROW)->getDataArray();
    std::vector<std::string> found;
    for (sal_Int32 row = 0; row < rows.getLength(); ++row) {
        for (sal_Int32 column = 0; column < rows[row].getLength(); ++column) {
            const auto& value = rows[row][column];
            double stored = 0;
            if (!value.hasValue()) {
                found.push_back("#" +
                                std::to_string(place->getCellByPosition(column, row)->getError()));
            } else if (value >>= stored) {
                found.push_back(core::number(stored).text());
            } else {
                found.push_back(office::from_uno(value.get<rtl::OUString>()));
            }
        }
    }
    return found;
}

std::vector<std::string> formula_test::shown_array(const std::string& cells,
                                                   const std::string& formula) {
    put_array(cells, formula);
    return shown(cells);
}

} // namespace octroi::test
