/// @file
/// The cells of a planned sheet as Calc takes them and gives them back.
#pragma once

#include "core/date.hpp"
#include "office/summary_plan.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/uno/Any.hxx>
#include <com/sun/star/uno/Reference.hxx>
#include <rtl/ustring.hxx>

#include <vector>

namespace octroi::office {

/// Where the cells with a content end.
struct used_area {
    sal_Int32 columns = 0;
    sal_Int32 rows = 0;
    bool operator==(const used_area&) const = default;
};

used_area
used_area_of(const com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>& of);

class sheet_content {
public:
    using sheet_ref = com::sun::star::uno::Reference<com::sun::star::sheet::XSpreadsheet>;

    /// Dates count from the document's null date.
    sheet_content(const sheet_plan& plan, core::date null_date);

    sal_Int32 rows() const { return static_cast<sal_Int32>(forms_.size()); }
    sal_Int32 columns() const { return static_cast<sal_Int32>(forms_.front().size()); }

    /// Whether the sheet has these contents and no others.
    bool is_in(const sheet_ref& in) const;

    void write_into(const sheet_ref& to) const;

    /// What a cell is to hold, as a formula array takes it and as a data array gives it back.
    struct form {
        rtl::OUString written;
        com::sun::star::uno::Any read;
        bool is_formula = false;
    };

private:
    used_area used() const;

    std::vector<std::vector<form>> forms_;
};

} // namespace octroi::office
