/// @file
/// The dialog of *Insérer un champ…*, which stands beside the template in Writer: what its
/// documents offer, searched and inserted at the cursor.
#pragma once

#include "addon/dialog_table.hpp"
#include "addon/document_dialog.hpp"
#include "core/field_offer.hpp"
#include "office/view.hpp"

#include <string>
#include <vector>

namespace octroi::addon {

class field_dialog : public document_dialog {
public:
    static constexpr const char* file_name = "insert_field";

    field_dialog(office::context_ref context, const office::component_ref& document)
        : document_dialog(std::move(context), document, file_name) {}

protected:
    void fill_in() override;
    std::vector<handler_method> handler_methods() override;

private:
    void set_texts();
    void offer_units();
    void list_offers();
    void show_offer();
    const core::field_offer* chosen() const;
    office::controller_ref controller() const;

    void on_unit();
    void on_run();

    dialog_table table_;
    std::vector<std::string> units_;
    const core::field_catalogue* catalogue_ = nullptr; ///< of the template's unit, if it has one
    std::vector<core::field_offer> shown_;
};

} // namespace octroi::addon
