#include "office/open_template.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>

namespace octroi::office {

namespace uno = com::sun::star::uno;

bool is_text_document(const component_ref& document) {
    const uno::Reference<com::sun::star::lang::XServiceInfo> info(document, uno::UNO_QUERY);
    return info.is() && info->supportsService("com.sun.star.text.TextDocument");
}

void store_copy(const component_ref& document, const std::filesystem::path& file) {
    // Storing "to" a place, unlike "as", leaves the document where and as it is.
    uno::Reference<com::sun::star::frame::XStorable>(document, uno::UNO_QUERY_THROW)
        ->storeToURL(file_url(file),
                     properties({{"FilterName", uno::Any(rtl::OUString("writer8"))}}));
}

odf::template_report check_open_template(const component_ref& document, const std::string& name) {
    if (!is_text_document(document)) {
        throw core::user_error(core::error_kind::input,
                               core::message("template.not_text", {{"file", name}}));
    }
    const temporary_folder folder;
    const auto copy = folder.path() / "copy.odt";
    store_copy(document, copy);
    return odf::report_on(odf::document_template(name, read_file(copy).value_or("")));
}

} // namespace octroi::office
