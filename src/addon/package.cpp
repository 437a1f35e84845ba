#include "addon/package.hpp"

#include "addon/configuration.hpp"
#include "addon/settings.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/deployment/PackageInformationProvider.hpp>

namespace octroi::addon {

rtl::OUString package_url(const office::context_ref& context) {
    return com::sun::star::deployment::PackageInformationProvider::get(context)->getPackageLocation(
        rtl::OUString::createFromAscii(extension_id));
}

std::filesystem::path package_folder(const office::context_ref& context) {
    return office::path_of(package_url(context));
}

core::language office_language(const office::context_ref& context) {
    if (const auto chosen = read_settings(context).language) {
        return *chosen;
    }
    rtl::OUString locale;
    configuration(context, "/org.openoffice.Setup/L10N")->getByName("ooLocale") >>= locale;
    return locale.startsWith("en") ? core::language::english : core::language::french;
}

} // namespace octroi::addon
