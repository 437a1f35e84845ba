#include "office/workbook_mapping.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/cell_ranges.hpp"
#include "office/document_change.hpp"
#include "office/register_sheets.hpp"
#include "office/register_styles.hpp"
#include "office/sheet_heads.hpp"
#include "office/style_maker.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/text/XText.hpp>

#include <algorithm>
#include <stdexcept>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace mapping = core::mapping;

namespace {

using sheet_ref = uno::Reference<com::sun::star::sheet::XSpreadsheet>;

constexpr const char* lists_name = "Listes";

[[noreturn]] void refuse(const std::string& text) {
    throw core::user_error(core::error_kind::input, text);
}

/// All at once: whoever mends the map wants to see them together.
void require_applicable(const mapping::workbook_map& map) {
    std::string text;
    for (const auto& problem : mapping::problems(map)) {
        text += (text.empty() ? "" : "\n") + problem;
    }
    if (!text.empty()) {
        refuse(text);
    }
}

class map_applier {
public:
    map_applier(const spreadsheet_ref& document, const mapping::workbook_map& map)
        : document_(document), map_(mapping::placed(map, read_heads(document))) {}

    applied_map apply() {
        require_writable(document_);
        require_applicable(map_);
        require_unprotected();
        const one_step step(document_, core::message("mapping.title"));
        const locked_views waiting(document_);
        for (const auto& sheet : map_.sheets) {
            if (!sheet.table.empty()) {
                write_headers(sheet);
            }
        }
        rename_sheets();
        return {map_, add_missing_sheets()};
    }

private:
    sheet_ref sheet_named(const std::string& name) const {
        return {document_->getSheets()->getByName(to_uno(name)), uno::UNO_QUERY_THROW};
    }

    /// Even an ignored sheet that is protected keeps Calc from making the styles of those added.
    void require_unprotected() const {
        if (is_protected(document_)) {
            refuse(core::message("mapping.protected_workbook"));
        }
        for (const auto& sheet : map_.sheets) {
            if (is_protected(sheet_named(sheet.sheet))) {
                refuse(core::message("mapping.protected", {{"sheet", sheet.sheet}}));
            }
        }
    }

    void write_headers(const mapping::mapped_sheet& sheet) const {
        const auto& schema = core::schema_of(sheet.table);
        const auto target = sheet_named(sheet.sheet);
        for (const auto& column : sheet.columns) {
            const auto aside = mapping::header_set_aside(sheet, column);
            const std::string title = column.field.empty()
                                          ? aside.value_or(column.header)
                                          : schema.fields[schema.index(column.field)].title;
            if (title != column.header) {
                const uno::Reference<com::sun::star::text::XText> cell(
                    target->getCellByPosition(column.column, sheet.header_row),
                    uno::UNO_QUERY_THROW);
                cell->setString(to_uno(title));
            }
        }
    }

    /// Where a name is still another sheet's, that one makes way first: two sheets may change
    /// names.
    void rename_sheets() const {
        std::vector<std::pair<sheet_ref, std::string>> renamed;
        for (const auto& sheet : map_.sheets) {
            if (!sheet.table.empty() && sheet.sheet != core::schema_of(sheet.table).title) {
                renamed.emplace_back(sheet_named(sheet.sheet), core::schema_of(sheet.table).title);
            }
        }
        for (const auto& [sheet, title] : renamed) {
            const bool taken = std::any_of(renamed.begin(), renamed.end(), [&](const auto& other) {
                return core::fold(from_uno(name_of(sheet))) == core::fold(other.second);
            });
            if (taken) {
                rename(sheet, free_name("_"));
            }
        }
        for (const auto& [sheet, title] : renamed) {
            rename(sheet, title);
        }
    }

    static rtl::OUString name_of(const sheet_ref& sheet) {
        return uno::Reference<com::sun::star::container::XNamed>(sheet, uno::UNO_QUERY_THROW)
            ->getName();
    }

    static void rename(const sheet_ref& sheet, const std::string& name) {
        uno::Reference<com::sun::star::container::XNamed>(sheet, uno::UNO_QUERY_THROW)
            ->setName(to_uno(name));
        if (name_of(sheet) != to_uno(name)) { // Calc says nothing
            throw std::runtime_error("a sheet cannot be named " + name);
        }
    }

    std::string free_name(std::string name) const {
        while (document_->getSheets()->hasByName(to_uno(name))) {
            name += "_";
        }
        return name;
    }

    std::vector<std::string> add_missing_sheets() const {
        std::vector<const core::table_schema*> missing;
        std::vector<std::string> titles;
        for (const auto& schema : core::table_schemas()) {
            if (map_.find(schema.name) == nullptr) {
                missing.push_back(&schema);
                titles.push_back(schema.title);
            }
        }
        if (missing.empty()) {
            return titles;
        }
        // Undo leaves the styles where they are.
        if (!style_maker(document_).has_cell_style(header_style(core::field_status::required))) {
            add_register_styles(document_);
        }
        for (const auto& title : titles) {
            append_sheet(title);
        }
        const std::string lists = free_name(lists_name);
        append_sheet(lists);
        register_sheets sheets(document_, lists, false, commune_places());
        for (const auto* schema : missing) {
            sheets.fill(*schema);
        }
        uno::Reference<com::sun::star::beans::XPropertySet>(sheet_named(lists),
                                                            uno::UNO_QUERY_THROW)
            ->setPropertyValue("IsVisible", uno::Any(false));
        return titles;
    }

    void append_sheet(const std::string& name) const {
        const auto sheets = document_->getSheets();
        sheets->insertNewByName(to_uno(name),
                                static_cast<sal_Int16>(sheets->getElementNames().getLength()));
    }

    /// The officer's own communes stand where their sheet has them.
    commune_columns commune_places() const {
        const auto* communes = map_.find("communes");
        if (communes == nullptr) {
            return usual_commune_columns();
        }
        commune_columns places;
        for (const auto& column : communes->columns) {
            if (!column.field.empty()) {
                places.emplace(column.field, column_place{column.column, communes->header_row + 1});
            }
        }
        return places;
    }

    spreadsheet_ref document_;
    mapping::workbook_map map_;
};

} // namespace

applied_map apply_map(const spreadsheet_ref& document, const core::mapping::workbook_map& map) {
    return map_applier(document, map).apply();
}

void show_adopted_register(const spreadsheet_ref& document, const applied_map& made) {
    const uno::Reference<com::sun::star::frame::XModel> model(document, uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::sheet::XSpreadsheetView> view(
        model->getCurrentController(), uno::UNO_QUERY_THROW);
    std::vector<const core::table_schema*> added;
    for (const auto& schema : core::table_schemas()) {
        if (made.map.find(schema.name) == nullptr) {
            added.push_back(&schema);
        }
    }
    freeze_headers(document, view, added);
    view->setActiveSheet(
        sheet_ref(document->getSheets()->getByName(to_uno(core::schema_of("actions").title)),
                  uno::UNO_QUERY_THROW));
}

} // namespace octroi::office
