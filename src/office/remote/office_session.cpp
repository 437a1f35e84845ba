#include "office/remote/office_session.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/bridge/UnoUrlResolver.hpp>
#include <com/sun/star/connection/NoConnectException.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/uno/Exception.hpp>
#include <cppuhelper/bootstrap.hxx>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

namespace octroi::office {

namespace uno = com::sun::star::uno;

namespace {

constexpr std::chrono::seconds start_limit{60};
constexpr std::chrono::milliseconds between_tries{50};

/// Our side of the bridge. Kept for the life of the process: its types may not be loaded twice.
const context_ref& local_context(const std::filesystem::path& program_folder) {
    static const context_ref context = [&] {
        // Without the office's own types the first proxy crashes in the bridge.
        const std::string types = from_uno(file_url(program_folder / "types" / "offapi.rdb"));
        ::setenv("URE_MORE_TYPES", types.c_str(), 1);
        return cppu::defaultBootstrap_InitialComponentContext(file_url(program_folder / "unorc"));
    }();
    return context;
}

[[noreturn]] void refuse(const std::filesystem::path& folder, const std::string& detail) {
    throw core::user_error(
        core::error_kind::office,
        core::message("office.no_start", {{"folder", folder.string()}, {"detail", detail}}));
}

context_ref connect(const context_ref& local, office_process& process,
                    const std::filesystem::path& folder) {
    const auto resolver = com::sun::star::bridge::UnoUrlResolver::create(local);
    const auto address =
        to_uno("uno:pipe,name=" + process.pipe() + ";urp;StarOffice.ComponentContext");
    const auto give_up = std::chrono::steady_clock::now() + start_limit;
    while (std::chrono::steady_clock::now() < give_up) {
        try {
            return {resolver->resolve(address), uno::UNO_QUERY_THROW};
        } catch (const com::sun::star::connection::NoConnectException&) {
            if (!process.running()) {
                refuse(folder, "status " + std::to_string(process.exit_status()));
            }
            std::this_thread::sleep_for(between_tries);
        }
    }
    refuse(folder, core::message("office.too_slow"));
}

} // namespace

office_session::office_session(const std::filesystem::path& program_folder, office_start how)
    : process_(program_folder, std::move(how)) {
    try {
        context_ = connect(local_context(program_folder), process_, program_folder);
    } catch (const uno::Exception& error) {
        refuse(program_folder, detail_of(error));
    }
}

office_session::~office_session() {
    try {
        if (context_.is()) {
            com::sun::star::frame::Desktop::create(context_)->terminate();
        }
    } catch (const com::sun::star::lang::DisposedException&) {
        // It is gone already, or drops the line while it ends: the process is waited for.
        context_.clear();
    } catch (const uno::Exception& error) {
        std::clog << "octroi: ending LibreOffice: " << detail_of(error) << '\n';
    }
}

} // namespace octroi::office
