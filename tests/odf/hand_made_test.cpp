// A template made in Writer: only fields, conditions, repeats and what refers to them change.
#include "odf/archive.hpp"
#include "odf/constructs.hpp"
#include "odf/references.hpp"
#include "odf/xml.hpp"
#include "support/documents.hpp"
#include "support/pictures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "schema_check.hpp"

namespace octroi::odf {
namespace {

using texts = std::vector<std::string>;

class hand_made : public testing::Test {
protected:
    hand_made() {
        data_.images["image_logo"] =
            std::make_shared<const core::picture>(*core::read_picture(test::png(300, 100)));
        merged_ = document_template("fait-main.ott", template_)
                      .merge(data_, {"Essai", {}}, test::nested_catalogue());
        before_.load_string(test::part(template_, "content.xml").c_str(), parsing);
        after_.load_string(test::part(merged_.bytes, "content.xml").c_str(), parsing);
    }

    static constexpr unsigned parsing = pugi::parse_default | pugi::parse_ws_pcdata;

    static pugi::xml_node body_of(const pugi::xml_document& document) {
        return document.first_element_by_path("office:document-content/office:body/office:text");
    }

    std::string template_ = test::hand_made_template();
    core::record data_ = test::nested_record();
    merged_document merged_;
    pugi::xml_document before_;
    pugi::xml_document after_;
};

/// The node as text, its fields shown and what the merge computes left out.
std::string comparable(const pugi::xml_node& node, const core::record& data) {
    pugi::xml_document copy;
    copy.append_copy(node);
    const std::map<std::string, std::string> values = {
        {"total", data.fields.at("total")},
        {"communes_nombre", std::to_string(data.lists.at("communes").size())}};
    while (auto field = copy.find_node(is_field)) {
        field.parent()
            .insert_child_before(pugi::node_pcdata, field)
            .set_value(values.at(field.attribute("text:name").value()).c_str());
        field.parent().remove_child(field);
    }
    const auto is_left_out = [](const pugi::xml_node& n) {
        return attribute_of(n, "draw:name") == "image_logo" ||
               name_of(n) == "text:user-field-decls";
    };
    while (auto left_out = copy.find_node(is_left_out)) {
        left_out.parent().remove_child(left_out);
    }
    copy.find_node([](pugi::xml_node n) {
        if (name_of(n) == "text:bookmark-ref") {
            n.text() = "";
        } else if (name_of(n) == "text:section") {
            for (const auto* told : {"text:condition", "text:display", "text:is-hidden"}) {
                n.remove_attribute(told);
            }
        }
        return false;
    });
    return serialized(copy);
}

bool has_hidden_paragraph(const pugi::xml_node& node) {
    return static_cast<bool>(node.find_node(
        [](const pugi::xml_node& n) { return name_of(n) == "text:hidden-paragraph"; }));
}

/// The blocks of the text, one by one: not what is repeated, removed or rebuilt.
texts blocks(const pugi::xml_node& body, const core::record& data) {
    texts all;
    for (auto block : body.children()) {
        const auto name = name_of(block);
        const auto section = attribute_of(block, "text:name");
        if (name == "text:user-field-decls" || name == "text:table-of-content" ||
            section == "Sans_commune" || section == "communes") {
            continue;
        }
        for (auto item : block.children("text:list-item")) {
            if (has_hidden_paragraph(item)) {
                block.remove_child(item);
                break;
            }
        }
        all.push_back(comparable(block, data));
    }
    return all;
}

texts paragraphs_of(const pugi::xml_node& node) {
    texts all;
    if (is_paragraph(node)) {
        all.push_back(shown_text(node));
        return all;
    }
    for (const auto& child : node.children()) {
        const auto inner = paragraphs_of(child);
        all.insert(all.end(), inner.begin(), inner.end());
    }
    return all;
}

TEST_F(hand_made, has_no_problem) {
    for (const auto& problem :
         document_template("fait-main.ott", template_).problems(test::nested_catalogue())) {
        ADD_FAILURE() << problem.text;
    }
}

TEST_F(hand_made, is_the_same_but_for_fields_conditions_and_repeats) {
    const auto before = blocks(body_of(before_), data_);
    EXPECT_GT(before.size(), 25U);
    EXPECT_EQ(blocks(body_of(after_), data_), before);
}

TEST_F(hand_made, has_the_same_headers_and_footers_but_for_fields) {
    const auto masters_of = [&](const std::string& package) {
        pugi::xml_document styles;
        styles.load_string(test::part(package, "styles.xml").c_str(), parsing);
        return comparable(styles.document_element().child("office:master-styles"), data_);
    };
    EXPECT_EQ(masters_of(merged_.bytes), masters_of(template_));
}

TEST_F(hand_made, keeps_styles_and_fonts_of_its_content) {
    for (const char* name : {"office:font-face-decls", "office:automatic-styles"}) {
        EXPECT_EQ(serialized(after_.document_element().child(name)),
                  serialized(before_.document_element().child(name)));
    }
}

TEST_F(hand_made, keeps_objects_byte_by_byte) {
    std::map<std::string, std::string> packed;
    for (const auto& entry : read_archive(merged_.bytes)) {
        packed[entry.name] = entry.packed;
    }
    std::size_t kept = 0;
    for (const auto& entry : read_archive(template_)) {
        if (entry.name.starts_with("Object") || entry.name == "settings.xml" ||
            entry.name == "manifest.rdf" || entry.name.starts_with("Pictures/")) {
            EXPECT_EQ(packed[entry.name], entry.packed) << entry.name;
            ++kept;
        }
    }
    EXPECT_EQ(kept, 7U);
}

TEST_F(hand_made, repeats_communes_and_their_actions_in_order) {
    texts found;
    for (const auto& section : body_of(after_).children("text:section")) {
        if (attribute_of(section, "text:name") == "communes") {
            found = paragraphs_of(section);
        }
    }
    EXPECT_EQ(found, (texts{"Commune de Antony",
                            "Rang 1",
                            "Action",
                            "Montant",
                            "B",
                            " 2,00 €",
                            "A",
                            " 1,00 €",
                            "Sous-total",
                            " 3,00 €",
                            "",
                            "Commune de Bagneux",
                            "Rang 2",
                            "Action",
                            "Montant",
                            "Sous-total",
                            " 0,00 €",
                            "",
                            "Commune de Clichy",
                            "Rang 3",
                            "Action",
                            "Montant",
                            "C",
                            " 3,00 €",
                            "Sous-total",
                            " 3,00 €",
                            ""}));
}

TEST_F(hand_made, has_references_and_contents_of_what_it_holds) {
    texts references;
    for (const auto& paragraph : body_of(after_).children("text:p")) {
        const auto text = shown_text(paragraph);
        if (text.starts_with("Voir ") && references.size() < 5) {
            references.push_back(text);
        }
    }
    EXPECT_EQ(
        references,
        (texts{"Voir art_objet : Article 1 –  ; Article 1 –  ; Article 1 –  ; 1 ; Objet ; ",
               "Voir art_montant : Article 3 –  ; Article 3 –  ; Article 3 –  ; 3 ; Montant "
               "de 6,00 € ; ",
               "Voir art_detail : 3.1 ; 3.1 ; 3.1 ; 3.1 ; Détail ; ",
               "Voir art_sous : 3.1.a) ; 3.1.a) ; 3.1.a) ; 3.1.a ; Sous-détail ; ",
               "Voir art_communes : Article 2 –  ; Article 2 –  ; Article 2 –  ; 2 ; Communes "
               "; "}));
    EXPECT_EQ(
        paragraphs_of(body_of(after_).child("text:table-of-content").child("text:index-body")),
        (texts{"Sommaire", "Préambule 1", "Article 1 –  Objet 1", "Article 2 –  Communes ",
               "Article 3 –  Montant de 6,00 € 1", "3.1. Détail 1", "3.2. Commune de Antony 2",
               "3.3. Commune de Bagneux ", "3.4. Commune de Clichy "}));
}

TEST_F(hand_made, is_valid_against_the_odf_schema) {
    texts parts;
    for (const char* name : {"content.xml", "styles.xml", "meta.xml"}) {
        parts.push_back(test::part(merged_.bytes, name));
    }
    EXPECT_EQ(test::schema_faults("hand-made", parts), "");
}

} // namespace
} // namespace octroi::odf
