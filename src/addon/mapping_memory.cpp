#include "addon/mapping_memory.hpp"

#include "addon/configuration.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/util/XChangesBatch.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

namespace {

constexpr const char* node = "/org.octroi.Mappings";
constexpr const char* pairs_name = "Confirmed";

} // namespace

core::mapping::confirmed_pairs recalled_pairs(const office::context_ref& context) {
    rtl::OUString text;
    configuration(context, node)->getByName(rtl::OUString::createFromAscii(pairs_name)) >>= text;
    return core::mapping::confirmed_pairs(office::from_uno(text));
}

void remember_pairs(const office::context_ref& context,
                    const core::mapping::confirmed_pairs& pairs) {
    const auto update = configuration_to_change(context, node);
    update->replaceByName(rtl::OUString::createFromAscii(pairs_name),
                          uno::Any(office::to_uno(pairs.to_json())));
    uno::Reference<com::sun::star::util::XChangesBatch>(update, uno::UNO_QUERY_THROW)
        ->commitChanges();
}

} // namespace octroi::addon
