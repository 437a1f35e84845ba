#include "addon/session_requests.hpp"

#include "addon/package.hpp"

namespace octroi::addon {

office::check_request check_request_of(const office::context_ref& context,
                                       const std::filesystem::path& register_file) {
    office::check_request request;
    request.templates = package_folder(context) / "templates";
    request.register_folder = register_file.parent_path();
    return request;
}

office::generate_request generate_request_of(const office::context_ref& context,
                                             const std::filesystem::path& register_file) {
    office::generate_request request;
    request.templates = package_folder(context) / "templates";
    request.register_folder = register_file.parent_path();
    return request;
}

} // namespace octroi::addon
