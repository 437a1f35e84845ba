/// @file
/// The pictures that Paramètres names for documents: logo, signature.
#pragma once

#include "core/date.hpp"
#include "core/parameters.hpp"
#include "core/record.hpp"
#include "office/template_set.hpp"

#include <filesystem>
#include <map>
#include <memory>

namespace octroi::office {

/// Reads each file once for all documents of a run.
class record_images {
public:
    explicit record_images(template_folders folders) : folders_(std::move(folders)) {}

    /// Gives the record the pictures of the keys `image.logo` and `image.signature` valid on that
    /// day (`image_logo`, `image_signature`). A relative name is looked for beside the register,
    /// then in the user's folder of templates. No setting: no picture. Throws user_error (input)
    /// for a file that is missing or no PNG, JPEG or SVG.
    void add(core::record& data, const core::parameters& settings, core::date on);

private:
    std::shared_ptr<const core::picture> read(const std::string& name, const std::string& key);

    template_folders folders_;
    std::map<std::filesystem::path, std::shared_ptr<const core::picture>> read_;
};

} // namespace octroi::office
