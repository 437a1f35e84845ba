#include "addon/command.hpp"
#include "addon/session.hpp"

#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XDecks.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

namespace octroi::addon {

namespace {

constexpr const char* deck_id = "OctroiDeck";

} // namespace

outcome panel_command(const command_call& call) {
    call.spreadsheet(); // refuses another document
    const uno::Reference<com::sun::star::ui::XSidebarProvider> supplier(
        uno::Reference<com::sun::star::frame::XController2>(call.frame()->getController(),
                                                            uno::UNO_QUERY_THROW)
            ->getSidebar());
    supplier->setVisible(true);
    const auto deck = uno::Reference<com::sun::star::ui::XDeck>(
        supplier->getDecks()->getByName(rtl::OUString::createFromAscii(deck_id)),
        uno::UNO_QUERY_THROW);
    if (!deck->isActive()) {
        deck->activate(true);
    }
    supplier->showDecks(true);
    return {true, {}};
}

outcome stop_command(const command_call& call) {
    call.known()->cancel();
    return {true, {}};
}

} // namespace octroi::addon
