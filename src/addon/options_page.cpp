#include "addon/options_page.hpp"

#include "addon/folder_choice.hpp"
#include "addon/help_key.hpp"
#include "addon/message_box.hpp"
#include "addon/package.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/XControl.hpp>
#include <cppuhelper/supportsservice.hxx>

#include <algorithm>
#include <array>
#include <iostream>
#include <system_error>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace check = core::check;

namespace {

constexpr const char* implementation_name = "org.octroi.comp.OptionsPage";
constexpr const char* service_name = "org.octroi.OptionsPage";
constexpr const char* external_event = "external_event";

struct text_of_control {
    const char* name;
    const char* key;
};
constexpr std::array<text_of_control, 10> labels = {{{"output_label", "options.output"},
                                                     {"output_browse", "options.browse"},
                                                     {"formats_label", "options.formats"},
                                                     {"templates_label", "options.templates"},
                                                     {"templates_browse", "options.browse"},
                                                     {"language_label", "options.language"},
                                                     {"rules_label", "options.rules"},
                                                     {"level_label", "options.level"},
                                                     {"reset", "options.reset"},
                                                     {"note", "options.note"}}};
constexpr std::array<text_of_control, 7> helps = {
    {{"output", "options.output_help"},
     {"output_browse", "options.output_browse_help"},
     {"templates", "options.templates_help"},
     {"templates_browse", "options.templates_browse_help"},
     {"language", "options.language_help"},
     {"level", "options.level_help"},
     {"reset", "options.reset_help"}}};

constexpr std::array<std::pair<const char*, office::document_format>, 3> format_boxes = {
    {{"odt", office::document_format::odt},
     {"pdf", office::document_format::pdf},
     {"docx", office::document_format::docx}}};

/// In the order of the list.
constexpr std::array<std::optional<core::language>, 3> languages = {
    std::nullopt, core::language::french, core::language::english};

/// What can be chosen for a rule after the catalogue's own level, in the order of the list.
constexpr std::array<std::optional<check::severity>, 4> levels = {
    check::severity::error, check::severity::warning, check::severity::information, std::nullopt};

template <class Items, class Item>
std::size_t position_in(const Items& items, const Item& item) {
    return static_cast<std::size_t>(std::find(items.begin(), items.end(), item) - items.begin());
}

std::string name_of(const std::optional<check::severity>& level) {
    return level ? check::name_of(*level) : core::message("options.off");
}

std::string line_of(const check::rule& rule, const check::severity_choices& chosen) {
    const auto set = chosen.find(rule.id);
    const std::string usual = check::name_of(rule.level);
    return core::message(
        "options.rule",
        {{"rule", rule.id},
         {"level",
          set == chosen.end()
              ? usual
              : core::message("options.changed", {{"from", usual}, {"to", name_of(set->second)}})},
         {"title", rule.title.current()}});
}

bool is_folder(const std::filesystem::path& folder) {
    std::error_code error;
    return folder.is_absolute() && std::filesystem::is_directory(folder, error);
}

/// Takes the folder in a box, unless there is none; nothing typed is nothing set.
void take_folder(const dialog_controls& controls, const char* box, const char* fault,
                 std::filesystem::path& into, std::vector<std::string>& faults) {
    const std::string typed(core::trim(controls.read(box)));
    if (typed.empty() || is_folder(typed)) {
        into = typed;
    } else {
        faults.push_back(core::message(fault, {{"folder", typed}}));
    }
}

} // namespace

sal_Bool SAL_CALL options_page::callHandlerMethod(const window_type& window, const uno::Any& event,
                                                  const rtl::OUString& method) {
    // What happens must not escape into the loop of LibreOffice's dialog.
    std::string fault;
    try {
        return handle(window, event, method);
    } catch (const uno::Exception& error) {
        fault = office::detail_of(error);
    } catch (const std::exception& error) {
        fault = error.what();
    }
    const std::string text = core::message("menu.failure", {{"detail", fault}});
    std::clog << "octroi: " << text << '\n';
    tell(window, text);
    return true;
}

bool options_page::handle(const window_type& window, const uno::Any& event,
                          const rtl::OUString& method) {
    const dialog_controls controls(window);
    if (method.equalsAscii(external_event)) {
        rtl::OUString what;
        event >>= what;
        if (what == "initialize") {
            const uno::Reference<awt::XControlContainer> all(window, uno::UNO_QUERY_THROW);
            for (const auto& control : all->getControls()) {
                lead_to_help(context_, uno::Reference<awt::XWindow>(control, uno::UNO_QUERY_THROW),
                             "options");
            }
        }
        if (what == "initialize" || what == "back") {
            fill(controls);
            return true;
        }
        if (what == "ok") {
            const auto faults = save(controls);
            if (!faults.empty()) {
                tell(window, core::enumeration(faults, "\n\n"));
            }
            return true;
        }
        return false;
    }
    for (const auto& known : handler_methods()) {
        if (method.equalsAscii(known.name)) {
            if (!filling_) {
                (this->*(known.run))(controls);
            }
            return true;
        }
    }
    return false;
}

const std::vector<options_page::handler_method>& options_page::handler_methods() {
    static const std::vector<handler_method> methods = {
        {"onBrowseOutput", &options_page::on_browse_output},
        {"onBrowseTemplates", &options_page::on_browse_templates},
        {"onRule", &options_page::on_rule},
        {"onLevel", &options_page::on_level},
        {"onReset", &options_page::on_reset}};
    return methods;
}

uno::Sequence<rtl::OUString> SAL_CALL options_page::getSupportedMethodNames() {
    std::vector<rtl::OUString> names = {rtl::OUString::createFromAscii(external_event)};
    for (const auto& method : handler_methods()) {
        names.push_back(rtl::OUString::createFromAscii(method.name));
    }
    return office::sequence_of(names);
}

void options_page::tell(const window_type& window, const std::string& text) const {
    const window_ref parent(uno::Reference<awt::XControl>(window, uno::UNO_QUERY_THROW)->getPeer(),
                            uno::UNO_QUERY_THROW);
    show_message(context_, parent, message_kind::warning, core::message("options.title"), text);
}

void options_page::fill(const dialog_controls& controls) {
    core::set_language(office_language(context_));
    const auto held = read_settings(context_);
    filling_ = true;
    for (const auto& [name, key] : labels) {
        controls.label(name, core::message(key));
    }
    for (const auto& [name, key] : helps) {
        controls.help(name, core::message(key));
    }
    controls.write("output", held.output_folder.string());
    controls.write("templates", held.template_folder.string());
    for (const auto& [name, format] : format_boxes) {
        controls.check(name, position_in(held.formats, format) < held.formats.size());
    }
    controls.offer("language", {core::message("options.as_office"), "Français", "English"});
    controls.choose("language", position_in(languages, held.language));
    severities_ = held.severities;
    rule_ = 0;
    std::vector<std::string> names = {""}; // the catalogue's, which depends on the rule
    for (const auto& level : levels) {
        names.push_back(name_of(level));
    }
    controls.offer("level", names);
    show_rules(controls);
    filling_ = false;
}

void options_page::show_rules(const dialog_controls& controls) const {
    std::vector<std::string> lines;
    for (const auto& rule : check::rules()) {
        lines.push_back(line_of(rule, severities_));
    }
    controls.offer("rules", lines);
    controls.choose("rules", rule_);
    show_level(controls);
}

void options_page::show_level(const dialog_controls& controls) const {
    const auto& rule = check::rules()[rule_];
    const auto set = severities_.find(rule.id);
    controls.rename("level", 0,
                    core::message("options.as_catalogue", {{"level", check::name_of(rule.level)}}));
    controls.choose("level", set == severities_.end() ? 0 : 1 + position_in(levels, set->second));
}

std::vector<std::string> options_page::save(const dialog_controls& controls) const {
    std::vector<std::string> faults;
    auto chosen = read_settings(context_);
    take_folder(controls, "output", "options.no_output", chosen.output_folder, faults);
    take_folder(controls, "templates", "options.no_templates", chosen.template_folder, faults);
    std::vector<office::document_format> formats;
    for (const auto& [name, format] : format_boxes) {
        if (controls.checked(name)) {
            formats.push_back(format);
        }
    }
    if (formats.empty()) {
        faults.push_back(core::message("options.no_format"));
    } else {
        chosen.formats = formats;
    }
    chosen.language = languages.at(controls.chosen("language"));
    chosen.severities = severities_;
    write_settings(context_, chosen);
    return faults;
}

void options_page::browse(const dialog_controls& controls, const char* box) const {
    if (const auto chosen = choose_folder(context_, controls.read(box))) {
        controls.write(box, chosen->string());
    }
}

void options_page::on_browse_output(const dialog_controls& controls) {
    browse(controls, "output");
}

void options_page::on_browse_templates(const dialog_controls& controls) {
    browse(controls, "templates");
}

void options_page::on_rule(const dialog_controls& controls) {
    rule_ = controls.chosen("rules");
    filling_ = true;
    show_level(controls);
    filling_ = false;
}

void options_page::on_level(const dialog_controls& controls) {
    const auto& rule = check::rules()[rule_];
    const auto position = controls.chosen("level");
    if (position == 0) {
        severities_.erase(rule.id);
    } else {
        severities_[rule.id] = levels.at(position - 1);
    }
    filling_ = true;
    controls.rename("rules", rule_, line_of(rule, severities_));
    filling_ = false;
}

void options_page::on_reset(const dialog_controls& controls) {
    severities_.clear();
    filling_ = true;
    show_rules(controls);
    filling_ = false;
}

rtl::OUString SAL_CALL options_page::getImplementationName() {
    return rtl::OUString::createFromAscii(implementation_name);
}

sal_Bool SAL_CALL options_page::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

uno::Sequence<rtl::OUString> SAL_CALL options_page::getSupportedServiceNames() {
    return office::sequence_of<rtl::OUString>({rtl::OUString::createFromAscii(service_name)});
}

} // namespace octroi::addon

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
org_octroi_OptionsPage_get_implementation(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    return cppu::acquire(new octroi::addon::options_page(context));
}
