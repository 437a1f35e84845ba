#include "support/pictures.hpp"

namespace octroi::test {

namespace {

std::string big_endian(unsigned value, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        text += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
    }
    return text;
}

} // namespace

std::string png(unsigned width, unsigned height) {
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16) + big_endian(width, 4) +
           big_endian(height, 4) + std::string("\x08\x02\0\0\0", 5);
}

std::string jpeg(unsigned width, unsigned height) {
    const std::string thumbnail = "\xFF\xE0" + big_endian(10, 2) + "JFIF1234";
    return "\xFF\xD8" + thumbnail + "\xFF\xFF\xC0" + big_endian(17, 2) + "\x08" +
           big_endian(height, 2) + big_endian(width, 2) + std::string(10, 'x');
}

} // namespace octroi::test
