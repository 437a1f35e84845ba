#include "office/record_images.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"

namespace octroi::office {

void record_images::add(core::record& data, const core::parameters& settings, core::date on) {
    for (const std::string what : {"logo", "signature"}) {
        const std::string key = "image." + what;
        if (const std::string name = settings.text(key, on); !name.empty()) {
            data.images["image_" + what] = read(name, key);
        }
    }
}

std::shared_ptr<const core::picture> record_images::read(const std::string& name,
                                                         const std::string& key) {
    const auto file = template_file(name, folders_);
    if (const auto known = read_.find(file); known != read_.end()) {
        return known->second;
    }
    auto bytes = read_file(file);
    auto picture = bytes ? core::read_picture(std::move(*bytes)) : std::nullopt;
    if (!picture) {
        throw core::user_error(core::error_kind::input,
                               core::message(bytes ? "template.bad_image" : "template.no_image",
                                             {{"file", name}, {"key", key}}));
    }
    return read_.emplace(file, std::make_shared<const core::picture>(std::move(*picture)))
        .first->second;
}

} // namespace octroi::office
