#include "open_register.hpp"

#include "core/messages.hpp"
#include "office/register_writer.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/NamedValue.hpp>
#include <com/sun/star/configuration/theDefaultProvider.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/container/XNameReplace.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/DispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/util/XChangesBatch.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include <iostream>

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace frame_of = com::sun::star::frame;

namespace {

template <class Interface>
uno::Reference<Interface> settings(const office::context_ref& context, const char* service,
                                   const char* node) {
    const auto provider = com::sun::star::configuration::theDefaultProvider::get(context);
    return {provider->createInstanceWithArguments(
                rtl::OUString::createFromAscii(service),
                office::sequence_of<uno::Any>({uno::Any(com::sun::star::beans::NamedValue(
                    "nodepath", uno::Any(rtl::OUString::createFromAscii(node))))})),
            uno::UNO_QUERY_THROW};
}

core::language language_of(const office::context_ref& context) {
    rtl::OUString locale;
    settings<com::sun::star::container::XNameAccess>(
        context, "com.sun.star.configuration.ConfigurationAccess", "/org.openoffice.Setup/L10N")
        ->getByName("ooLocale") >>= locale;
    return locale.startsWith("en") ? core::language::english : core::language::french;
}

/// Its window would stand before ours.
void forbid_tip_of_the_day(const office::context_ref& context) {
    const auto misc = settings<com::sun::star::container::XNameReplace>(
        context, "com.sun.star.configuration.ConfigurationUpdateAccess",
        "/org.openoffice.Office.Common/Misc");
    misc->replaceByName("ShowTipOfTheDay", uno::Any(false));
    uno::Reference<com::sun::star::util::XChangesBatch>(misc, uno::UNO_QUERY_THROW)
        ->commitChanges();
}

} // namespace

std::unique_ptr<office::office_session> start_office(office::office_start how,
                                                     bool with_extension) {
    if (with_extension) {
        how.arguments.emplace_back("-env:BUNDLED_EXTENSIONS=" OCTROI_BUNDLED_EXTENSIONS);
    }
    how.arguments.emplace_back("--language=fr"); // if LibreOffice has it
    auto session =
        std::make_unique<office::office_session>(OCTROI_OFFICE_FOLDER "/program", std::move(how));
    core::set_language(language_of(session->context()));
    forbid_tip_of_the_day(session->context());
    return session;
}

void write_demonstration(const office::context_ref& context, const std::filesystem::path& file) {
    office::new_request request;
    request.output = file;
    request.demonstration = true;
    office::create_register_file(context, request);
}

open_register::open_register(office::context_ref context, const std::filesystem::path& file)
    : context_(std::move(context)),
      document_(frame_of::Desktop::create(context_)->loadComponentFromURL(office::file_url(file),
                                                                          "_blank", 0, {}),
                uno::UNO_QUERY_THROW) {}

open_register::~open_register() {
    try {
        uno::Reference<com::sun::star::util::XModifiable>(document_, uno::UNO_QUERY_THROW)
            ->setModified(false);
        uno::Reference<com::sun::star::util::XCloseable>(document_, uno::UNO_QUERY_THROW)
            ->close(true);
    } catch (const uno::Exception& error) {
        std::clog << "closing: " << office::detail_of(error) << '\n';
    }
}

frame_ref open_register::frame() const {
    return uno::Reference<frame_of::XModel>(document_, uno::UNO_QUERY_THROW)
        ->getCurrentController()
        ->getFrame();
}

void open_register::send(const std::string& command,
                         const uno::Sequence<com::sun::star::beans::PropertyValue>& values) const {
    const uno::Reference<frame_of::XDispatchProvider> provider(frame(), uno::UNO_QUERY_THROW);
    frame_of::DispatchHelper::create(context_)->executeDispatch(provider, office::to_uno(command),
                                                                "_self", 0, values);
}

} // namespace octroi::test
