#include "addon/configuration.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/configuration/theDefaultProvider.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace container = com::sun::star::container;

namespace {

uno::Reference<uno::XInterface> opened(const office::context_ref& context, const char* service,
                                       const char* path) {
    const auto values =
        office::properties({{"nodepath", uno::Any(rtl::OUString::createFromAscii(path))}});
    uno::Sequence<uno::Any> arguments(1);
    arguments.getArray()[0] <<= values[0];
    return com::sun::star::configuration::theDefaultProvider::get(context)
        ->createInstanceWithArguments(rtl::OUString::createFromAscii(service), arguments);
}

} // namespace

uno::Reference<container::XNameAccess> configuration(const office::context_ref& context,
                                                     const char* path) {
    return {opened(context, "com.sun.star.configuration.ConfigurationAccess", path),
            uno::UNO_QUERY_THROW};
}

uno::Reference<container::XNameReplace> configuration_to_change(const office::context_ref& context,
                                                                const char* path) {
    return {opened(context, "com.sun.star.configuration.ConfigurationUpdateAccess", path),
            uno::UNO_QUERY_THROW};
}

} // namespace octroi::addon
