#include "registers_on_disk.hpp"

#include "office/files.hpp"
#include "office/uno_values.hpp"
#include "support/registers.hpp"

#include <memory>
#include <stdexcept>

#include "program.hpp"

namespace octroi::test {

namespace {

/// Serial 0 in Calc: 1899-12-30.
constexpr long null_date_from_epoch = -25569;

void write_sheet(workbook& book, const core::sheet_data& data) {
    for (int row = 0; row < data.rows(); ++row) {
        for (int column = 0; column < data.columns(); ++column) {
            const std::string cell = core::column_name(column) + std::to_string(row + 1);
            const auto& value = data.at(row, column);
            if (const auto* text = std::get_if<std::string>(&value)) {
                book.put(data.name, cell, *text);
            } else if (const auto* number = std::get_if<core::number>(&value)) {
                book.put(data.name, cell, number->serial());
            } else if (const auto* day = std::get_if<core::date>(&value)) {
                book.put(data.name, cell,
                         static_cast<double>(core::days_since_epoch(*day) - null_date_from_epoch));
                book.set_format(data.name, cell, "JJ/MM/AAAA");
            }
        }
    }
}

std::filesystem::path made_small_register() {
    workbook book(std::string("Communes"));
    write_sheet(book, sheet_of("communes", some_entities()));
    book.add_sheet("Paramètres");
    write_sheet(book, sheet_of("parametres", core::initial_rows("parametres", true)));
    book.add_sheet("Actions");
    write_sheet(
        book, sheet_of("actions", {voted_action(), voted_action({{"numero_dossier", "2016-FON-002"},
                                                                 {"commune", "Antony"},
                                                                 {"beneficiaire", "Antony"}})}));
    auto file = fresh_path("petit.ods");
    book.save(file);
    return file;
}

std::filesystem::path made_demonstration() {
    auto file = fresh_path("démonstration.ods");
    const auto result = run({"new", file.string(), "--demo"});
    if (result.status != 0) {
        throw std::runtime_error("octroi new: " + result.err);
    }
    return file;
}

} // namespace

const std::filesystem::path& work_folder() {
    static const office::temporary_folder folder;
    return folder.path();
}

std::filesystem::path fresh_path(const std::string& name) {
    static int count = 0;
    const auto folder = work_folder() / std::to_string(++count);
    std::filesystem::create_directory(folder);
    return folder / name;
}

const std::filesystem::path& demonstration_register() {
    static const std::filesystem::path file = made_demonstration();
    return file;
}

const std::filesystem::path& small_register_file() {
    static const std::filesystem::path file = made_small_register();
    return file;
}

std::filesystem::path changed_register(const std::string& name,
                                       const std::function<void(workbook&)>& change) {
    auto book = workbook::opened(small_register_file());
    change(book);
    auto file = fresh_path(name);
    book.save(file);
    return file;
}

} // namespace octroi::test
