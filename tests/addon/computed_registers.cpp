#include "computed_registers.hpp"

#include "office/register_writer.hpp"

#include <com/sun/star/util/XModifiable.hpp>

#include <stdexcept>

#include "live_office.hpp"
#include "undoing.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;

namespace {

uno::Reference<com::sun::star::util::XModifiable>
changes_of(const office::spreadsheet_ref& document) {
    return {document, uno::UNO_QUERY_THROW};
}

} // namespace

demonstration_document::demonstration_document()
    : book_(office::component_ref(office::new_register(live_office(), true), uno::UNO_QUERY)) {
    begin_undoing(book_.document());
}

frame_ref demonstration_document::frame() const {
    return frame_of(office::component_ref(book_.document(), uno::UNO_QUERY));
}

std::string demonstration_document::place(const std::string& table, const std::string& field,
                                          const std::string& key_field,
                                          const std::string& key) const {
    const auto read = office::read_register(book_.document(), "registre");
    const auto& rows = read.need(table);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (core::table_row(rows, row).text(key_field) == key) {
            return rows.address(row, rows.schema().index(field)).a1();
        }
    }
    throw std::out_of_range(table + " " + key);
}

std::string demonstration_document::shown(const std::string& table, const std::string& field,
                                          const std::string& key_field,
                                          const std::string& key) const {
    return book_.shown(core::schema_of(table).title, place(table, field, key_field, key));
}

std::vector<std::string> demonstration_document::values() const {
    std::vector<std::string> values;
    const auto read = office::read_register(book_.document(), "registre");
    for (const auto& schema : core::table_schemas()) {
        const auto& table = read.need(schema.name);
        for (std::size_t row = 0; row < table.size(); ++row) {
            for (std::size_t field = 0; field < schema.fields.size(); ++field) {
                values.push_back(core::quoted_value(table.at(row, field)));
            }
        }
    }
    return values;
}

std::size_t demonstration_document::undo_steps() const {
    return test::undo_steps(book_.document());
}

void demonstration_document::undo() {
    test::undo(book_.document());
}

void demonstration_document::redo() {
    test::redo(book_.document());
}

bool demonstration_document::is_modified() const {
    return changes_of(book_.document())->isModified();
}

} // namespace octroi::test
