#include "addon/command.hpp"
#include "addon/opening.hpp"
#include "addon/preview_dialog.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/open_template.hpp"

#include <rtl/ref.hxx>

namespace octroi::addon {

namespace {

std::optional<office::previewed_document> chosen(const command_call& call) {
    const auto document = call.document();
    if (call.has("Register")) {
        const std::filesystem::path file = call.text("Register");
        return preview_of(call.context(), document, {file.filename().string(), {}, file},
                          call.text("Number"));
    }
    const rtl::Reference<preview_dialog> dialog(
        new preview_dialog(call.context(), document, template_name(call)));
    return dialog->run();
}

} // namespace

outcome preview_template_command(const command_call& call) {
    if (!office::is_text_document(call.document())) {
        throw core::user_error(
            core::error_kind::input,
            core::message("template.not_text", {{"file", call.document_name()}}));
    }
    const auto made = chosen(call);
    if (!made) {
        return {};
    }
    show_preview(call.context(), *made);
    return {true, made->number};
}

} // namespace octroi::addon
