#include <gtest/gtest.h>

#include "expectations.hpp"
#include "program.hpp"

namespace octroi::test {
namespace {

void expect_help(const std::vector<std::string>& arguments, const std::string& words) {
    const auto result = run(arguments);
    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.err, "");
    EXPECT_NE(result.out.find(words), std::string::npos) << result.out;
}

TEST(usage, help_and_version_are_no_errors) {
    expect_help({}, "octroi generate REGISTRE --out DOSSIER");
    expect_help({"--help"}, "octroi generate REGISTRE --out DOSSIER");
    expect_help({"new", "--help"}, "octroi new REGISTRE.ods [--demo]");
    expect_help({"generate", "--help"}, "--overwrite");
    expect_help({"template", "--help"}, "octroi template MODELE");
    expect_help({"--lang", "en", "--help"}, "octroi generate REGISTER --out");
    expect_help({"--version"}, "octroi ");
    expect_help({"generate", "--version"}, "octroi ");
}

TEST(usage, help_names_every_exit_status) {
    const auto result = run({"--help"});
    for (const auto* status : {"0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "130 "}) {
        EXPECT_NE(result.out.find(status), std::string::npos) << status;
    }
}

struct refusal {
    std::vector<std::string> arguments;
    std::vector<std::string> words;
};

void expect_usage_errors(const std::vector<refusal>& refusals) {
    for (const auto& [arguments, words] : refusals) {
        SCOPED_TRACE(::testing::PrintToString(arguments));
        expect_refused(run(arguments), 2, words);
    }
}

TEST(usage, unknown_commands_and_options_are_named) {
    expect_usage_errors({
        {{"produire"}, {"Commande inconnue", "« produire »", "new, generate, template"}},
        {{"generate", "r.ods", "--out", "/x", "--formta", "pdf"}, {"Option inconnue", "--formta"}},
        // No abbreviation: a later version may have another option that begins so.
        {{"generate", "r.ods", "--ou", "/x"}, {"Option inconnue", "--ou"}},
        {{"--foo"}, {"Option inconnue", "--foo"}},
        {{"new", "a.ods", "b.ods"}, {"Argument en trop", "« b.ods »"}},
        {{"--lang", "de", "--help"}, {"Langue inconnue", "« de »", "fr, en"}},
        {{"--quiet"}, {"Indiquez une commande"}},
    });
}

TEST(usage, what_is_missing_is_named) {
    expect_usage_errors({
        {{"generate"}, {"Indiquez le registre"}},
        {{"generate", "r.ods"}, {"Indiquez le dossier de sortie", "--out"}},
        {{"generate", "r.ods", "--out"}, {"--out", "attend une valeur"}},
        {{"new"}, {"Indiquez le fichier à créer"}},
        {{"template"}, {"Indiquez le modèle"}},
    });
}

TEST(usage, options_that_contradict_or_are_unknown_values_are_refused) {
    expect_usage_errors({
        {{"generate", "r.ods", "--out", "/x", "--kind", "convention", "--template", "m.ott"},
         {"--kind", "--template"}},
        {{"generate", "r.ods", "--out", "/x", "--format", "pdf,rtf"},
         {"Format inconnu", "« rtf »", "odt, pdf, docx"}},
        {{"generate", "r.ods", "--out", "/x", "--format", ""}, {"Format inconnu"}},
    });
}

TEST(usage, names_that_cannot_be_are_refused_before_anything_is_read) {
    expect_usage_errors({
        {{"generate", "r.ods", "--out", "/x", "--name"}, {"--name", "attend une valeur"}},
        {{"generate", "r.ods", "--out", "/x", "--name", "../{numero}"}, {"--name", "../{numero}"}},
        {{"generate", "r.ods", "--out", "/x", "--name", "{numero"}, {"--name", "{numero"}},
        {{"generate", "r.ods", "--out", "/x", "--name", "a:{numero}"}, {"--name", "caractère"}},
        {{"generate", "r.ods", "--out", "/x", "--combined", "tout.odt"}, {"--combined", ".pdf"}},
        {{"generate", "r.ods", "--out", "/x", "--combined", "/tout.pdf"}, {"--combined"}},
        {{"generate", "r.ods", "--out", "/x", "--duplex"}, {"--duplex", "--combined"}},
    });
}

TEST(usage, errors_speak_english_when_asked) {
    expect_usage_errors({
        {{"generate", "--lang", "en", "r.ods"}, {"Give the output folder", "--out"}},
        {{"generate", "--lang=en", "r.ods", "--out", "/x", "--format", "rtf"}, {"rtf", "odt"}},
        {{"generate", "r.ods", "--oops", "--lang", "en"}, {"option", "--oops"}},
    });
}

// Common options mean the same before the command.
TEST(usage, common_options_may_stand_before_the_command) {
    expect_usage_errors({
        {{"--lang", "en", "generate", "r.ods"}, {"Give the output folder"}},
        {{"--quiet", "produire"}, {"Commande inconnue", "« produire »"}},
    });
}

TEST(usage, a_switch_takes_no_value) {
    expect_refused(run({"new", "r.ods", "--demo=oui"}), 2, {"--demo", "n’attend pas de valeur"});
}

} // namespace
} // namespace octroi::test
