#include "office/files.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace octroi::office {

namespace fs = std::filesystem;

namespace {

std::string reason(int error) {
    return std::system_category().message(error);
}

[[noreturn]] void refuse_file(const fs::path& file, int error) {
    throw core::user_error(
        core::error_kind::output,
        core::message("output.file", {{"file", file.string()}, {"detail", reason(error)}}));
}

/// A file being written beside its final name; removed unless committed.
class partial_file {
public:
    explicit partial_file(const fs::path& target)
        : target_(target),
          path_(target.parent_path() / ("." + target.filename().string() + ".part")),
          descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
        if (descriptor_ < 0) {
            refuse_file(target_, errno);
        }
    }
    partial_file(const partial_file&) = delete;
    partial_file& operator=(const partial_file&) = delete;
    ~partial_file() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
        if (!committed_) {
            std::error_code ignored;
            fs::remove(path_, ignored);
        }
    }

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto count = ::write(descriptor_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) {
                continue;
            }
            if (count < 0) {
                refuse_file(target_, errno);
            }
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    void commit() {
        // A network disk may report that it is full only here.
        const int descriptor = std::exchange(descriptor_, -1);
        if (::close(descriptor) != 0) {
            refuse_file(target_, errno);
        }
        if (::rename(path_.c_str(), target_.c_str()) != 0) {
            refuse_file(target_, errno);
        }
        committed_ = true;
    }

private:
    fs::path target_;
    fs::path path_;
    int descriptor_;
    bool committed_ = false;
};

} // namespace

std::optional<std::string> read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file)) {
        return std::nullopt;
    }
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return in.bad() ? std::nullopt : std::optional(std::move(bytes));
}

void require_register_file(const fs::path& file) {
    std::error_code error;
    const bool present = fs::is_regular_file(file, error);
    if (!present || !std::ifstream(file, std::ios::binary).good()) {
        throw core::user_error(core::error_kind::input,
                               core::message(present ? "register.unreadable" : "register.missing",
                                             {{"file", file.string()}}));
    }
}

void write_file(const fs::path& file, std::string_view bytes) {
    partial_file part(file);
    part.write(bytes);
    part.commit();
}

void prepare_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    int code = error.value();
    if (!error && !fs::is_directory(folder)) {
        code = ENOTDIR;
    } else if (!error && ::access(folder.c_str(), W_OK | X_OK) != 0) {
        code = errno;
    }
    if (code != 0) {
        throw core::user_error(core::error_kind::output,
                               core::message("output.folder", {{"folder", folder.string()},
                                                               {"detail", reason(code)}}));
    }
}

temporary_folder::temporary_folder() {
    std::string pattern = (fs::temp_directory_path() / "octroi-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw core::user_error(
            core::error_kind::output,
            core::message("output.folder", {{"folder", fs::temp_directory_path().string()},
                                            {"detail", reason(errno)}}));
    }
    path_ = pattern;
}

temporary_folder::~temporary_folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

} // namespace octroi::office
