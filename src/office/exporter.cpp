#include "office/exporter.hpp"

#include "office/files.hpp"
#include "office/formats.hpp"
#include "office/uno_values.hpp"
#include "office/word_file.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/text/XDocumentIndexesSupplier.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/util/XRefreshable.hpp>

#include <algorithm>

namespace octroi::office {

namespace uno = com::sun::star::uno;

namespace {

uno::Any pdf_options() {
    constexpr sal_Int32 pdf_a_2b = 2;
    return uno::Any(properties({
        {"SelectPdfVersion", uno::Any(pdf_a_2b)},
        {"UseTaggedPDF", uno::Any(true)},
        {"PDFUACompliance", uno::Any(true)},
        {"ExportBookmarks", uno::Any(true)},
        {"DisplayPDFDocumentTitle", uno::Any(true)},
        {"ExportFormFields", uno::Any(false)},
    }));
}

uno::Sequence<com::sun::star::beans::PropertyValue> arguments_for(document_format format) {
    if (format == document_format::pdf) {
        return properties({{"FilterName", uno::Any(rtl::OUString("writer_pdf_Export"))},
                           {"FilterData", pdf_options()}});
    }
    return properties({{"FilterName", uno::Any(rtl::OUString("MS Word 2007 XML"))}});
}

/// LibreOffice may report success and leave nothing or half a file.
bool whole(const std::filesystem::path& file, document_format format) {
    const auto bytes = read_file(file);
    if (!bytes) {
        return false;
    }
    if (format == document_format::pdf) {
        const auto tail = bytes->substr(bytes->size() - std::min<std::size_t>(64, bytes->size()));
        return bytes->starts_with("%PDF-") && tail.find("%%EOF") != std::string::npos;
    }
    const auto tail = bytes->substr(bytes->size() - std::min<std::size_t>(256, bytes->size()));
    return bytes->starts_with("PK\x03\x04") && tail.find("PK\x05\x06") != std::string::npos;
}

/// Page numbers of tables of contents are known only now that the document is laid out.
void update_indexes(const uno::Reference<com::sun::star::text::XTextDocument>& document) {
    const uno::Reference<com::sun::star::text::XDocumentIndexesSupplier> supplier(document,
                                                                                  uno::UNO_QUERY);
    if (!supplier.is()) {
        return;
    }
    const auto indexes = supplier->getDocumentIndexes();
    for (sal_Int32 i = 0; i < indexes->getCount(); ++i) {
        const uno::Reference<com::sun::star::util::XRefreshable> index(indexes->getByIndex(i),
                                                                       uno::UNO_QUERY);
        if (index.is()) {
            index->refresh();
        }
    }
}

} // namespace

void exporter::run(const std::filesystem::path& odt, const std::vector<document_format>& formats,
                   const std::filesystem::path& folder, const std::string& stem) const {
    const closing_document document(load_hidden(context_, odt).component);
    const uno::Reference<com::sun::star::text::XTextDocument> text(document.get(), uno::UNO_QUERY);
    const uno::Reference<com::sun::star::frame::XStorable> storable(text, uno::UNO_QUERY);
    if (!storable.is()) {
        throw export_failure("LibreOffice: no text document");
    }
    update_indexes(text);
    // DOCX last: for Word the document is changed.
    auto in_order = formats;
    std::stable_partition(in_order.begin(), in_order.end(),
                          [](auto format) { return format != document_format::docx; });
    for (const auto format : in_order) {
        const auto file = folder / (stem + "." + std::string(extension_of(format)));
        try {
            if (format == document_format::docx) {
                prepare_for_word(document.get());
            }
            storable->storeToURL(file_url(file), arguments_for(format));
        } catch (const com::sun::star::lang::DisposedException&) {
            throw;
        } catch (const uno::Exception& error) {
            throw export_failure(detail_of(error));
        }
        if (!whole(file, format)) {
            throw export_failure("LibreOffice: " + file.filename().string());
        }
        if (format == document_format::docx && adds_spacing(document.get())) {
            write_file(file, with_added_spacing(*read_file(file)));
        }
    }
}

} // namespace octroi::office
