#include "office/spreadsheet_file.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XStorable.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;

namespace {

const char* filter_for(const std::filesystem::path& file) {
    const auto extension = file.extension();
    if (extension == ".ods") {
        return "calc8";
    }
    if (extension == ".xlsx") {
        return "Calc MS Excel 2007 XML";
    }
    throw core::user_error(core::error_kind::usage,
                           core::message("output.not_spreadsheet", {{"file", file.string()}}));
}

} // namespace

void require_new_spreadsheet(const std::filesystem::path& file) {
    filter_for(file);
    if (std::filesystem::exists(file)) {
        throw core::user_error(core::error_kind::output,
                               core::message("output.exists", {{"file", file.string()}}));
    }
    prepare_folder(std::filesystem::absolute(file).parent_path());
}

void save_spreadsheet(const spreadsheet_ref& document, const std::filesystem::path& file) {
    const temporary_folder work;
    const auto made = work.path() / file.filename();
    const uno::Reference<com::sun::star::frame::XStorable> storable(document, uno::UNO_QUERY_THROW);
    storable->storeToURL(
        file_url(made),
        properties({{"FilterName", uno::Any(rtl::OUString::createFromAscii(filter_for(file)))}}));
    write_file(file, read_file(made).value_or(""));
}

} // namespace octroi::office
