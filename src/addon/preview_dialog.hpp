/// @file
/// The dialog of *Aperçu avec le registre…*: of which register and which of its documents.
#pragma once

#include "addon/document_dialog.hpp"
#include "office/generation.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

/// A register open in Calc, or a file.
struct known_register {
    std::string name;
    office::spreadsheet_ref document; ///< null for a file that is not open
    std::filesystem::path file;       ///< empty for one never saved
};

/// Those that are open, the last one chosen first.
std::vector<known_register> known_registers(const office::context_ref& context);

/// Of the open template, saved or not: `number`, or the first document for none. Throws user_error.
office::previewed_document preview_of(const office::context_ref& context,
                                      const office::component_ref& document,
                                      const known_register& from, const std::string& number);

class preview_dialog : public document_dialog {
public:
    static constexpr const char* file_name = "preview_template";

    /// Throws user_error for a template with problems.
    preview_dialog(office::context_ref context, const office::component_ref& document,
                   const std::string& name);

    /// Waits until a document was made or the dialog closed.
    std::optional<office::previewed_document> run();

    // For tests.
    void add(const std::filesystem::path& file);
    const std::optional<office::previewed_document>& made() const { return made_; }

protected:
    void fill_in() override;
    std::vector<handler_method> handler_methods() override;

private:
    void set_texts();
    void list_registers(std::size_t chosen);
    void list_documents();

    void on_browse();
    void on_run();

    std::vector<known_register> registers_;
    std::vector<office::listed_document> documents_;
    std::optional<office::previewed_document> made_;
};

} // namespace octroi::addon
