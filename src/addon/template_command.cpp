#include "addon/command.hpp"
#include "core/messages.hpp"
#include "office/open_template.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XTitle.hpp>

#include <algorithm>

namespace octroi::addon {

namespace {

/// The file's name; that in the title bar for a document that has no file yet.
std::string name_of(const command_call& call, const office::component_ref& document) {
    if (const auto file = call.file(); !file.empty()) {
        return file.filename().string();
    }
    const uno::Reference<com::sun::star::frame::XTitle> titled(document, uno::UNO_QUERY);
    return titled.is() ? office::from_uno(titled->getTitle()) : call.document_name();
}

/// As many problems as fit on a screen.
std::string sentence(const office::template_report& report) {
    if (report.problems.empty()) {
        return core::message("package.template_sound",
                             {{"file", report.name},
                              {"unit", report.unit},
                              {"fields", std::to_string(report.usage.fields.size())},
                              {"lists", std::to_string(report.usage.lists.size())}});
    }
    constexpr std::size_t most = 20;
    std::string text = core::message("template.problems", {{"file", report.name}});
    for (std::size_t i = 0; i < std::min(most, report.problems.size()); ++i) {
        text += "\n– " + report.problems[i].text;
    }
    if (report.problems.size() > most) {
        text += "\n" + core::message("package.template_more",
                                     {{"count", std::to_string(report.problems.size() - most)}});
    }
    return text;
}

} // namespace

outcome template_command(const command_call& call) {
    const auto document = call.document();
    const auto report = office::check_open_template(document, name_of(call, document));
    if (!call.flag("Silent")) {
        show_message(call.context(), call.frame(),
                     report.problems.empty() ? message_kind::information : message_kind::warning,
                     core::message("package.template_title"), sentence(report));
    }
    return {true, office::to_json(report)};
}

} // namespace octroi::addon
