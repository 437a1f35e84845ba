/// @file
/// minizip's file functions over a string in memory.
#pragma once

#include <minizip/ioapi.h>

#include <cstddef>
#include <string>

namespace octroi::odf {

class memory_file {
public:
    explicit memory_file(std::string content = {}) : content_(std::move(content)) {}
    memory_file(const memory_file&) = delete;
    memory_file& operator=(const memory_file&) = delete;
    ~memory_file() = default;

    /// Functions that read and write this file, whatever name minizip is given.
    zlib_filefunc64_def functions();

    std::string take() { return std::move(content_); }

private:
    static voidpf ZCALLBACK open(voidpf self, const void* name, int mode);
    static uLong ZCALLBACK read(voidpf self, voidpf stream, void* buffer, uLong size);
    static uLong ZCALLBACK write(voidpf self, voidpf stream, const void* buffer, uLong size);
    static ZPOS64_T ZCALLBACK tell(voidpf self, voidpf stream);
    static long ZCALLBACK seek(voidpf self, voidpf stream, ZPOS64_T offset, int origin);
    static int ZCALLBACK close(voidpf self, voidpf stream);
    static int ZCALLBACK error(voidpf self, voidpf stream);

    std::string content_;
    std::size_t position_ = 0;
};

} // namespace octroi::odf
