/// @file
/// The settings of the tests' office, put back after a test that changes them.
#pragma once

#include "addon/settings.hpp"

#include "live_office.hpp"

namespace octroi::test {

class kept_settings {
public:
    kept_settings() : before_(addon::read_settings(live_office())) {}
    kept_settings(const kept_settings&) = delete;
    kept_settings& operator=(const kept_settings&) = delete;
    ~kept_settings() { addon::write_settings(live_office(), before_); }

private:
    addon::settings before_;
};

} // namespace octroi::test
