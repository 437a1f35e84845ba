#include "cli/options.hpp"

#include "core/document_kinds.hpp"
#include "core/error.hpp"
#include "core/field_catalogue.hpp"
#include "core/text.hpp"
#include "office/formats.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <map>
#include <sstream>

namespace octroi::cli {

namespace po = boost::program_options;

namespace {

using core::message;

[[noreturn]] void refuse(const std::string& text) {
    throw core::user_error(core::error_kind::usage, text);
}

const std::map<std::string, command>& commands() {
    static const std::map<std::string, command> known = {
        {"new", command::create},
        {"check", command::check},
        {"compute", command::compute},
        {"generate", command::generate},
        {"template", command::check_template},
    };
    return known;
}

std::string described(const char* key) {
    return message(key);
}

std::string kinds_described() {
    std::vector<std::string> names;
    for (const auto& kind : core::document_kinds()) {
        names.push_back(kind.name);
    }
    return message("help.kind", {{"kinds", core::enumeration(names, ", ")}});
}

po::options_description common_options() {
    po::options_description group(described("help.common"));
    group.add_options()("lang", po::value<std::string>()->value_name("fr|en"),
                        described("help.lang").c_str())("quiet", po::bool_switch(),
                                                        described("help.quiet").c_str())(
        "log", po::value<std::string>()->value_name("F"), described("help.log").c_str())(
        "office", po::value<std::string>()->value_name("DIR"), described("help.office").c_str())(
        "help", po::bool_switch(), described("help.help").c_str())(
        "version", po::bool_switch(), described("help.version").c_str());
    return group;
}

po::options_description options_of(command what) {
    po::options_description group(described("help.options"));
    const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
    if (what == command::create) {
        group.add_options()("demo", po::bool_switch(), described("help.demo").c_str());
    } else if (what == command::check) {
        group.add_options()("as-of", text("DATE"), described("help.as_of").c_str())(
            "json", text("F"), described("help.check_json").c_str())("csv", text("F"),
                                                                     described("help.csv").c_str())(
            "output,o", text("OUT.ods"), described("help.check_output").c_str());
    } else if (what == command::compute) {
        group.add_options()("year", text("Y"), described("help.year").c_str())(
            "json", text("F"), described("help.compute_json").c_str())(
            "scenario", po::value<std::vector<std::string>>()->value_name("S"),
            described("help.scenario").c_str())("adopt", text("S"),
                                                described("help.adopt").c_str())(
            "output,o", text("OUT.ods"), described("help.compute_output").c_str());
    } else if (what == command::generate) {
        group.add_options()("out", text("DIR"), described("help.out").c_str())(
            "kind", text("K"), kinds_described().c_str())(
            "template", text("FILE"), described("help.template_option").c_str())(
            "format", text("odt,pdf,docx"), described("help.format").c_str())(
            "where", po::value<std::vector<std::string>>()->value_name("COL=VAL"),
            described("help.where").c_str())("as-of", text("DATE"),
                                             described("help.as_of").c_str())(
            "draft", po::bool_switch(), described("help.draft").c_str())(
            "overwrite", po::bool_switch(), described("help.overwrite").c_str())(
            "name", text("PATTERN"),
            message("help.name", {{"example", "{exercice}/{commune}/{numero}"},
                                  {"usual", std::string(core::usual_name_pattern)}})
                .c_str())("by-commune", po::bool_switch(), described("help.by_commune").c_str())(
            "combined", text("F.pdf"), described("help.combined").c_str())(
            "duplex", po::bool_switch(), described("help.duplex").c_str())(
            "order", text("FIELD,-FIELD"),
            described("help.order").c_str())("json", text("F"), described("help.json").c_str())(
            "output,o", text("OUT.ods"), described("state.help_output").c_str());
    } else if (what == command::check_template) {
        group.add_options()("json", text("F"), described("author.help_json").c_str())(
            "unit", text("U"),
            message("author.help_unit", {{"units", core::enumeration(core::known_units(), ", ")}})
                .c_str());
    }
    return group;
}

void set_language(options& result, const std::string& name) {
    if (name == "en") {
        result.language = core::language::english;
    } else if (name != "fr") {
        refuse(message("usage.language", {{"language", name}}));
    }
    core::set_language(result.language);
}

/// The language is wanted before anything else can be said.
void find_language(options& result, const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) {
            set_language(result, arguments[i + 1]);
        } else if (arguments[i].starts_with("--lang=")) {
            set_language(result, arguments[i].substr(7));
        }
    }
}

/// Common options may stand before the command.
std::size_t command_position(const std::vector<std::string>& arguments) {
    const auto known = common_options();
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].starts_with("--")) {
        // « --lang en » takes the next word; « --lang=en » and « --quiet » do not.
        const auto* option = known.find_nothrow(arguments[at].substr(2), false);
        at += option != nullptr && option->semantic()->max_tokens() > 0 ? 2 : 1;
    }
    return at;
}

po::variables_map parsed(const std::vector<std::string>& arguments, command what) {
    po::options_description hidden;
    hidden.add_options()("file", po::value<std::vector<std::string>>());
    po::options_description all;
    all.add(common_options()).add(options_of(what)).add(hidden);
    po::positional_options_description positional;
    positional.add("file", -1);
    po::variables_map values;
    const int style =
        po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    try {
        po::store(po::command_line_parser(arguments)
                      .options(all)
                      .positional(positional)
                      .style(style)
                      .run(),
                  values);
    } catch (const po::unknown_option& error) {
        refuse(message("usage.unknown_option", {{"option", error.get_option_name()}}));
    } catch (const po::invalid_command_line_syntax& error) {
        const bool needless = error.kind() == po::invalid_command_line_syntax::extra_parameter;
        refuse(message(needless ? "usage.needless_value" : "usage.missing_value",
                       {{"option", error.get_option_name()}}));
    } catch (const po::error_with_option_name& error) {
        refuse(message("usage.missing_value", {{"option", error.get_option_name()}}));
    } catch (const po::error& error) {
        refuse(message("usage.option", {{"detail", error.what()}}));
    }
    return values;
}

std::filesystem::path only_file(const po::variables_map& values, const char* missing) {
    if (values.count("file") == 0) {
        refuse(message(missing));
    }
    const auto& files = values["file"].as<std::vector<std::string>>();
    if (files.size() > 1) {
        refuse(message("usage.too_many", {{"argument", files[1]}}));
    }
    return files.front();
}

std::optional<std::filesystem::path> path_option(const po::variables_map& values,
                                                 const char* name) {
    return values.count(name) == 0
               ? std::nullopt
               : std::optional<std::filesystem::path>(values[name].as<std::string>());
}

std::optional<core::date> day_of_analysis(const po::variables_map& values) {
    if (values.count("as-of") == 0) {
        return std::nullopt;
    }
    const auto& text = values["as-of"].as<std::string>();
    const auto day = core::parse_date(text);
    if (!day) {
        refuse(message("check.as_of", {{"value", text}}));
    }
    return day;
}

void read_check(options& result, const po::variables_map& values) {
    result.file = only_file(values, "usage.no_register");
    result.check.as_of = day_of_analysis(values);
    result.check.output = path_option(values, "output");
    result.json = path_option(values, "json");
    result.csv = path_option(values, "csv");
}

void read_compute(options& result, const po::variables_map& values) {
    auto& request = result.compute;
    result.file = only_file(values, "usage.no_register");
    request.output = path_option(values, "output");
    result.json = path_option(values, "json");
    if (!request.output && !result.json) {
        refuse(message("usage.no_result"));
    }
    if (values.count("year") != 0) {
        request.computation.year = core::compute::parse_year(values["year"].as<std::string>());
    }
    if (values.count("scenario") != 0) {
        for (const auto& text : values["scenario"].as<std::vector<std::string>>()) {
            request.scenarios.push_back(core::compute::parse_scenario(text));
        }
    }
    if (values.count("adopt") != 0) {
        request.adopt = values["adopt"].as<std::string>();
    }
}

/// Names, folders and the PDF for the printer; what can be refused without the register is.
void read_outputs(office::generate_request& request, const po::variables_map& values) {
    if (values.count("name") != 0) {
        request.name_pattern = values["name"].as<std::string>();
        const core::name_pattern checked(request.name_pattern);
    }
    if (values.count("order") != 0) {
        request.order = values["order"].as<std::string>();
    }
    request.by_commune = values["by-commune"].as<bool>();
    request.duplex = values["duplex"].as<bool>();
    if (values.count("combined") != 0) {
        request.combined = core::pdf_name(values["combined"].as<std::string>(), "--combined");
        if (values.count("format") == 0) {
            request.formats.clear();
        }
    } else if (request.duplex) {
        refuse(message("usage.duplex"));
    }
}

void read_generate(options& result, const po::variables_map& values) {
    auto& request = result.generate;
    result.file = only_file(values, "usage.no_register");
    const auto folder = path_option(values, "out");
    if (!folder) {
        refuse(message("usage.no_out"));
    }
    request.folder = *folder;
    if (values.count("kind") != 0 && values.count("template") != 0) {
        refuse(message("usage.kind_and_template"));
    }
    if (values.count("kind") != 0) {
        request.kind = values["kind"].as<std::string>();
    }
    request.template_file = path_option(values, "template");
    if (values.count("format") != 0) {
        request.formats = office::formats_of(values["format"].as<std::string>());
    }
    if (values.count("where") != 0) {
        request.where = values["where"].as<std::vector<std::string>>();
    }
    request.as_of = day_of_analysis(values);
    request.draft = values["draft"].as<bool>();
    request.overwrite = values["overwrite"].as<bool>();
    request.output = path_option(values, "output");
    if (request.draft && request.output) {
        refuse(message("state.draft_output"));
    }
    result.json = path_option(values, "json");
    read_outputs(request, values);
}

void read_template(options& result, const po::variables_map& values) {
    result.json = path_option(values, "json");
    if (values.count("unit") == 0) {
        result.file = only_file(values, "usage.no_template");
        return;
    }
    result.unit = values["unit"].as<std::string>();
    if (values.count("file") != 0) {
        refuse(message("author.unit_and_template"));
    }
}

} // namespace

options parse_options(const std::vector<std::string>& arguments) {
    options result;
    find_language(result, arguments);
    if (arguments.empty()) {
        return result;
    }
    const std::size_t at = command_position(arguments);
    if (at >= arguments.size()) {
        const auto values = parsed(arguments, command::help);
        if (values["version"].as<bool>()) {
            result.what = command::version;
        } else if (!values["help"].as<bool>()) {
            refuse(message("usage.no_command"));
        }
        return result;
    }
    const auto found = commands().find(arguments[at]);
    if (found == commands().end()) {
        refuse(message("usage.command", {{"command", arguments[at]}}));
    }
    auto rest = arguments;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    const auto values = parsed(rest, found->second);
    if (values["help"].as<bool>()) {
        result.help_for = found->first;
        return result;
    }
    if (values["version"].as<bool>()) {
        result.what = command::version;
        return result;
    }
    result.what = found->second;
    result.quiet = values["quiet"].as<bool>();
    result.log = path_option(values, "log");
    result.office = path_option(values, "office");
    if (result.what == command::create) {
        result.create.output = only_file(values, "usage.no_output");
        result.create.demonstration = values["demo"].as<bool>();
    } else if (result.what == command::check_template) {
        read_template(result, values);
    } else if (result.what == command::check) {
        read_check(result, values);
    } else if (result.what == command::compute) {
        read_compute(result, values);
    } else {
        read_generate(result, values);
    }
    return result;
}

std::string help_text(const std::string& name) {
    std::ostringstream text;
    if (name.empty()) {
        text << message("help.usage") << "\n\n" << common_options();
        return text.str();
    }
    text << message("help." + name) << "\n\n";
    if (const auto group = options_of(commands().at(name)); !group.options().empty()) {
        text << group << '\n';
    }
    text << common_options();
    return text.str();
}

} // namespace octroi::cli
