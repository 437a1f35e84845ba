#include "core/version.hpp"

namespace octroi::core {

std::string_view version() {
    return OCTROI_VERSION;
}

} // namespace octroi::core
