/// @file
/// The beginnings of pictures of a given size, enough for what reads no pixels.
#pragma once

#include <string>

namespace octroi::test {

std::string png(unsigned width, unsigned height);
std::string jpeg(unsigned width, unsigned height);

} // namespace octroi::test
