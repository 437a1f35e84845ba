#include "odf/memory_file.hpp"

#include <algorithm>
#include <cstring>

namespace octroi::odf {

namespace {

memory_file* file_of(voidpf self) {
    return static_cast<memory_file*>(self);
}

} // namespace

zlib_filefunc64_def memory_file::functions() {
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open;
    functions.zread_file = read;
    functions.zwrite_file = write;
    functions.ztell64_file = tell;
    functions.zseek64_file = seek;
    functions.zclose_file = close;
    functions.zerror_file = error;
    functions.opaque = this;
    return functions;
}

voidpf ZCALLBACK memory_file::open(voidpf self, const void* /*name*/, int /*mode*/) {
    file_of(self)->position_ = 0;
    return self;
}

uLong ZCALLBACK memory_file::read(voidpf self, voidpf /*stream*/, void* buffer, uLong size) {
    auto& file = *file_of(self);
    const std::size_t left = file.content_.size() - std::min(file.position_, file.content_.size());
    const std::size_t count = std::min<std::size_t>(size, left);
    std::memcpy(buffer, file.content_.data() + file.position_, count);
    file.position_ += count;
    return count;
}

uLong ZCALLBACK memory_file::write(voidpf self, voidpf /*stream*/, const void* buffer, uLong size) {
    auto& file = *file_of(self);
    if (file.content_.size() < file.position_ + size) {
        file.content_.resize(file.position_ + size);
    }
    std::memcpy(file.content_.data() + file.position_, buffer, size);
    file.position_ += size;
    return size;
}

ZPOS64_T ZCALLBACK memory_file::tell(voidpf self, voidpf /*stream*/) {
    return file_of(self)->position_;
}

long ZCALLBACK memory_file::seek(voidpf self, voidpf /*stream*/, ZPOS64_T offset, int origin) {
    auto& file = *file_of(self);
    std::size_t base = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) {
        base = file.position_;
    } else if (origin == ZLIB_FILEFUNC_SEEK_END) {
        base = file.content_.size();
    }
    if (base + offset > file.content_.size()) {
        return -1;
    }
    file.position_ = base + offset;
    return 0;
}

int ZCALLBACK memory_file::close(voidpf /*self*/, voidpf /*stream*/) {
    return 0;
}

int ZCALLBACK memory_file::error(voidpf /*self*/, voidpf /*stream*/) {
    return 0;
}

} // namespace octroi::odf
