#include "open_register.hpp"

#include "support/registers.hpp"

#include <com/sun/star/util/XCloseable.hpp>

#include "undoing.hpp"

namespace octroi::test {

namespace uno = com::sun::star::uno;

open_register::open_register(const std::vector<core::reference_row>& actions) : book_("Actions") {
    book_.put_table("Actions", sheet_of("actions", actions));
    book_.add_sheet("Communes");
    book_.put_table("Communes", sheet_of("communes", some_entities()));
    book_.add_sheet("Paramètres");
    book_.put_table("Paramètres", sheet_of("parametres", core::initial_rows("parametres", true)));
    begin_undoing(book_.document());
}

open_register::open_register()
    : open_register({numbered_action(1), numbered_action(2, {{"etat", "vote"}}),
                     numbered_action(3, {{"section", "fon"}})}) {}

frame_ref open_register::frame() const {
    return frame_of(office::component_ref(book_.document(), uno::UNO_QUERY));
}

void open_register::close() const {
    uno::Reference<com::sun::star::util::XCloseable>(document(), uno::UNO_QUERY_THROW)->close(true);
}

std::string open_register::action(const std::string& field, int row) const {
    return book_.shown("Actions", place_in_register("actions", field, row));
}

void open_register::set_action(const std::string& field, int row, const std::string& text) {
    book_.put("Actions", place_in_register("actions", field, row), text);
}

core::reference_row numbered_action(int number, const core::reference_row& changes) {
    const auto text = std::to_string(number);
    return voted_action(with({{"numero_dossier", "2016-FON-" + std::to_string(100 + number)},
                              {"numero_de_convention", "C" + text},
                              {"intitule", "Action " + text}},
                             changes));
}

std::vector<core::reference_row> numbered_actions(int count) {
    std::vector<core::reference_row> actions;
    for (int number = 1; number <= count; ++number) {
        actions.push_back(numbered_action(number));
    }
    return actions;
}

} // namespace octroi::test
