#include "addon/command.hpp"
#include "addon/template_dialog.hpp"
#include "core/messages.hpp"
#include "office/open_template.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XTitle.hpp>

namespace octroi::addon {

std::string template_name(const command_call& call) {
    if (const auto file = call.file(); !file.empty()) {
        return file.filename().string();
    }
    const uno::Reference<com::sun::star::frame::XTitle> titled(call.document(), uno::UNO_QUERY);
    return titled.is() ? office::from_uno(titled->getTitle()) : call.document_name();
}

outcome template_command(const command_call& call) {
    const auto document = call.document();
    if (call.flag("Silent")) {
        return {true, odf::to_json(office::check_open_template(document, template_name(call)))};
    }
    auto shown = document_dialog::shown_for(document, template_dialog::file_name);
    if (auto* open = dynamic_cast<template_dialog*>(shown.get())) {
        open->check();
        return {true, odf::to_json(open->report())};
    }
    const rtl::Reference<template_dialog> dialog(
        new template_dialog(call.context(), document, template_name(call)));
    dialog->show();
    return {true, odf::to_json(dialog->report())};
}

} // namespace octroi::addon
