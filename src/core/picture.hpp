/// @file
/// A picture for documents: a logo, a signature.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace octroi::core {

enum class picture_format { png, jpeg, svg };

struct picture {
    picture_format format = picture_format::png;
    std::string bytes;
    std::string digest; ///< SHA-256 of the bytes
    /// Pixels; 0 where the proportions are not told (SVG).
    unsigned width = 0;
    unsigned height = 0;

    /// Without a dot: « png ».
    std::string_view extension() const;
    /// « image/png ».
    std::string_view media_type() const;
};

/// The picture in these bytes, recognised by them alone; nothing if they are no PNG, JPEG or SVG,
/// or are cut off before the size.
std::optional<picture> read_picture(std::string bytes);

} // namespace octroi::core
