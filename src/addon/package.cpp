#include "addon/package.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

rtl::OUString package_url(const office::context_ref& context) {
    return com::sun::star::deployment::PackageInformationProvider::get(context)->getPackageLocation(
        rtl::OUString::createFromAscii(extension_id));
}

std::filesystem::path package_folder(const office::context_ref& context) {
    return office::path_of(package_url(context));
}

core::language office_language(const office::context_ref& context) {
    const auto provider = com::sun::star::configuration::theDefaultProvider::get(context);
    const auto path =
        office::properties({{"nodepath", uno::Any(rtl::OUString("/org.openoffice.Setup/L10N"))}});
    uno::Sequence<uno::Any> arguments(1);
    arguments.getArray()[0] <<= path[0];
    const uno::Reference<com::sun::star::container::XNameAccess> settings(
        provider->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                              arguments),
        uno::UNO_QUERY_THROW);
    rtl::OUString locale;
    settings->getByName("ooLocale") >>= locale;
    return locale.startsWith("en") ? core::language::english : core::language::french;
}

} // namespace octroi::addon
