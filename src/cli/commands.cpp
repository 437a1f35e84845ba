#include "cli/commands.hpp"

#include "cli/office_finder.hpp"
#include "cli/progress_bar.hpp"
#include "cli/report.hpp"
#include "core/check/report_text.hpp"
#include "core/compute/computation_text.hpp"
#include "core/error.hpp"
#include "core/field_offer.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "odf/template_report.hpp"
#include "office/files.hpp"

#include <iostream>

namespace octroi::cli {

namespace {

using core::message;

constexpr int done = 0;
constexpr int with_blocking = 1;

int create(const options& asked) {
    watch_signals();
    const auto office = open_gateway(find_office(asked.office));
    office->create_register(asked.create);
    if (!asked.quiet) {
        std::cout << message("run.created", {{"file", asked.create.output.string()}}) << '\n';
    }
    return done;
}

int check(const options& asked) {
    office::require_register_file(asked.file);
    auto request = asked.check;
    request.templates = own_folder() / "templates";
    request.register_folder = std::filesystem::absolute(asked.file).parent_path();
    watch_signals();
    const auto office = open_gateway(find_office(asked.office));
    const auto result = office->check(asked.file, request);
    if (asked.json) {
        write_text(*asked.json, core::check::to_json(result));
    }
    if (asked.csv) {
        write_text(*asked.csv, core::check::to_csv(result));
    }
    if (asked.log) {
        append_log(*asked.log, result);
    }
    report(result, asked.quiet || asked.json == "-" || asked.csv == "-");
    if (request.output && !asked.quiet && asked.json != "-" && asked.csv != "-") {
        std::cout << message("check.written", {{"file", request.output->string()}}) << '\n';
    }
    return result.count(core::check::severity::error) == 0 ? done : with_blocking;
}

int compute(const options& asked) {
    office::require_register_file(asked.file);
    watch_signals();
    const auto office = open_gateway(find_office(asked.office));
    const auto result = office->compute(asked.file, asked.compute);
    if (asked.json) {
        write_text(*asked.json, core::compute::to_json(result));
    }
    if (asked.log) {
        append_log(*asked.log, result.chosen);
    }
    const bool quiet = asked.quiet || asked.json == "-";
    report(result, quiet);
    if (asked.compute.output && !quiet) {
        std::cout << message("run.computed", {{"file", asked.compute.output->string()}}) << '\n';
    }
    return result.chosen.problems.empty() ? done : with_blocking;
}

int generate(const options& asked) {
    office::require_register_file(asked.file);
    auto request = asked.generate;
    request.templates = own_folder() / "templates";
    request.register_folder = std::filesystem::absolute(asked.file).parent_path();
    watch_signals();
    progress_bar progress(asked.quiet);
    const auto office = open_gateway(find_office(asked.office));
    const auto result = office->generate(asked.file, request, progress);
    if (asked.json) {
        write_text(*asked.json, core::to_json(result));
    }
    if (asked.log) {
        append_log(*asked.log, result);
    }
    // Standard output then holds the JSON alone.
    report(result, request.folder, asked.quiet || asked.json == "-");
    return result.complete() ? done : with_blocking;
}

void list(const char* title, const std::set<std::string>& names) {
    std::cout << message(title) << '\n';
    for (const auto& name : names) {
        std::cout << "  " << name << '\n';
    }
}

/// One line for each field and list that a unit offers.
int tell_unit(const options& asked) {
    const auto* catalogue = core::catalogue_of(asked.unit);
    if (catalogue == nullptr) {
        throw core::user_error(core::error_kind::usage,
                               message("author.unknown_unit",
                                       {{"unit", asked.unit},
                                        {"units", core::enumeration(core::known_units(), ", ")}}));
    }
    if (asked.json) {
        write_text(*asked.json, odf::to_json(*catalogue));
    }
    if (asked.json != "-" && !asked.quiet) {
        for (const auto& offer : core::offers_of(*catalogue)) {
            const bool listed = offer.field != nullptr && offer.list != nullptr;
            std::cout << (listed ? "  " : "") << offer.name() << (offer.required() ? "*" : "")
                      << " – " << offer.description() << '\n';
        }
    }
    return done;
}

int check_template(const options& asked) {
    if (!asked.unit.empty()) {
        return tell_unit(asked);
    }
    const auto bytes = office::read_file(asked.file);
    if (!bytes) {
        throw core::user_error(core::error_kind::input,
                               message("template.missing", {{"file", asked.file.string()}}));
    }
    const std::string name = asked.file.filename().string();
    const auto report = odf::report_on(odf::document_template(name, *bytes));
    if (asked.json) {
        write_text(*asked.json, odf::to_json(report));
    }
    const auto& problems = report.problems;
    if (asked.json != "-" && !asked.quiet) {
        std::cout << message("template.summary", {{"file", name}, {"unit", report.catalogue->unit}})
                  << '\n';
        list("template.fields", report.usage.fields);
        list("template.lists", report.usage.lists);
        if (problems.empty()) {
            std::cout << message("template.sound") << '\n';
        }
    }
    if (problems.empty()) {
        return done;
    }
    std::cerr << message("template.problems", {{"file", name}}) << '\n';
    for (const auto& problem : problems) {
        std::cerr << "  – " << problem.text << '\n';
    }
    return with_blocking;
}

} // namespace

int run(const options& asked) {
    switch (asked.what) {
    case command::version:
        std::cout << "octroi " << core::version() << '\n';
        return done;
    case command::create:
        return create(asked);
    case command::check:
        return check(asked);
    case command::compute:
        return compute(asked);
    case command::generate:
        return generate(asked);
    case command::check_template:
        return check_template(asked);
    case command::help:
        break;
    }
    std::cout << help_text(asked.help_for);
    return done;
}

} // namespace octroi::cli
