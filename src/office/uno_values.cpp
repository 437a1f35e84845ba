#include "office/uno_values.hpp"

#include "core/text.hpp"

#include <osl/file.hxx>
#include <rtl/uri.hxx>

namespace octroi::office {

namespace uno = com::sun::star::uno;

rtl::OUString to_uno(std::string_view text) {
    return rtl::OUString(text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8,
                         OSTRING_TO_OUSTRING_CVTFLAGS);
}

std::string from_uno(const rtl::OUString& text) {
    const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
    return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

double to_number(core::money amount) {
    return static_cast<double>(amount.cents()) / 100;
}

rtl::OUString file_url(const std::filesystem::path& path) {
    rtl::OUString url;
    osl::FileBase::getFileURLFromSystemPath(to_uno(std::filesystem::absolute(path).string()), url);
    return url;
}

std::filesystem::path path_of(const rtl::OUString& url) {
    rtl::OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(url, path) != osl::FileBase::E_None) {
        return {};
    }
    return from_uno(path);
}

uno::Sequence<com::sun::star::beans::PropertyValue>
properties(const std::vector<property>& values) {
    uno::Sequence<com::sun::star::beans::PropertyValue> list(static_cast<sal_Int32>(values.size()));
    auto* item = list.getArray();
    for (const auto& [name, value] : values) {
        item->Name = rtl::OUString::createFromAscii(name);
        item->Value = value;
        ++item;
    }
    return list;
}

std::string detail_of(const uno::Exception& exception) {
    std::string text = from_uno(exception.Message);
    return text.empty() ? "UNO" : text;
}

} // namespace octroi::office
