#include "addon/fault_text.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <iostream>

namespace octroi::addon {

namespace {

std::string logged(const std::string& detail) {
    auto text = core::message("menu.failure", {{"detail", detail}});
    std::clog << "octroi: " << text << '\n';
    return text;
}

} // namespace

std::string fault_text() {
    try {
        throw;
    } catch (const core::user_error& error) {
        return error.what();
    } catch (const com::sun::star::uno::Exception& error) {
        return logged(office::detail_of(error));
    } catch (const std::exception& error) {
        return logged(error.what());
    }
}

} // namespace octroi::addon
