/// @file
/// The program's options (design § 6).
#pragma once

#include "core/messages.hpp"
#include "office/requests.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace octroi::cli {

enum class command { help, version, create, check, compute, generate, check_template };

struct options {
    command what = command::help;
    std::string help_for; ///< command whose help is asked for, empty for all
    core::language language = core::language::french;
    bool quiet = false;
    std::optional<std::filesystem::path> log;
    std::optional<std::filesystem::path> office;

    std::filesystem::path file; ///< the register or template
    std::string unit;           ///< whose fields are asked for, instead of a template
    office::new_request create;
    office::check_request check;
    office::compute_request compute;
    office::generate_request generate;
    std::optional<std::filesystem::path> json;
    std::optional<std::filesystem::path> csv;
};

/// Reads the command line. The language is set as soon as it is known, so that errors speak it.
/// Throws user_error (usage).
options parse_options(const std::vector<std::string>& arguments);

/// The help text, for all commands or one.
std::string help_text(const std::string& command);

} // namespace octroi::cli
