#include "office/formats.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace octroi::office {

namespace {

constexpr std::array all_formats = {document_format::odt, document_format::pdf,
                                    document_format::docx};

[[noreturn]] void refuse(std::string_view format) {
    throw core::user_error(core::error_kind::usage,
                           core::message("format.unknown", {{"format", std::string(format)}}));
}

} // namespace

std::string_view extension_of(document_format format) {
    switch (format) {
    case document_format::odt:
        return "odt";
    case document_format::pdf:
        return "pdf";
    case document_format::docx:
        break;
    }
    return "docx";
}

std::vector<document_format> formats_of(std::string_view list) {
    std::vector<document_format> formats;
    for (std::string_view rest = list; !rest.empty();) {
        const auto end = rest.find(',');
        const auto word = rest.substr(0, end);
        const std::string name = core::fold(word);
        const auto* found = std::find_if(all_formats.begin(), all_formats.end(),
                                         [&](auto format) { return extension_of(format) == name; });
        if (found == all_formats.end()) {
            refuse(word);
        }
        if (std::find(formats.begin(), formats.end(), *found) == formats.end()) {
            formats.push_back(*found);
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    if (formats.empty()) {
        refuse(list);
    }
    return formats;
}

} // namespace octroi::office
