// Two jobs for bench/run, with a LibreOffice of their own:
//   octroi_bench_office register OUT.ods N   the demonstration register with N conventions
//   octroi_bench_office functions N EXTENSIONS   recalculation of N rows in Calc
//   octroi_bench_office stages FOLDER        load, layout and export of the .odt files there, in ms
#include "core/schema.hpp"
#include "office/document_loader.hpp"
#include "office/files.hpp"
#include "office/register_writer.hpp"
#include "office/remote/office_session.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <algorithm>
#include <chrono>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "functions_bench.hpp"

namespace {

namespace office = octroi::office;
namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;
namespace fs = std::filesystem;

using rows = uno::Sequence<uno::Sequence<uno::Any>>;

std::size_t column_of(const char* field) {
    return octroi::core::schema_of("actions").index(field);
}

/// The voted actions of the demonstration over and over, each with a convention of its own.
void make_register(const office::context_ref& context, const fs::path& file, int wanted) {
    const auto document = office::new_register(context, true);
    const office::closing_document closing(office::component_ref(document, uno::UNO_QUERY));
    const uno::Reference<sheet::XSpreadsheet> actions(document->getSheets()->getByName("Actions"),
                                                      uno::UNO_QUERY_THROW);
    const auto columns = static_cast<sal_Int32>(octroi::core::schema_of("actions").fields.size());
    constexpr sal_Int32 known_rows = 64;
    const uno::Reference<sheet::XCellRangeData> known(
        actions->getCellRangeByPosition(0, 1, columns - 1, known_rows), uno::UNO_QUERY_THROW);
    std::vector<uno::Sequence<uno::Any>> voted;
    const rows source = known->getDataArray();
    for (const auto& row : source) {
        double amount = 0;
        if ((row[static_cast<sal_Int32>(column_of("montant_vote"))] >>= amount) && amount > 0) {
            voted.push_back(row);
        }
    }
    std::vector<uno::Sequence<uno::Any>> made;
    for (int i = 0; i < wanted; ++i) {
        auto row = voted[static_cast<std::size_t>(i) % voted.size()];
        row.getArray()[column_of("numero_de_convention")] <<=
            office::to_uno("C2016-B-" + std::to_string(i + 1));
        row.getArray()[column_of("etat")] <<= office::to_uno("Notifié");
        made.push_back(row);
    }
    // Empty rows over what is left of the demonstration.
    while (made.size() < static_cast<std::size_t>(known_rows)) {
        const std::vector<uno::Any> empty(static_cast<std::size_t>(columns),
                                          uno::Any(rtl::OUString()));
        made.push_back(office::sequence_of(empty));
    }
    const uno::Reference<sheet::XCellRangeData> target(
        actions->getCellRangeByPosition(0, 1, columns - 1, static_cast<sal_Int32>(made.size())),
        uno::UNO_QUERY_THROW);
    target->setDataArray(office::sequence_of(made));
    const uno::Reference<com::sun::star::frame::XStorable> storable(document, uno::UNO_QUERY_THROW);
    storable->storeToURL(office::file_url(file),
                         office::properties({{"FilterName", uno::Any(rtl::OUString("calc8"))}}));
}

using clock = std::chrono::steady_clock;

double milliseconds(clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

void time_stages(const office::context_ref& context, const fs::path& folder) {
    const office::temporary_folder work;
    std::vector<double> load;
    std::vector<double> layout;
    std::vector<double> export_pdf;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".odt") {
            continue;
        }
        const auto begin = clock::now();
        const office::closing_document document(
            office::load_hidden(context, entry.path()).component);
        const auto loaded = clock::now();
        const uno::Reference<com::sun::star::frame::XModel> model(document.get(),
                                                                  uno::UNO_QUERY_THROW);
        // Asking for the number of pages lays the whole document out.
        sal_Int32 pages = 0;
        const uno::Reference<com::sun::star::beans::XPropertySet> view(
            model->getCurrentController(), uno::UNO_QUERY_THROW);
        view->getPropertyValue("PageCount") >>= pages;
        const auto laid_out = clock::now();
        const uno::Reference<com::sun::star::frame::XStorable> storable(model,
                                                                        uno::UNO_QUERY_THROW);
        storable->storeToURL(
            office::file_url(work.path() / "x.pdf"),
            office::properties({{"FilterName", uno::Any(rtl::OUString("writer_pdf_Export"))}}));
        load.push_back(milliseconds(loaded - begin));
        layout.push_back(milliseconds(laid_out - loaded));
        export_pdf.push_back(milliseconds(clock::now() - laid_out));
    }
    std::cout << "load " << median(load) << " ms, layout " << median(layout) << " ms, export "
              << median(export_pdf) << " ms (medians of " << load.size() << ")\n";
}

} // namespace

int main(int argc, char** argv) {
    try {
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        const bool make = arguments.size() == 3 && arguments[0] == "register";
        const bool time = arguments.size() == 2 && arguments[0] == "stages";
        const bool functions = arguments.size() == 3 && arguments[0] == "functions";
        if (!make && !time && !functions) {
            std::cerr << "usage: octroi_bench_office register OUT.ods N | functions N EXTENSIONS | "
                         "stages FOLDER\n";
            return 2;
        }
        if (functions) {
            const office::office_session extended(
                OCTROI_PROGRAM_FOLDER,
                {.arguments = {"-env:BUNDLED_EXTENSIONS=" +
                               office::from_uno(office::file_url(arguments[2]))}});
            time_functions(extended.context(), std::stoi(arguments[1]));
            return 0;
        }
        const office::office_session session(OCTROI_PROGRAM_FOLDER);
        if (make) {
            make_register(session.context(), arguments[1], std::stoi(arguments[2]));
        } else {
            time_stages(session.context(), arguments[1]);
        }
        return 0;
    } catch (const uno::Exception& error) {
        std::cerr << office::detail_of(error) << '\n';
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
    }
    return 1;
}
