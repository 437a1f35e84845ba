#include "office/corrections.hpp"

#include "core/messages.hpp"
#include "office/cell_ranges.hpp"
#include "office/null_date.hpp"
#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellContentType.hpp>
#include <com/sun/star/text/XText.hpp>
#include <com/sun/star/util/NumberFormat.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace table = com::sun::star::table;

namespace check = core::check;

namespace {

using cell_ref = uno::Reference<table::XCell>;
namespace number_format = com::sun::star::util::NumberFormat;

class corrector {
public:
    explicit corrector(const spreadsheet_ref& document) : document_(document), make_(document) {
        const uno::Reference<com::sun::star::util::XNumberFormatsSupplier> supplier(
            document, uno::UNO_QUERY_THROW);
        formats_ = supplier->getNumberFormats();
        null_date_ = null_date_of(document);
    }

    correction_result apply(const std::vector<check::finding>& findings) {
        correction_result result;
        for (const auto& found : findings) {
            if (!found.suggestion) {
                continue;
            }
            const auto reason = obstacle(found);
            if (reason.empty()) {
                write(cell_of(found), found);
                ++result.applied;
            } else {
                result.left.push_back(reason);
            }
        }
        return result;
    }

private:
    uno::Reference<com::sun::star::sheet::XSpreadsheet>
    sheet_of(const check::finding& found) const {
        return {document_->getSheets()->getByName(to_uno(found.place.sheet)), uno::UNO_QUERY_THROW};
    }

    cell_ref cell_of(const check::finding& found) const {
        return sheet_of(found)->getCellByPosition(found.place.column, found.place.row);
    }

    /// Why a cell is left alone; empty if it can be written.
    std::string obstacle(const check::finding& found) const {
        const core::message_argument sheet{"sheet", found.place.sheet};
        const core::message_argument cell{"cell", found.place.a1()};
        if (is_protected(sheet_of(found))) {
            return core::message("check.left_protected", {sheet, cell});
        }
        if (cell_of(found)->getType() == table::CellContentType_FORMULA) {
            return core::message("check.left_formula", {sheet, cell});
        }
        return {};
    }

    void write(const cell_ref& cell, const check::finding& found) {
        struct writer {
            corrector* self;
            const cell_ref* cell;
            void operator()(const std::string& text) const { self->write_text(*cell, text); }
            void operator()(core::money amount) const {
                self->write_number(*cell, to_number(amount), "# ##0,00 [$€-40C]",
                                   number_format::TEXT | number_format::DATE);
            }
            void operator()(std::int64_t whole) const {
                self->write_number(*cell, static_cast<double>(whole), "0",
                                   number_format::TEXT | number_format::DATE);
            }
            void operator()(core::rate value) const {
                self->write_number(*cell,
                                   static_cast<double>(value.numerator()) /
                                       static_cast<double>(value.denominator()),
                                   "0,## %", number_format::TEXT | number_format::DATE);
            }
            void operator()(core::date day) const {
                self->write_number(*cell, serial_of(day, self->null_date_), "JJ/MM/AAAA", 0);
            }
        };
        std::visit(writer{this, &cell}, *found.suggestion);
    }

    static void write_text(const cell_ref& cell, const std::string& text) {
        uno::Reference<com::sun::star::text::XText>(cell, uno::UNO_QUERY_THROW)
            ->setString(to_uno(text));
    }

    /// The cell keeps its format unless that is one of `unfit`, or, for a date, none of a date's.
    void write_number(const cell_ref& cell, double value, const char* format, sal_Int32 unfit) {
        const property_set properties(cell, uno::UNO_QUERY_THROW);
        sal_Int32 key = 0;
        properties->getPropertyValue("NumberFormat") >>= key;
        sal_Int16 type = 0;
        formats_->getByKey(key)->getPropertyValue("Type") >>= type;
        const bool fits = unfit == 0 ? (type & number_format::DATE) != 0 : (type & unfit) == 0;
        if (!fits) {
            properties->setPropertyValue("NumberFormat", uno::Any(make_.format(format)));
        }
        cell->setValue(value);
    }

    spreadsheet_ref document_;
    style_maker make_;
    uno::Reference<com::sun::star::util::XNumberFormats> formats_;
    core::date null_date_{};
};

} // namespace

correction_result apply_corrections(const spreadsheet_ref& document,
                                    const std::vector<check::finding>& findings) {
    return corrector(document).apply(findings);
}

} // namespace octroi::office
