#include "office/register_file.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"

namespace octroi::office {

namespace {

loaded_document loaded(const context_ref& context, const std::filesystem::path& file,
                       load_mode mode) {
    require_register_file(file);
    return load_hidden(context, file, mode);
}

[[noreturn]] void refuse(const char* key, const std::filesystem::path& file) {
    throw core::user_error(core::error_kind::input, core::message(key, {{"file", file.string()}}));
}

} // namespace

register_file::register_file(const context_ref& context, const std::filesystem::path& file,
                             load_mode mode)
    : loaded_(loaded(context, file, mode)), closing_(loaded_.component) {
    if (loaded_.question == load_question::password) {
        refuse("register.password", file);
    }
    if (loaded_.question == load_question::repair) {
        refuse("register.damaged", file);
    }
    document_.set(loaded_.component, com::sun::star::uno::UNO_QUERY);
    if (!document_.is()) {
        refuse("register.not_spreadsheet", file);
    }
}

core::register_book read_register_file(const context_ref& context,
                                       const std::filesystem::path& file) {
    const register_file opened(context, file);
    return read_register(opened.document(), file.filename().string());
}

} // namespace octroi::office
