#include "addon/help_window.hpp"

#include "addon/package.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "odf/help_page.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XTopWindow2.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/FrameSearchFlag.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/frame/XLayoutManager.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace frame = com::sun::star::frame;

namespace {

using frame_ref = uno::Reference<frame::XFrame>;

constexpr std::string_view scheme = "HID:";
constexpr std::string_view id_prefix = "org.octroi.help.";
constexpr const char* window_name = "octroi_help";
constexpr sal_Int32 window_width = 760;
constexpr sal_Int32 window_height = 820;

std::string page_html(const office::context_ref& context, const std::string& topic) {
    const auto* language = core::current_language() == core::language::english ? "en" : "fr";
    const auto file = package_folder(context) / "help" / language / extension_id / (topic + ".xhp");
    const auto page = office::read_file(file);
    if (!page) {
        throw core::user_error(core::error_kind::input,
                               core::message("help.no_page", {{"page", topic}}));
    }
    return odf::help_html(*page);
}

/// Loads into the frame, or into a new one.
frame_ref load(const office::context_ref& context, const std::string& html,
               const frame_ref& window) {
    const uno::Sequence<sal_Int8> bytes(reinterpret_cast<const sal_Int8*>(html.data()),
                                        static_cast<sal_Int32>(html.size()));
    const auto stream =
        com::sun::star::io::SequenceInputStream::createStreamFromSequence(context, bytes);
    const uno::Reference<frame::XComponentLoader> loader(
        window.is() ? uno::Reference<uno::XInterface>(window)
                    : uno::Reference<uno::XInterface>(frame::Desktop::create(context)),
        uno::UNO_QUERY_THROW);
    const uno::Reference<frame::XModel> document(
        loader->loadComponentFromURL(
            "private:stream", rtl::OUString::createFromAscii(window.is() ? "_self" : "_blank"), 0,
            office::properties({{"InputStream", uno::Any(stream)},
                                {"FilterName", uno::Any(rtl::OUString("HTML"))},
                                {"ReadOnly", uno::Any(true)}})),
        uno::UNO_QUERY_THROW);
    return document->getCurrentController()->getFrame();
}

/// A page to read: no menu, no tool bar.
void strip(const frame_ref& window) {
    const uno::Reference<com::sun::star::beans::XPropertySet> properties(window,
                                                                         uno::UNO_QUERY_THROW);
    uno::Reference<frame::XLayoutManager>(properties->getPropertyValue("LayoutManager"),
                                          uno::UNO_QUERY_THROW)
        ->setVisible(false);
}

} // namespace

std::string help_topic(std::string_view help_id) {
    if (help_id.starts_with(scheme)) {
        help_id.remove_prefix(scheme.size());
    }
    return help_id.starts_with(id_prefix) ? std::string(help_id.substr(id_prefix.size()))
                                          : std::string();
}

void show_help(const office::context_ref& context, const std::string& topic) {
    core::set_language(office_language(context));
    const auto html = page_html(context, topic);
    const auto name = rtl::OUString::createFromAscii(window_name);
    const auto open =
        frame::Desktop::create(context)->findFrame(name, frame::FrameSearchFlag::CHILDREN);
    const auto window = load(context, html, open);
    strip(window);
    uno::Reference<frame::XTitle>(window, uno::UNO_QUERY_THROW)
        ->setTitle(office::to_uno(core::message("menu.help.title")));
    const uno::Reference<awt::XTopWindow2> top(window->getContainerWindow(), uno::UNO_QUERY_THROW);
    if (!open.is()) {
        window->setName(name);
        top->setIsMaximized(false); // as documents open after one that was
        window->getContainerWindow()->setPosSize(0, 0, window_width, window_height,
                                                 awt::PosSize::SIZE);
    }
    top->toFront();
}

} // namespace octroi::addon
