#include "core/digest.hpp"

#include <sodium.h>

#include <array>

namespace octroi::core {

namespace {

/// Length before content keeps « ab »+« c » apart from « a »+« bc ».
void append(std::string& to, std::string_view text) {
    to += std::to_string(text.size());
    to += ':';
    to += text;
}

void append(std::string& to, const record& data) {
    append(to, std::to_string(data.fields.size()));
    for (const auto& [name, value] : data.fields) {
        append(to, name);
        append(to, value);
    }
    append(to, std::to_string(data.lists.size()));
    for (const auto& [name, items] : data.lists) {
        append(to, name);
        append(to, std::to_string(items.size()));
        for (const auto& item : items) {
            append(to, item);
        }
    }
    // Nothing is said of no image, so that documents without one keep their fingerprint.
    if (!data.images.empty()) {
        append(to, "images");
        append(to, std::to_string(data.images.size()));
        for (const auto& [name, image] : data.images) {
            append(to, name);
            append(to, image->digest);
        }
    }
}

} // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return text.data();
}

std::string fingerprint(const record& data, std::string_view template_digest) {
    std::string canonical;
    append(canonical, template_digest);
    append(canonical, data);
    return sha256(canonical);
}

} // namespace octroi::core
