// The user's settings in LibreOffice's configuration, and what the commands make of them.
#include "addon/configuration.hpp"
#include "addon/package.hpp"
#include "addon/settings.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <boost/json.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "computed_registers.hpp"
#include "kept_settings.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace check = core::check;

using office::document_format;

class settings : public ::testing::Test {
protected:
    /// As an administrator or a text editor would.
    static void write(const char* name, const uno::Any& value) {
        const auto node = addon::configuration_to_change(live_office(), "/org.octroi.Settings");
        node->replaceByName(rtl::OUString::createFromAscii(name), value);
        uno::Reference<com::sun::star::util::XChangesBatch>(node, uno::UNO_QUERY_THROW)
            ->commitChanges();
    }
    static void write(const char* name, const std::string& text) {
        write(name, uno::Any(office::to_uno(text)));
    }
    static addon::settings read() { return addon::read_settings(live_office()); }

    kept_settings kept_;
};

TEST_F(settings, are_the_usual_ones_at_first) {
    const auto found = read();
    EXPECT_EQ(found.output_folder, "");
    EXPECT_EQ(found.formats, (std::vector{document_format::odt, document_format::pdf}));
    EXPECT_FALSE(found.by_commune || found.combined || found.duplex);
    EXPECT_EQ(found.template_folder, "");
    EXPECT_EQ(found.language, std::nullopt);
    EXPECT_EQ(found.severities, check::severity_choices());
}

TEST_F(settings, are_read_as_they_were_written) {
    addon::settings chosen;
    chosen.output_folder = "/srv/département/conventions";
    chosen.formats = {document_format::docx, document_format::odt};
    chosen.by_commune = true;
    chosen.combined = true;
    chosen.duplex = true;
    chosen.template_folder = "/srv/modèles 92";
    chosen.language = core::language::english;
    chosen.severities = {{"CTR-03", check::severity::information}, {"GEN-05", std::nullopt}};
    addon::write_settings(live_office(), chosen);
    const auto found = read();
    EXPECT_EQ(found.output_folder, chosen.output_folder);
    EXPECT_EQ(found.formats, chosen.formats);
    EXPECT_TRUE(found.by_commune && found.combined && found.duplex);
    EXPECT_EQ(found.template_folder, chosen.template_folder);
    EXPECT_EQ(found.language, chosen.language);
    EXPECT_EQ(found.severities, chosen.severities);
}

TEST_F(settings, that_make_no_sense_are_the_usual_ones) {
    write("OutputFolder", "conventions");
    write("Formats", "odt,html");
    write("TemplateFolder", "../modèles");
    write("Language", "de");
    write("Severities", uno::Any(office::sequence_of<rtl::OUString>(
                            {"CTR-03", "CTR-99=E", "CTR-03=grave", "", "=E", "ctr-04=a"})));
    const auto found = read();
    EXPECT_EQ(found.output_folder, "");
    EXPECT_EQ(found.formats, addon::settings().formats);
    EXPECT_EQ(found.template_folder, "");
    EXPECT_EQ(found.language, std::nullopt);
    EXPECT_EQ(found.severities, (check::severity_choices{{"CTR-04", check::severity::warning}}));
}

TEST_F(settings, choose_the_language_of_the_messages) {
    const core::language offices = addon::office_language(live_office());
    demonstration_document document;
    // A command that refuses what it is given: its answer is a message.
    const auto answer = [&] {
        return dispatch(document.frame(), "org.octroi:check",
                        office::properties({{"Silent", uno::Any(true)},
                                            {"AsOf", uno::Any(rtl::OUString("demain"))}}))
            .text;
    };
    for (const auto& [code, language] :
         {std::pair{"fr", core::language::french}, std::pair{"en", core::language::english}}) {
        write("Language", code);
        EXPECT_EQ(addon::office_language(live_office()), language);
        EXPECT_EQ(answer(), core::filled(core::message_text("check.as_of", language),
                                         {{"value", "demain"}}, "check.as_of"));
    }
    write("Language", "");
    EXPECT_EQ(addon::office_language(live_office()), offices);
}

TEST_F(settings, of_severities_hold_in_a_check_of_the_menu) {
    demonstration_document document;
    // rule → its letters in the report
    const auto levels = [&](const std::string& rule) {
        const auto report = dispatch(document.frame(), "org.octroi:check",
                                     office::properties({{"Silent", uno::Any(true)}}));
        EXPECT_TRUE(report.success) << report.text;
        std::set<std::string> found;
        const auto root = boost::json::parse(report.text);
        for (const auto& finding : root.at("findings").as_array()) {
            if (finding.at("rule").as_string() == rule) {
                found.emplace(finding.at("severity").as_string());
            }
        }
        return found;
    };
    using letters = std::set<std::string>;
    // The first file of the demonstration gets a number that is none.
    document.book().put("Actions", place_in_register("actions", "numero_dossier", 0), "n° 12");
    const std::string rule = "ACT-01";
    ASSERT_EQ(levels(rule), letters{"E"});
    write("Severities", uno::Any(office::sequence_of<rtl::OUString>({"ACT-01=I"})));
    EXPECT_EQ(levels(rule), letters{"I"});
    write("Severities", uno::Any(office::sequence_of<rtl::OUString>({"ACT-01=off"})));
    EXPECT_EQ(levels(rule), letters{});
}

TEST_F(settings, of_templates_hold_in_the_documents_of_the_menu) {
    const office::temporary_folder folder;
    const auto own = folder.path() / "modèles";
    std::filesystem::create_directory(own);
    // Known by its bytes: the investment template under the name of the other one.
    std::filesystem::copy_file(std::filesystem::path(OCTROI_STAGED_EXTENSION) / "templates" /
                                   "convention-investissement.ott",
                               own / "convention-fonctionnement.ott");
    demonstration_document document;
    const auto fingerprints = [&](const char* name) {
        const auto result =
            dispatch(document.frame(), "org.octroi:generate",
                     office::properties(
                         {{"Folder", uno::Any(office::to_uno((folder.path() / name).string()))},
                          {"Where", uno::Any(rtl::OUString("Commune=Nanterre"))}}));
        EXPECT_TRUE(result.success) << result.text;
        std::map<std::string, std::string> found;
        const auto root = boost::json::parse(result.text);
        for (const auto& made : root.at("documents").as_array()) {
            found.emplace(made.at("number").as_string(), made.at("fingerprint").as_string());
        }
        return found;
    };
    const auto product = fingerprints("produit");
    write("TemplateFolder", own.string());
    const auto user = fingerprints("utilisateur");
    ASSERT_EQ(product.size(), user.size());
    std::size_t others = 0;
    for (const auto& [number, fingerprint] : product) {
        const bool other = user.at(number) != fingerprint;
        EXPECT_EQ(other, number.find("FON") != std::string::npos) << number;
        others += other ? 1 : 0;
    }
    EXPECT_GT(others, 0U);
    EXPECT_LT(others, product.size());
}

} // namespace
} // namespace octroi::test
