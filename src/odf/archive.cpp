#include "odf/archive.hpp"

#include "odf/memory_file.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <zlib.h>

#include <array>
#include <memory>

namespace octroi::odf {

namespace {

/// Documents of this trade are small: the fastest level loses a tenth of size, gains half the time.
constexpr int deflate_level = Z_BEST_SPEED;
constexpr std::uint64_t largest_content = 512ULL << 20U;
constexpr uLong encrypted_flag = 1;
/// 1980-01-01, the first date a zip archive can tell.
constexpr uLong fixed_dos_date = (1UL << 21U) | (1UL << 16U);

struct unzip_closer {
    void operator()(void* archive) const { unzClose(archive); }
};

void check(int status, const char* what) {
    if (status != UNZ_OK) {
        throw archive_error(std::string("zip: ") + what + " failed with " + std::to_string(status));
    }
}

archive_entry read_entry(unzFile archive, std::uint64_t& budget) {
    unz_file_info64 info{};
    std::array<char, 4096> name{};
    check(unzGetCurrentFileInfo64(archive, &info, name.data(), name.size() - 1, nullptr, 0, nullptr,
                                  0),
          "directory entry");
    if ((info.flag & encrypted_flag) != 0) {
        throw archive_error("zip: encrypted entry");
    }
    if (info.compression_method != 0 && info.compression_method != Z_DEFLATED) {
        throw archive_error("zip: unknown compression method");
    }
    if (info.uncompressed_size > budget || info.compressed_size > budget) {
        throw archive_error("zip: content too large");
    }
    budget -= info.uncompressed_size;
    archive_entry entry;
    entry.name = name.data();
    entry.deflated = info.compression_method == Z_DEFLATED;
    entry.crc = static_cast<std::uint32_t>(info.crc);
    entry.size = info.uncompressed_size;
    entry.packed.resize(info.compressed_size);
    int method = 0;
    int level = 0;
    check(unzOpenCurrentFile2(archive, &method, &level, 1), "entry");
    std::size_t done = 0;
    while (done < entry.packed.size()) {
        const int count = unzReadCurrentFile(archive, entry.packed.data() + done,
                                             static_cast<unsigned>(entry.packed.size() - done));
        if (count <= 0) {
            throw archive_error("zip: truncated entry");
        }
        done += static_cast<std::size_t>(count);
    }
    unzCloseCurrentFile(archive);
    return entry;
}

Bytef* bytes_of(const char* text) {
    // zlib's interface is not const-correct; it does not write through its input pointer.
    return reinterpret_cast<Bytef*>(const_cast<char*>(text)); // NOLINT
}

std::uint32_t checksum(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

} // namespace

archive_entry packed_entry(std::string name, std::string_view bytes, bool store) {
    archive_entry entry;
    entry.name = std::move(name);
    entry.crc = checksum(bytes);
    entry.size = bytes.size();
    if (store) {
        entry.packed = bytes;
        return entry;
    }
    entry.deflated = true;
    z_stream stream{};
    if (deflateInit2(&stream, deflate_level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        throw archive_error("zlib: deflateInit2 failed");
    }
    entry.packed.resize(deflateBound(&stream, bytes.size()));
    stream.next_in = bytes_of(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = bytes_of(entry.packed.data());
    stream.avail_out = static_cast<uInt>(entry.packed.size());
    const int status = deflate(&stream, Z_FINISH);
    entry.packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END) {
        throw archive_error("zlib: deflate failed");
    }
    return entry;
}

std::string unpacked(const archive_entry& entry) {
    std::string bytes;
    if (entry.deflated) {
        bytes.resize(entry.size);
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
            throw archive_error("zlib: inflateInit2 failed");
        }
        stream.next_in = bytes_of(entry.packed.data());
        stream.avail_in = static_cast<uInt>(entry.packed.size());
        stream.next_out = bytes_of(bytes.data());
        stream.avail_out = static_cast<uInt>(bytes.size());
        const int status = inflate(&stream, Z_FINISH);
        const bool whole = stream.total_out == bytes.size();
        inflateEnd(&stream);
        if ((status != Z_STREAM_END && status != Z_BUF_ERROR) || !whole) {
            throw archive_error("zip: damaged entry " + entry.name);
        }
    } else {
        bytes = entry.packed;
    }
    if (bytes.size() != entry.size || checksum(bytes) != entry.crc) {
        throw archive_error("zip: wrong checksum of " + entry.name);
    }
    return bytes;
}

std::vector<archive_entry> read_archive(std::string_view bytes) {
    memory_file file{std::string(bytes)};
    auto functions = file.functions();
    const std::unique_ptr<void, unzip_closer> archive(unzOpen2_64("", &functions));
    if (!archive) {
        throw archive_error("zip: no archive");
    }
    std::vector<archive_entry> entries;
    std::uint64_t budget = largest_content;
    int status = unzGoToFirstFile(archive.get());
    while (status == UNZ_OK) {
        entries.push_back(read_entry(archive.get(), budget));
        status = unzGoToNextFile(archive.get());
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) {
        check(status, "directory");
    }
    return entries;
}

std::string write_archive(const std::vector<archive_entry>& entries) {
    memory_file file;
    auto functions = file.functions();
    zipFile archive = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    if (archive == nullptr) {
        throw archive_error("zip: cannot begin an archive");
    }
    int status = ZIP_OK;
    for (const auto& entry : entries) {
        zip_fileinfo info{};
        info.dosDate = fixed_dos_date;
        status |=
            zipOpenNewFileInZip2_64(archive, entry.name.c_str(), &info, nullptr, 0, nullptr, 0,
                                    nullptr, entry.deflated ? Z_DEFLATED : 0, deflate_level, 1, 0);
        status |= zipWriteInFileInZip(archive, entry.packed.data(),
                                      static_cast<unsigned>(entry.packed.size()));
        status |= zipCloseFileInZipRaw64(archive, entry.size, entry.crc);
    }
    status |= zipClose(archive, nullptr);
    if (status != ZIP_OK) {
        throw archive_error("zip: writing failed");
    }
    return file.take();
}

} // namespace octroi::odf
