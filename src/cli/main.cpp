#include "cli/commands.hpp"
#include "core/error.hpp"

#include <exception>
#include <iostream>

namespace {

/// A fault of ours (sysexits.h, EX_SOFTWARE); no status of design § 6 says it.
constexpr int internal_error = 70;

} // namespace

int main(int argc, char** argv) {
    try {
        return octroi::cli::run(octroi::cli::parse_options({argv + 1, argv + argc}));
    } catch (const octroi::core::user_error& error) {
        std::cerr << "octroi: " << error.what() << '\n';
        return static_cast<int>(error.kind());
    } catch (const std::exception& error) {
        std::cerr << "octroi: " << octroi::core::message("run.internal", {{"detail", error.what()}})
                  << '\n';
        return internal_error;
    }
}
