#include "support/documents.hpp"

#include "odf/archive.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace octroi::test {

std::string flat_text(std::string_view body, const flat_parts& parts) {
    const auto wrapped = [](const char* element, const std::string& content) {
        return content.empty() ? std::string()
                               : "<style:" + std::string(element) + ">" + content +
                                     "</style:" + std::string(element) + ">";
    };
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:ooow="http://openoffice.org/2004/writer">
<office:meta>)" +
           parts.meta +
           R"(</office:meta>
<office:styles/>
<office:automatic-styles>
 <style:page-layout style:name="pm1"/>
</office:automatic-styles>
<office:master-styles>
 <style:master-page style:name="Standard" style:page-layout-name="pm1">)" +
           wrapped("header", parts.header) + wrapped("footer", parts.footer) +
           "</style:master-page></office:master-styles>\n<office:body><office:text>" +
           std::string(body) + "</office:text></office:body></office:document>\n";
}

const core::field_catalogue& convention_catalogue() {
    const auto* catalogue = core::catalogue_of("convention");
    if (catalogue == nullptr) {
        throw std::logic_error("no catalogue of conventions");
    }
    return *catalogue;
}

merged merge(std::string_view body, const core::record& data, const flat_parts& parts) {
    return merge(body, data, convention_catalogue(), parts);
}

merged merge(std::string_view body, const core::record& data,
             const core::field_catalogue& catalogue, const flat_parts& parts) {
    const odf::document_template pattern("essai.fodt", flat_text(body, parts));
    auto document = pattern.merge(data, {"Essai", {{"octroi_numero", "C-1"}}}, catalogue);
    const std::string content = part(document.bytes, "content.xml");
    return {std::move(document.bytes), inside(content, "office:text"),
            std::move(document.empty_fields)};
}

const core::field_catalogue& nested_catalogue() {
    static const auto catalogue = core::parse_catalogue(R"({"unit": "essai",
 "fields": [{"name": "total", "fr": "Total", "en": "Total", "example": "6,00 €"}],
 "lists": [{"name": "communes", "fr": "communes", "en": "communes",
   "fields": [{"name": "commune_nom", "fr": "Nom", "en": "Name", "example": "Antony"},
              {"name": "commune_total", "fr": "Total", "en": "Total", "example": "3,00 €"}],
   "lists": [{"name": "actions", "fr": "actions", "en": "actions",
     "fields": [{"name": "action_titre", "fr": "Titre", "en": "Title", "example": "A"},
                {"name": "action_montant", "fr": "Montant", "en": "Amount", "example": "1,00 €"}],
     "lists": [{"name": "financements", "fr": "financeurs", "en": "funders",
       "fields": [{"name": "financement_financeur", "fr": "Financeur", "en": "Funder",
                   "example": "État"}]}]}]}]})");
    return catalogue;
}

core::record nested_record() {
    const auto action = [](const char* title, const char* amount,
                           const std::vector<std::string>& funders) {
        core::record item;
        item.fields = {{"action_titre", title}, {"action_montant", amount}};
        item.lists["financements"] = items("financement_financeur", funders);
        return item;
    };
    const auto commune = [](const char* name, const char* total,
                            std::vector<core::record> actions) {
        core::record item;
        item.fields = {{"commune_nom", name}, {"commune_total", total}};
        item.lists["actions"] = std::move(actions);
        return item;
    };
    core::record data;
    data.fields["total"] = "6,00 €";
    data.lists["communes"] = {
        commune("Antony", "3,00 €",
                {action("A", "1,00 €", {"État", "Région"}), action("B", "2,00 €", {})}),
        commune("Bagneux", "0,00 €", {}),
        commune("Clichy", "3,00 €", {action("C", "3,00 €", {"Ville"})})};
    return data;
}

std::string hand_made_template() {
    std::ifstream file(std::string(OCTROI_TEST_DATA) + "/fait-main.ott", std::ios::binary);
    if (!file) {
        throw std::runtime_error("no template fait-main.ott");
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string part(std::string_view package, std::string_view name) {
    for (const auto& entry : odf::read_archive(package)) {
        if (entry.name == name) {
            return odf::unpacked(entry);
        }
    }
    throw std::out_of_range("no part " + std::string(name));
}

std::string inside(const std::string& xml, const std::string& element) {
    const auto begin = xml.find("<" + element);
    const auto open_end = xml.find('>', begin);
    const auto end = xml.rfind("</" + element + ">");
    if (begin == std::string::npos || end == std::string::npos) {
        return {};
    }
    return xml.substr(open_end + 1, end - open_end - 1);
}

std::vector<core::record> items(const std::string& field, const std::vector<std::string>& values) {
    std::vector<core::record> records;
    for (const auto& value : values) {
        core::record item;
        item.fields[field] = value;
        records.push_back(std::move(item));
    }
    return records;
}

std::vector<std::string> attribute_values(const std::string& xml, const std::string& attribute) {
    const std::string mark = " " + attribute + "=\"";
    std::vector<std::string> values;
    for (auto at = xml.find(mark); at != std::string::npos; at = xml.find(mark, at + 1)) {
        const auto begin = at + mark.size();
        values.push_back(xml.substr(begin, xml.find('"', begin) - begin));
    }
    return values;
}

} // namespace octroi::test
