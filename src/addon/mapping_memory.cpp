#include "addon/mapping_memory.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

namespace {

constexpr const char* pairs_name = "Confirmed";

uno::Reference<com::sun::star::beans::XPropertySet> memory(const office::context_ref& context,
                                                           const char* service) {
    const auto path =
        office::properties({{"nodepath", uno::Any(rtl::OUString("/org.octroi.Mappings"))}});
    const std::vector<uno::Any> arguments = {uno::Any(path[0])};
    return {com::sun::star::configuration::theDefaultProvider::get(context)
                ->createInstanceWithArguments(rtl::OUString::createFromAscii(service),
                                              office::sequence_of(arguments)),
            uno::UNO_QUERY_THROW};
}

} // namespace

core::mapping::confirmed_pairs recalled_pairs(const office::context_ref& context) {
    rtl::OUString text;
    memory(context, "com.sun.star.configuration.ConfigurationAccess")
        ->getPropertyValue(rtl::OUString::createFromAscii(pairs_name)) >>= text;
    return core::mapping::confirmed_pairs(office::from_uno(text));
}

void remember_pairs(const office::context_ref& context,
                    const core::mapping::confirmed_pairs& pairs) {
    const auto update = memory(context, "com.sun.star.configuration.ConfigurationUpdateAccess");
    update->setPropertyValue(rtl::OUString::createFromAscii(pairs_name),
                             uno::Any(office::to_uno(pairs.to_json())));
    uno::Reference<com::sun::star::util::XChangesBatch>(update, uno::UNO_QUERY_THROW)
        ->commitChanges();
}

} // namespace octroi::addon
