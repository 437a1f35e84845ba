// The page of the options in a real office, driven as LibreOffice's own dialog drives it.
#include "addon/options_page.hpp"
#include "addon/package.hpp"
#include "core/check/rule.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/ContainerWindowProvider.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <gtest/gtest.h>
#include <rtl/ref.hxx>

#include <algorithm>

#include "dialog_driver.hpp"
#include "dispatching.hpp"
#include "kept_settings.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace check = core::check;

using office::document_format;
using texts = std::vector<std::string>;
using window_ref = uno::Reference<awt::XWindow>;
using handler_ref = uno::Reference<awt::XContainerWindowEventHandler>;

/// The page in a window, with a handler, as LibreOffice's dialog makes it.
class shown_page {
public:
    explicit shown_page(handler_ref handler)
        : parent_(office::new_hidden(live_office(), "private:factory/scalc")),
          handler_(std::move(handler)) {
        const uno::Reference<awt::XWindowPeer> peer(frame_of(parent_.get())->getContainerWindow(),
                                                    uno::UNO_QUERY_THROW);
        window_ =
            awt::ContainerWindowProvider::create(live_office())
                ->createContainerWindow(addon::package_url(live_office()) + "/dialogs/options.xdl",
                                        "", peer, handler_);
        external("initialize");
    }
    shown_page(const shown_page&) = delete;
    shown_page& operator=(const shown_page&) = delete;
    ~shown_page() {
        uno::Reference<com::sun::star::lang::XComponent>(window_, uno::UNO_QUERY_THROW)->dispose();
    }

    void external(const char* what) {
        EXPECT_TRUE(handler_->callHandlerMethod(
            window_, uno::Any(rtl::OUString::createFromAscii(what)), "external_event"));
    }
    /// A button tells it later, in a thread of its own.
    void press(const char* method) {
        EXPECT_TRUE(
            handler_->callHandlerMethod(window_, {}, rtl::OUString::createFromAscii(method)));
    }

    dialog_driver driver() const { return dialog_driver(window_); }
    addon::dialog_controls controls() const { return addon::dialog_controls(window_); }

private:
    office::closing_document parent_;
    handler_ref handler_;
    window_ref window_;
};

int position_of(const std::string& rule) {
    const auto& all = check::rules();
    return static_cast<int>(
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == rule; }) -
        all.begin());
}

class options_page : public ::testing::Test {
protected:
    options_page() {
        addon::settings start;
        start.language = core::language::french;
        start.output_folder = folder_.path();
        start.severities = {{"CTR-03", check::severity::information}};
        addon::write_settings(live_office(), start);
        page_ = new addon::options_page(live_office());
        shown_.emplace(handler_ref(page_.get()));
    }
    ~options_page() override { core::set_language(core::language::french); }

    static addon::settings held() { return addon::read_settings(live_office()); }

    kept_settings kept_;
    office::temporary_folder folder_;
    rtl::Reference<addon::options_page> page_;
    std::optional<shown_page> shown_;
};

TEST_F(options_page, names_each_field_in_the_order_of_the_tab_key) {
    const auto page = shown_->driver();
    EXPECT_EQ(page.unnamed(), texts());
    EXPECT_EQ(page.fields(),
              (texts{"Dossier de sortie\u00A0:", "Dossier de modèles\u00A0:",
                     "Langue des messages\u00A0:", "Règles de contrôle et leur gravité\u00A0:",
                     "Gravité de la règle\u00A0:"}));
}

TEST_F(options_page, shows_the_settings) {
    const auto page = shown_->driver();
    EXPECT_EQ(page.typed("output"), folder_.path().string());
    EXPECT_EQ(page.typed("templates"), "");
    EXPECT_TRUE(page.checked("odt"));
    EXPECT_TRUE(page.checked("pdf"));
    EXPECT_FALSE(page.checked("docx"));
    EXPECT_EQ(page.chosen("language"), "Français");
    EXPECT_EQ(page.items("rules"), static_cast<int>(check::rules().size()));
    EXPECT_EQ(page.chosen("rules"), "GEN-01 – Erreur – Toute colonne obligatoire est présente");
    EXPECT_EQ(page.chosen("level"), "Selon le catalogue (Erreur)");
}

TEST_F(options_page, shows_and_changes_the_severity_of_the_rule_chosen) {
    const auto page = shown_->driver();
    const int rule = position_of("CTR-03");
    const auto begins = [&](const std::string& with) {
        EXPECT_TRUE(page.item("rules", rule).starts_with(with)) << page.item("rules", rule);
    };
    begins("CTR-03 – Avertissement → Information – ");
    page.choose("rules", rule);
    EXPECT_EQ(page.chosen("level"), "Information");
    page.choose("level", 4);
    begins("CTR-03 – Avertissement → Désactivée – ");
    EXPECT_EQ(page.chosen("level"), "Désactivée");
    EXPECT_EQ(page.chosen("rules"), page.item("rules", rule));
    page.choose("rules", 0);
    EXPECT_EQ(page.chosen("level"), "Selon le catalogue (Erreur)");
    page.choose("rules", rule);
    EXPECT_EQ(page.chosen("level"), "Désactivée");
    page.choose("level", 0);
    begins("CTR-03 – Avertissement – ");
}

TEST_F(options_page, writes_on_ok_and_not_before) {
    const auto page = shown_->driver();
    page.type("output", "");
    page.type("templates", "  " + folder_.path().string() + " ");
    page.check("pdf", false);
    page.check("docx", true);
    page.choose("language", 2);
    page.choose("rules", 1);
    page.choose("level", 1);
    EXPECT_EQ(held().output_folder, folder_.path());
    shown_->external("ok");
    const auto found = held();
    EXPECT_EQ(found.output_folder, "");
    EXPECT_EQ(found.template_folder, folder_.path());
    EXPECT_EQ(found.formats, (std::vector{document_format::odt, document_format::docx}));
    EXPECT_EQ(found.language, core::language::english);
    EXPECT_EQ(found.severities, (check::severity_choices{{"CTR-03", check::severity::information},
                                                         {"GEN-02", check::severity::error}}));
}

TEST_F(options_page, goes_back_to_what_holds) {
    const auto page = shown_->driver();
    page.type("output", "/ailleurs");
    page.check("odt", false);
    page.choose("language", 0);
    page.choose("rules", 5);
    page.choose("level", 4);
    shown_->external("back");
    EXPECT_EQ(page.typed("output"), folder_.path().string());
    EXPECT_TRUE(page.checked("odt"));
    EXPECT_EQ(page.chosen("language"), "Français");
    EXPECT_EQ(page.item("rules", 5).find("→"), std::string::npos);
    shown_->external("ok");
    EXPECT_EQ(held().severities.size(), 1U);
}

TEST_F(options_page, sets_all_rules_back_at_once) {
    const auto page = shown_->driver();
    page.choose("rules", position_of("CTR-03"));
    shown_->press("onReset");
    EXPECT_EQ(page.chosen("level"), "Selon le catalogue (Avertissement)");
    for (int i = 0; i < page.items("rules"); ++i) {
        EXPECT_EQ(page.item("rules", i).find("→"), std::string::npos) << i;
    }
    EXPECT_EQ(held().severities.size(), 1U);
    shown_->external("ok");
    EXPECT_EQ(held().severities.size(), 0U);
}

TEST_F(options_page, tells_a_folder_that_does_not_exist_and_keeps_the_earlier_one) {
    const auto page = shown_->driver();
    const auto file = folder_.path() / "fichier";
    office::write_file(file, "x");
    page.type("templates", folder_.path().string());
    for (const auto& wrong :
         {(folder_.path() / "absent").string(), file.string(), std::string("relatif")}) {
        SCOPED_TRACE(wrong);
        page.type("output", wrong);
        const auto faults = page_->save(shown_->controls());
        ASSERT_EQ(faults.size(), 1U);
        EXPECT_NE(faults[0].find(wrong), std::string::npos);
        EXPECT_EQ(held().output_folder, folder_.path());
        EXPECT_EQ(held().template_folder, folder_.path()); // what is right is written
    }
    page.type("output", "");
    page.type("templates", "/absent");
    EXPECT_EQ(page_->save(shown_->controls()),
              texts{core::message("options.no_templates", {{"folder", "/absent"}})});
    EXPECT_EQ(held().template_folder, folder_.path());
}

TEST_F(options_page, keeps_the_formats_when_none_is_checked) {
    const auto page = shown_->driver();
    page.check("odt", false);
    page.check("pdf", false);
    EXPECT_EQ(page_->save(shown_->controls()), texts{core::message("options.no_format")});
    EXPECT_EQ(held().formats, (std::vector{document_format::odt, document_format::pdf}));
}

TEST_F(options_page, speaks_the_language_chosen_the_next_time) {
    shown_->driver().choose("language", 2);
    shown_->external("ok");
    shown_.reset();
    // By its service, in the office's own process.
    shown_.emplace(handler_ref(live_office()->getServiceManager()->createInstanceWithContext(
                                   "org.octroi.OptionsPage", live_office()),
                               uno::UNO_QUERY_THROW));
    const auto page = shown_->driver();
    EXPECT_EQ(page.unnamed(), texts());
    EXPECT_EQ(page.fields(), (texts{"Output folder:", "Template folder:", "Message language:",
                                    "Check rules and their severity:", "Rule severity:"}));
    EXPECT_EQ(page.chosen("language"), "English");
    EXPECT_EQ(page.chosen("rules"), "GEN-01 – Error – Every required column is present");
    page.choose("rules", 2);
    page.choose("level", 3);
    shown_->external("ok");
    EXPECT_EQ(held().severities.at("GEN-03"), check::severity::information);
    EXPECT_EQ(held().language, core::language::english);
}

} // namespace
} // namespace octroi::test
