// A long day: one LibreOffice opens, works on and closes registers, the deck *Octroi* open all the
// time; another one without the extension opens, edits and closes the same ones. Compared is how
// their memory grows after the first ten. Usage: octroi_soak [DOCUMENTS]; status 1 if something
// fails or the memory grows.
#include "office/computing.hpp"
#include "office/formats.hpp"
#include "office/generation.hpp"
#include "office/register_reader.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/Toolkit.hpp>
#include <com/sun/star/awt/XToolkitExperimental.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "panels.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

constexpr int warming_up = 10;
/// What one document may leave behind beyond what LibreOffice itself leaves.
constexpr double most_kilobytes = 40;

/// Resident memory, in kB.
long memory_of(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stol(line.substr(6));
        }
    }
    throw std::runtime_error("LibreOffice is gone");
}

void require(bool so, const char* what) {
    if (!so) {
        throw std::runtime_error(std::string("not so: ") + what);
    }
}

uno::Reference<com::sun::star::sheet::XSpreadsheet> sheet(const open_register& of,
                                                          const char* name) {
    return {of.document()->getSheets()->getByName(office::to_uno(name)), uno::UNO_QUERY_THROW};
}

/// As an officer types it: one step of the undo list.
void edit(const open_register& of) {
    sheet(of, "Actions")->getCellByPosition(2, 5)->setFormula("soak");
}

constexpr const char* conventions_of = "numero_dossier=2015-FON-001";

/// The same in a LibreOffice without the extension: this program has it do, call by call, what the
/// sidebar would. What that leaves behind is LibreOffice's own.
void plain_day(const open_register& of, const office::context_ref& context,
               const std::filesystem::path& folder) {
    edit(of);
    const std::string name = "registre.ods";
    office::write_computation(of.document(), office::compute_document(of.document(), name, {}));
    office::undo_list_of(of.document())->undo();
    office::undo_list_of(of.document())->undo();
    office::generate_request request;
    request.folder = folder / "conventions";
    request.templates = OCTROI_TEMPLATES;
    request.formats = office::formats_of("odt,pdf");
    request.where = {conventions_of};
    core::issue_log issued;
    const auto made = office::generate(context, office::read_register(of.document(), name), request,
                                       core::no_progress(), issued);
    require(!made.documents.empty(), "documents are made");
    std::filesystem::remove_all(request.folder);
}

void octroi_day(const open_register& of, const std::filesystem::path& folder) {
    const open_panels panels(of);
    require(panels.computed(), "the panels show a check and a computation");
    for (int row = 0; row < 5; ++row) {
        panels.control.select("findings", row);
        require(await([&] { return panels.control.shows("place"); }), "a finding is shown");
    }
    const int findings = panels.control.rows("findings");
    edit(of);
    require(await([&] { return panels.control.shows("stale"); }), "the check is out of date");
    panels.control.press("check");
    require(await([&] { return !panels.control.shows("stale"); }), "it is checked again");
    require(panels.control.rows("findings") >= findings, "the findings are there");

    panels.grants.press("compute");
    require(await([&] {
                return of.document()->getSheets()->hasByName(office::to_uno("Synthèse")) &&
                       panels.grants.enabled("compute");
            }),
            "the summary is written");
    office::undo_list_of(of.document())->undo();
    office::undo_list_of(of.document())->undo();
    require(!of.document()->getSheets()->hasByName(office::to_uno("Synthèse")),
            "the computation is undone");

    const auto made = folder / "conventions";
    of.send("org.octroi:generate",
            office::properties({{"Folder", uno::Any(office::to_uno(made.string()))},
                                {"Formats", uno::Any(rtl::OUString("odt,pdf"))},
                                {"Where", uno::Any(office::to_uno(conventions_of))}}));
    require(await([&] { return panels.documents.shows("results"); }), "documents are made");
    require(panels.documents.rows("results") > 0, "documents are listed");
    std::filesystem::remove_all(made);
}

/// The memory after each document.
std::vector<long> run(int documents, bool with_octroi) {
    // One heap for all threads: what one frees another can use again, and runs are comparable.
    const auto office = start_office({{}, {{"MALLOC_ARENA_MAX", "1"}}}, with_octroi);
    const office::temporary_folder folder;
    const auto file = folder.path() / "registre.ods";
    write_demonstration(office->context(), file);
    const uno::Reference<com::sun::star::awt::XToolkitExperimental> toolkit(
        com::sun::star::awt::Toolkit::create(office->context()), uno::UNO_QUERY_THROW);
    std::vector<long> memory;
    for (int i = 1; i <= documents; ++i) {
        {
            const open_register opened(office->context(), file);
            if (with_octroi) {
                octroi_day(opened, folder.path());
            } else {
                plain_day(opened, office->context(), folder.path());
            }
        }
        toolkit->processEventsToIdle();
        memory.push_back(memory_of(office->process().id()));
        std::cout << (with_octroi ? "octroi " : "plain ") << i << ' ' << memory.back() << " kB"
                  << std::endl;
    }
    return memory;
}

/// A document, after the first ones.
double growth(const std::vector<long>& memory) {
    const auto from = static_cast<std::size_t>(warming_up - 1);
    return static_cast<double>(memory.back() - memory[from]) /
           static_cast<double>(memory.size() - 1 - from);
}

int soak(int documents) {
    const double plain = growth(run(documents, false));
    const double octroi = growth(run(documents, true));
    std::cout << "growth a document: " << plain << " kB without, " << octroi
              << " kB with the extension; at most " << most_kilobytes << " kB more\n";
    return octroi - plain <= most_kilobytes ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace
} // namespace octroi::test

int main(int argc, char** argv) {
    constexpr int usual = 100;
    try {
        const int documents = argc > 1 ? std::stoi(argv[1]) : usual;
        if (documents <= octroi::test::warming_up) {
            throw std::invalid_argument("more than ten documents, please");
        }
        return octroi::test::soak(documents);
    } catch (const com::sun::star::uno::Exception& error) {
        std::cerr << octroi::office::detail_of(error) << '\n';
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
    }
    return EXIT_FAILURE;
}
