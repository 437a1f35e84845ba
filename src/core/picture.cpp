#include "core/picture.hpp"

#include "core/digest.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace octroi::core {

namespace {

using size = std::pair<unsigned, unsigned>;

/// A number of `length` bytes, the most significant first.
unsigned number_at(std::string_view bytes, std::size_t at, std::size_t length) {
    unsigned value = 0;
    for (std::size_t i = 0; i < length; ++i) {
        value = value * 256U + static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

/// The header chunk comes first.
std::optional<size> size_of_png(std::string_view bytes) {
    constexpr std::size_t end_of_size = 24;
    if (bytes.size() < end_of_size || bytes.substr(12, 4) != "IHDR") {
        return std::nullopt;
    }
    return size(number_at(bytes, 16, 4), number_at(bytes, 20, 4));
}

bool starts_frame(unsigned marker) {
    // SOF0 to SOF15, without the tables DHT, JPG and DAC among them.
    return marker >= 0xC0U && marker <= 0xCFU && marker != 0xC4U && marker != 0xC8U &&
           marker != 0xCCU;
}

/// Segments follow each other, each with its length, up to the one that starts the frame.
std::optional<size> size_of_jpeg(std::string_view bytes) {
    std::size_t at = 2;
    while (at + 9 <= bytes.size() && number_at(bytes, at, 1) == 0xFFU) {
        const unsigned marker = number_at(bytes, at + 1, 1);
        if (marker == 0xFFU) { // filling
            ++at;
        } else if (starts_frame(marker)) {
            return size(number_at(bytes, at + 7, 2), number_at(bytes, at + 5, 2));
        } else {
            at += 2 + number_at(bytes, at + 2, 2);
        }
    }
    return std::nullopt;
}

/// Whether the root element is `svg`, behind declaration, comments and document type.
bool is_svg(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) {
        bytes.remove_prefix(mark.size());
    }
    while (true) {
        bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
        std::string_view end = ">";
        if (bytes.starts_with("<!--")) {
            end = "-->";
        } else if (!bytes.starts_with("<?") && !bytes.starts_with("<!")) {
            break;
        }
        const auto close = bytes.find(end);
        if (close == std::string_view::npos) {
            return false;
        }
        bytes.remove_prefix(close + end.size());
    }
    return bytes.starts_with("<svg") || bytes.starts_with("<svg:svg");
}

} // namespace

std::string_view picture::extension() const {
    switch (format) {
    case picture_format::png:
        return "png";
    case picture_format::jpeg:
        return "jpg";
    case picture_format::svg:
        break;
    }
    return "svg";
}

std::string_view picture::media_type() const {
    switch (format) {
    case picture_format::png:
        return "image/png";
    case picture_format::jpeg:
        return "image/jpeg";
    case picture_format::svg:
        break;
    }
    return "image/svg+xml";
}

std::optional<picture> read_picture(std::string bytes) {
    picture read;
    std::optional<size> size_read = size(0, 0);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) {
        read.format = picture_format::png;
        size_read = size_of_png(bytes);
    } else if (bytes.starts_with("\xFF\xD8\xFF")) {
        read.format = picture_format::jpeg;
        size_read = size_of_jpeg(bytes);
    } else if (is_svg(bytes)) {
        read.format = picture_format::svg;
    } else {
        return std::nullopt;
    }
    if (!size_read) {
        return std::nullopt;
    }
    std::tie(read.width, read.height) = *size_read;
    read.digest = sha256(bytes);
    read.bytes = std::move(bytes);
    return read;
}

} // namespace octroi::core
