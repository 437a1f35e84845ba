#include "addon/command.hpp"
#include "addon/field_dialog.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/open_template.hpp"
#include "office/template_editing.hpp"
#include "office/uno_values.hpp"

namespace octroi::addon {

namespace {

/// As a macro asks: a field or a list by its name.
outcome insert_given(const command_call& call, const office::component_ref& document) {
    const auto* catalogue = core::catalogue_of(office::template_unit(document));
    if (catalogue == nullptr) {
        throw core::user_error(core::error_kind::input, core::message("author.insert.no_unit"));
    }
    const std::string name = call.text("Name");
    const auto controller = call.frame()->getController();
    if (const auto* list = catalogue->find_list(name)) {
        return {true, office::insert_list(controller, *list)};
    }
    const auto* field = catalogue->find_anywhere(name);
    if (field == nullptr) {
        throw core::user_error(core::error_kind::usage,
                               core::message("author.insert.none", {{"text", name}}));
    }
    office::insert_field(controller, *field);
    return {true, name};
}

} // namespace

outcome insert_field_command(const command_call& call) {
    const auto document = call.document();
    if (!office::is_text_document(document)) {
        throw core::user_error(
            core::error_kind::input,
            core::message("template.not_text", {{"file", call.document_name()}}));
    }
    if (call.has("Name")) {
        return insert_given(call, document);
    }
    if (!document_dialog::shown_for(document, field_dialog::file_name).is()) {
        const rtl::Reference<field_dialog> dialog(new field_dialog(call.context(), document));
        dialog->show();
    }
    return {true, {}};
}

} // namespace octroi::addon
