#include "addon/sidebar/pictures.hpp"

#include "addon/package.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/graphic/GraphicProvider.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>

#include <array>
#include <cmath>
#include <cstdio>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

namespace {

constexpr bar_colours on_light = {0xD9D9D9, 0x1F5C99, 0x7FB2E5, 0xB00020};
constexpr bar_colours on_dark = {0x4D4D4D, 0x8EC1F0, 0x3F78AD, 0xFF8A80};

bool is_dark(const uno::Reference<awt::XWindow>& window) {
    const uno::Reference<awt::XControl> control(window, uno::UNO_QUERY_THROW);
    const uno::Reference<awt::XStyleSettingsSupplier> supplier(control->getPeer(), uno::UNO_QUERY);
    if (!supplier.is()) {
        return false;
    }
    const auto colour = supplier->getStyleSettings()->getFieldColor();
    const int brightness = ((colour >> 16) & 0xFF) + ((colour >> 8) & 0xFF) + (colour & 0xFF);
    constexpr int half_white = 3 * 128;
    return brightness < half_white;
}

std::string hex(std::int32_t colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", static_cast<unsigned>(colour));
    return text.data();
}

std::string rectangle(double x, double width, int height, std::int32_t colour) {
    return "<rect x='" + std::to_string(std::lround(x)) + "' y='0' width='" +
           std::to_string(std::lround(width)) + "' height='" + std::to_string(height) + "' fill='" +
           hex(colour) + "'/>";
}

} // namespace

pictures::pictures(office::context_ref context, const uno::Reference<awt::XWindow>& window)
    : context_(std::move(context)), dark_(is_dark(window)), colours_(dark_ ? on_dark : on_light) {}

uno::Any pictures::from_svg(const std::string& svg) const {
    const uno::Sequence<sal_Int8> bytes(reinterpret_cast<const sal_Int8*>(svg.data()),
                                        static_cast<sal_Int32>(svg.size()));
    const auto stream =
        com::sun::star::io::SequenceInputStream::createStreamFromSequence(context_, bytes);
    return uno::Any(com::sun::star::graphic::GraphicProvider::create(context_)->queryGraphic(
        office::properties({{"InputStream", uno::Any(stream)}})));
}

uno::Any pictures::icon(const std::string& name) {
    const auto known = icons_.find(name);
    if (known != icons_.end()) {
        return known->second;
    }
    const auto file = package_folder(context_) / "icons" / (name + (dark_ ? "_hc.svg" : ".svg"));
    const auto made = from_svg(office::read_file(file).value_or(
        "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16'/>"));
    return icons_.emplace(name, made).first->second;
}

uno::Any pictures::bar(int height, double voted, double proposed) {
    constexpr int wide = 4; // times its height
    const int width = wide * height;
    return from_svg(
        "<svg xmlns='http://www.w3.org/2000/svg' width='" + std::to_string(width) + "' height='" +
        std::to_string(height) + "'>" + rectangle(0, width, height, colours_.track) +
        rectangle(0, voted * width, height, colours_.voted) +
        rectangle(voted * width, proposed * width, height, colours_.proposed) + "</svg>");
}

} // namespace octroi::addon
