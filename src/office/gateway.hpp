/// @file
/// What the program asks of LibreOffice, in plain C++. The implementation stands in a module of its
/// own (`octroi-office.so`), so that the program starts, helps and explains without LibreOffice.
#pragma once

#include "core/check/check.hpp"
#include "core/compute/comparison.hpp"
#include "core/manifest.hpp"
#include "core/messages.hpp"
#include "core/progress.hpp"
#include "office/requests.hpp"

#include <filesystem>
#include <memory>

namespace octroi::office {

class gateway {
public:
    gateway() = default;
    gateway(const gateway&) = delete;
    gateway& operator=(const gateway&) = delete;
    virtual ~gateway() = default;

    /// See create_register_file().
    virtual void create_register(const new_request& request) = 0;

    /// See check_file(). The report lives as long as the gateway's module.
    virtual core::check::check_report check(const std::filesystem::path& register_file,
                                            const check_request& request) = 0;

    /// See compute_file().
    virtual core::compute::comparison compute(const std::filesystem::path& register_file,
                                              const compute_request& request) = 0;

    /// See generate_from_file().
    virtual core::manifest generate(const std::filesystem::path& register_file,
                                    const generate_request& request,
                                    core::progress_sink& progress) = 0;
};

/// The module's one symbol. Starts the LibreOffice of `program_folder` (which holds soffice.bin);
/// it ends with the gateway. Throws user_error (office).
using gateway_opener = std::unique_ptr<gateway> (*)(const std::filesystem::path& program_folder,
                                                    core::language language);

inline constexpr const char* gateway_symbol = "octroi_open_gateway";

} // namespace octroi::office
