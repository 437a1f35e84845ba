#include "office/user_name.hpp"

#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <osl/security.hxx>

namespace octroi::office {

namespace uno = com::sun::star::uno;

namespace {

std::string name_in_options(const context_ref& context) {
    const auto values =
        properties({{"nodepath", uno::Any(rtl::OUString("/org.openoffice.UserProfile/Data"))}});
    uno::Sequence<uno::Any> arguments(1);
    arguments.getArray()[0] <<= values[0];
    const uno::Reference<com::sun::star::container::XNameAccess> data(
        com::sun::star::configuration::theDefaultProvider::get(context)
            ->createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess",
                                          arguments),
        uno::UNO_QUERY_THROW);
    std::string name;
    for (const char* part : {"givenname", "sn"}) {
        rtl::OUString text;
        data->getByName(rtl::OUString::createFromAscii(part)) >>= text;
        name += " " + from_uno(text);
    }
    return std::string(core::trim(name));
}

} // namespace

std::string user_name(const context_ref& context) {
    if (auto name = name_in_options(context); !name.empty()) {
        return name;
    }
    rtl::OUString account;
    if (osl::Security().getUserName(account) && !account.isEmpty()) {
        return from_uno(account);
    }
    return core::message("state.unknown_user");
}

} // namespace octroi::office
