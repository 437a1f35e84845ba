#include "office/gateway.hpp"

#include "core/error.hpp"
#include "office/checking.hpp"
#include "office/computing.hpp"
#include "office/generated_file.hpp"
#include "office/register_writer.hpp"
#include "office/remote/office_session.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/uno/RuntimeException.hpp>

#include <type_traits>

namespace octroi::office {

namespace {

/// The office's end in the middle of a call arrives as a runtime exception of the bridge.
template <class Job>
std::invoke_result_t<Job> guarded(const Job& job) {
    try {
        return job();
    } catch (const com::sun::star::uno::Exception& error) {
        throw core::user_error(core::error_kind::office,
                               core::message("office.lost") + " (" + detail_of(error) + ")");
    }
}

class remote_gateway : public gateway {
public:
    explicit remote_gateway(const std::filesystem::path& program_folder)
        : session_(program_folder) {}

    void create_register(const new_request& request) override {
        guarded([&] { create_register_file(session_.context(), request); });
    }

    core::check::check_report check(const std::filesystem::path& register_file,
                                    const check_request& request) override {
        return guarded([&] { return check_file(session_.context(), register_file, request); });
    }

    core::compute::comparison compute(const std::filesystem::path& register_file,
                                      const compute_request& request) override {
        return guarded([&] { return compute_file(session_.context(), register_file, request); });
    }

    core::manifest generate(const std::filesystem::path& register_file,
                            const generate_request& request,
                            core::progress_sink& progress) override {
        return guarded([&] {
            return generate_from_file(session_.context(), register_file, request, progress);
        });
    }

private:
    office_session session_;
};

} // namespace

} // namespace octroi::office

extern "C" __attribute__((visibility("default"))) std::unique_ptr<octroi::office::gateway>
octroi_open_gateway(const std::filesystem::path& program_folder, octroi::core::language language) {
    // The module has its own copy of the core, hence of the chosen language.
    octroi::core::set_language(language);
    return std::make_unique<octroi::office::remote_gateway>(program_folder);
}
