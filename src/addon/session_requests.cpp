#include "addon/session_requests.hpp"

#include "addon/package.hpp"
#include "addon/settings.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/util/PathSettings.hpp>

namespace octroi::addon {

namespace {

constexpr const char* default_folder = "conventions";

std::filesystem::path near(const office::context_ref& context,
                           const std::filesystem::path& register_file) {
    return register_file.empty()
               ? office::path_of(com::sun::star::util::PathSettings::create(context)->getWork())
               : register_file.parent_path();
}

} // namespace

office::check_request check_request_of(const office::context_ref& context,
                                       const std::filesystem::path& register_file) {
    const auto usual = read_settings(context);
    office::check_request request;
    request.templates = package_folder(context) / "templates";
    request.own_templates = usual.template_folder;
    request.register_folder = register_file.parent_path();
    request.severities = usual.severities;
    return request;
}

office::generate_request generate_request_of(const office::context_ref& context,
                                             const std::filesystem::path& register_file) {
    const auto usual = read_settings(context);
    office::generate_request request;
    request.templates = package_folder(context) / "templates";
    request.own_templates = usual.template_folder;
    request.register_folder = register_file.parent_path();
    request.formats = usual.formats;
    request.folder = usual.output_folder.empty() ? near(context, register_file) / default_folder
                                                 : usual.output_folder;
    request.by_commune = usual.by_commune;
    if (usual.combined) {
        request.combined = combined_name;
    }
    request.duplex = usual.duplex;
    return request;
}

void remember_choices(const office::context_ref& context, const office::generate_request& chosen) {
    auto held = read_settings(context);
    held.by_commune = chosen.by_commune;
    held.combined = !chosen.combined.empty();
    held.duplex = chosen.duplex;
    write_settings(context, held);
}

} // namespace octroi::addon
