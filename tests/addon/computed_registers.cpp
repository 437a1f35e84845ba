#include "computed_registers.hpp"

#include "office/register_writer.hpp"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <stdexcept>

#include "live_office.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;

namespace {

uno::Reference<com::sun::star::document::XUndoManager>
undo_of(const office::spreadsheet_ref& document) {
    return uno::Reference<com::sun::star::document::XUndoManagerSupplier>(document,
                                                                          uno::UNO_QUERY_THROW)
        ->getUndoManager();
}

uno::Reference<com::sun::star::util::XModifiable>
changes_of(const office::spreadsheet_ref& document) {
    return {document, uno::UNO_QUERY_THROW};
}

/// As between two clicks of an officer.
void settle() {
    uno::Reference<com::sun::star::awt::XToolkitExperimental>(
        com::sun::star::awt::Toolkit::create(live_office()), uno::UNO_QUERY_THROW)
        ->processEventsToIdle();
}

} // namespace

demonstration_document::demonstration_document()
    : book_(office::component_ref(office::new_register(live_office(), true), uno::UNO_QUERY)) {
    // LibreOffice crashes when it takes back a new sheet while no window is active.
    const auto window = frame();
    window->getContainerWindow()->setVisible(true);
    window->activate();
    undo_of(book_.document())->clear();
    changes_of(book_.document())->setModified(false);
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
    return static_cast<std::size_t>(
        undo_of(book_.document())->getAllUndoActionTitles().getLength());
}

void demonstration_document::undo() {
    settle();
    undo_of(book_.document())->undo();
    settle();
}

void demonstration_document::redo() {
    settle();
    undo_of(book_.document())->redo();
    settle();
}

bool demonstration_document::is_modified() const {
    return changes_of(book_.document())->isModified();
}

} // namespace octroi::test
