#include "undoing.hpp"

#include "office/undo.hpp"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include "dispatching.hpp"
#include "live_office.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;

namespace {

/// As between two clicks of an officer.
void settle() {
    uno::Reference<com::sun::star::awt::XToolkitExperimental>(
        com::sun::star::awt::Toolkit::create(live_office()), uno::UNO_QUERY_THROW)
        ->processEventsToIdle();
}

} // namespace

void begin_undoing(const office::spreadsheet_ref& document) {
    const auto window = frame_of(office::component_ref(document, uno::UNO_QUERY));
    window->getContainerWindow()->setVisible(true);
    window->activate();
    office::undo_list_of(document)->clear();
    uno::Reference<com::sun::star::util::XModifiable>(document, uno::UNO_QUERY_THROW)
        ->setModified(false);
}

std::size_t undo_steps(const office::spreadsheet_ref& document) {
    return static_cast<std::size_t>(
        office::undo_list_of(document)->getAllUndoActionTitles().getLength());
}

void undo(const office::spreadsheet_ref& document) {
    settle();
    office::undo_list_of(document)->undo();
    settle();
}

void redo(const office::spreadsheet_ref& document) {
    settle();
    office::undo_list_of(document)->redo();
    settle();
}

} // namespace octroi::test
