#include "cli/office_finder.hpp"

#include "core/error.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <dlfcn.h>
#include <string>
#include <vector>

namespace octroi::cli {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& text) {
    throw core::user_error(core::error_kind::office, text);
}

/// The folder with soffice.bin in or below `folder`, or nothing.
std::optional<fs::path> program_folder(const fs::path& folder) {
    std::error_code error;
    for (const auto& candidate : {folder / "program", folder}) {
        if (fs::exists(candidate / "soffice.bin", error)) {
            return fs::absolute(candidate);
        }
    }
    return std::nullopt;
}

std::vector<fs::path> usual_places() {
    std::vector<fs::path> places = {"/usr/lib/libreoffice", "/usr/lib64/libreoffice",
                                    "/usr/local/lib/libreoffice"};
    // The document foundation's packages: /opt/libreoffice25.2, the newest first.
    std::vector<fs::path> optional;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/opt", error)) {
        if (entry.path().filename().string().starts_with("libreoffice")) {
            optional.push_back(entry.path());
        }
    }
    std::sort(optional.rbegin(), optional.rend());
    places.insert(places.end(), optional.begin(), optional.end());
    return places;
}

void* load(const fs::path& library) {
    void* handle = ::dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL);
    if (handle == nullptr) {
        refuse(core::message("office.module", {{"detail", ::dlerror()}}));
    }
    return handle;
}

} // namespace

fs::path find_office(const std::optional<fs::path>& asked) {
    const char* variable = std::getenv("OCTROI_OFFICE");
    if (asked || (variable != nullptr && *variable != '\0')) {
        const fs::path folder = asked ? *asked : fs::path(variable);
        if (const auto found = program_folder(folder)) {
            return *found;
        }
        refuse(core::message("office.not_there", {{"folder", folder.string()}}));
    }
    for (const auto& place : usual_places()) {
        if (const auto found = program_folder(place)) {
            return *found;
        }
    }
    refuse(core::message("office.missing"));
}

fs::path own_folder() {
    return fs::read_symlink("/proc/self/exe").parent_path();
}

std::unique_ptr<office::gateway> open_gateway(const fs::path& office_program) {
    // The module finds these by their names once they are loaded from the office that was chosen.
    static constexpr std::array libraries = {"libuno_sal.so.3", "libuno_salhelpergcc3.so.3",
                                             "libuno_cppu.so.3", "libuno_cppuhelpergcc3.so.3"};
    for (const auto* library : libraries) {
        load(office_program / library);
    }
    void* module = load(own_folder() / "octroi-office.so");
    void* symbol = ::dlsym(module, office::gateway_symbol);
    if (symbol == nullptr) {
        refuse(core::message("office.module", {{"detail", ::dlerror()}}));
    }
    const auto open = reinterpret_cast<office::gateway_opener>(symbol);
    return open(office_program, core::current_language());
}

} // namespace octroi::cli
