#include "addon/settings.hpp"

#include "addon/configuration.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "office/formats.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/util/XChangesBatch.hpp>

#include <string>
#include <utility>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace check = core::check;

namespace {

constexpr const char* node = "/org.octroi.Settings";

constexpr std::pair<const char*, core::language> languages[] = {{"fr", core::language::french},
                                                                {"en", core::language::english}};

std::filesystem::path folder_from(const std::string& text) {
    const std::filesystem::path folder(text);
    return folder.is_absolute() ? folder : std::filesystem::path();
}

std::vector<office::document_format> formats_from(const std::string& text) {
    try {
        return office::formats_of(text);
    } catch (const core::user_error&) {
        return settings().formats;
    }
}

std::string text_of(const std::vector<office::document_format>& formats) {
    std::string text;
    for (const auto format : formats) {
        text += (text.empty() ? "" : ",") + std::string(office::extension_of(format));
    }
    return text;
}

std::optional<core::language> language_from(const std::string& code) {
    for (const auto& [known, language] : languages) {
        if (core::fold(code) == known) {
            return language;
        }
    }
    return {};
}

std::string code_of(const std::optional<core::language>& chosen) {
    for (const auto& [code, language] : languages) {
        if (chosen == language) {
            return code;
        }
    }
    return {};
}

check::severity_choices severities_from(const uno::Sequence<rtl::OUString>& texts) {
    check::severity_choices chosen;
    for (const auto& item : texts) {
        const std::string text = office::from_uno(item);
        const auto sign = text.find('=');
        if (sign != std::string::npos) {
            check::choose_severity(chosen, text.substr(0, sign), text.substr(sign + 1));
        }
    }
    return chosen;
}

uno::Sequence<rtl::OUString> texts_of(const check::severity_choices& chosen) {
    std::vector<rtl::OUString> texts;
    for (const auto& [rule, level] : chosen) {
        texts.push_back(
            office::to_uno(rule + "=" + (level ? std::string(check::letter(*level)) : "off")));
    }
    return office::sequence_of(texts);
}

} // namespace

settings read_settings(const office::context_ref& context) {
    const auto values = configuration(context, node);
    const auto text = [&](const char* name) {
        rtl::OUString value;
        values->getByName(rtl::OUString::createFromAscii(name)) >>= value;
        return office::from_uno(value);
    };
    const auto flag = [&](const char* name) {
        bool value = false;
        values->getByName(rtl::OUString::createFromAscii(name)) >>= value;
        return value;
    };
    uno::Sequence<rtl::OUString> severities;
    values->getByName("Severities") >>= severities;
    settings found;
    found.output_folder = folder_from(text("OutputFolder"));
    found.formats = formats_from(text("Formats"));
    found.by_commune = flag("ByCommune");
    found.combined = flag("Combined");
    found.duplex = flag("Duplex");
    found.template_folder = folder_from(text("TemplateFolder"));
    found.language = language_from(text("Language"));
    found.severities = severities_from(severities);
    return found;
}

void write_settings(const office::context_ref& context, const settings& chosen) {
    const auto values = configuration_to_change(context, node);
    const auto write = [&](const char* name, const std::string& text) {
        values->replaceByName(rtl::OUString::createFromAscii(name), uno::Any(office::to_uno(text)));
    };
    write("OutputFolder", chosen.output_folder.string());
    write("Formats", text_of(chosen.formats));
    for (const auto& [name, value] : {std::pair{"ByCommune", chosen.by_commune},
                                      {"Combined", chosen.combined},
                                      {"Duplex", chosen.duplex}}) {
        values->replaceByName(rtl::OUString::createFromAscii(name), uno::Any(value));
    }
    write("TemplateFolder", chosen.template_folder.string());
    write("Language", code_of(chosen.language));
    values->replaceByName("Severities", uno::Any(texts_of(chosen.severities)));
    uno::Reference<com::sun::star::util::XChangesBatch>(values, uno::UNO_QUERY_THROW)
        ->commitChanges();
}

} // namespace octroi::addon
