/// @file
/// Formulas of ours in a sheet of a real office, for tests.
#pragma once

#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Sequence.hxx>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "workbook.hpp"

namespace octroi::test {

/// Calc's codes of errors in cells.
inline constexpr sal_Int32 illegal_argument = 502;
inline constexpr sal_Int32 illegal_parameter = 504;
inline constexpr sal_Int32 circular_reference = 522;
inline constexpr sal_Int32 not_available = 0x7FFF;

/// The names that are written into files: they never change.
inline const std::string prefix = "ORG.OCTROI.FUNCTIONS.";

/// A workbook with the sheet « Essai »; formulas are written without the prefix, « SIREN(A1) ».
class formula_test : public ::testing::Test {
protected:
    formula_test() : calc_("Essai") {}

    com::sun::star::uno::Reference<com::sun::star::table::XCellRange>
    range(const std::string& name) const;
    com::sun::star::uno::Reference<com::sun::star::table::XCell>
    cell(const std::string& name) const;

    /// The cell ZZ1 with this formula.
    com::sun::star::uno::Reference<com::sun::star::table::XCell>
    computed(const std::string& formula);
    double number(const std::string& formula);
    std::string text(const std::string& formula);
    sal_Int32 error(const std::string& formula);

    void put_array(const std::string& cells, const std::string& formula);
    /// What an array formula puts into these cells; nothing for one in error.
    com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<com::sun::star::uno::Any>>
    array_of(const std::string& cells, const std::string& formula);
    /// « 66.67 », an empty text, « #502 » for an error: row after row.
    std::vector<std::string> shown(const std::string& cells) const;
    std::vector<std::string> shown_array(const std::string& cells, const std::string& formula);

    workbook calc_;
};

} // namespace octroi::test
