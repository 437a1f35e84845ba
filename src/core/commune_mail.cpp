#include "core/commune_mail.hpp"

#include "core/document_fields.hpp"
#include "core/messages.hpp"
#include "core/resources.hpp"
#include "core/text.hpp"

#include <boost/json.hpp>

namespace octroi::core {

namespace {

/// A line of the wording, its marks replaced.
std::string line(const char* key, std::initializer_list<message_argument> arguments = {}) {
    static const auto wording = boost::json::parse(resource("reference/courriel.json")).as_object();
    return filled(std::string_view(wording.at(key).as_string()), arguments, key);
}

/// « 240 Ko », « 3,4 Mo », rounded up.
std::string size_text(std::uintmax_t bytes) {
    constexpr std::uintmax_t kilo = 1024;
    const auto kilobytes = (bytes + kilo - 1) / kilo;
    if (kilobytes < kilo) {
        return std::to_string(kilobytes) + std::string(nbsp) + "Ko";
    }
    const auto tenths = (kilobytes * 10 + kilo - 1) / kilo;
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + std::string(nbsp) +
           "Mo";
}

/// A cell in error says nothing; the check reports it (GEN-09).
std::string text_of(const table_row* entity, std::string_view field) {
    try {
        return entity == nullptr ? std::string() : entity->text(field);
    } catch (const data_problem&) {
        return {};
    }
}

/// « Madame la Maire, ».
std::string greeting(const table_row* entity) {
    const std::string civility = text_of(entity, "civilite_du_maire");
    if (civility.empty()) {
        return line("greeting_unknown");
    }
    const auto wording = wording_of(kind_of(*entity), entity->text("commune"), is_woman(civility));
    std::string office = wording.the_office;
    office.replace(0, 1, "l");
    return line("greeting", {{"civility", civility_in_full(civility)}, {"office", office}});
}

std::string document_line(const document_result& document) {
    std::string files;
    for (const auto& file : document.files) {
        files += (files.empty() ? "" : ", ") + file.path;
    }
    if (document.amount == money()) {
        return line("document", {{"number", document.number}, {"files", files}});
    }
    return line(
        "document_amount",
        {{"number", document.number}, {"amount", french(document.amount)}, {"files", files}});
}

/// Where the address is to be filled in.
std::string place_of_address(const table_row* entity, const std::string& commune) {
    const std::string sheet = schema_of("communes").title;
    if (entity == nullptr) {
        return message("print.no_commune", {{"sheet", sheet}, {"commune", commune}});
    }
    const auto column = entity->of().schema().index("courriel");
    return message("print.address_cell",
                   {{"sheet", entity->of().sheet()},
                    {"cell", entity->of().address(entity->position(), column).a1()}});
}

} // namespace

commune_mail mail_to(const std::string& commune, const std::vector<document_result>& enclosed,
                     std::uintmax_t bytes, const entities& known, const parameters& settings,
                     date on) {
    constexpr std::uintmax_t large = 10U * 1024 * 1024;
    const auto* entity = known.find(commune);
    commune_mail mail;
    mail.address = text_of(entity, "courriel");
    const std::string hello = greeting(entity);
    const std::string size = size_text(bytes);
    std::string& text = mail.text;
    text = mail.address.empty() ? line("to_missing", {{"place", place_of_address(entity, commune)}})
                                : line("to", {{"address", mail.address}});
    text += "\n" + line("subject", {{"department", settings.text("departement.nom", on)},
                                    {"commune", commune}});
    text += "\n\n" + hello + "\n\n";
    text += enclosed.size() == 1 ? line("one")
                                 : line("many", {{"count", std::to_string(enclosed.size())}});
    text += "\n";
    for (const auto& document : enclosed) {
        text += "\n" + document_line(document);
    }
    text += "\n\n" + line(bytes > large ? "size_large" : "size", {{"size", size}});
    text += "\n\n" + line("closing", {{"greeting", hello}});
    text += "\n\n" + settings.text("departement.service", on) + "\n" +
            settings.text("departement.nom", on) + "\n";
    return mail;
}

} // namespace octroi::core
