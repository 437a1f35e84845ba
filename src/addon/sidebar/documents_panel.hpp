/// @file
/// The panel *Documents*: what to make of the register, a look at one, making them all, and what
/// came of it.
#pragma once

#include "addon/sidebar/panel_content.hpp"
#include "addon/sidebar/pictures.hpp"
#include "core/document_kinds.hpp"
#include "office/requests.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

class documents_panel : public panel_content {
public:
    using panel_content::panel_content;

    std::vector<control_plan> plan() const override;
    void begin() override;
    std::vector<panel_row> rows() const override;
    void document_changed() override;
    void session_changed(session_change what) override;
    void happened(const std::string& control, control_event what) override;
    void tell(const std::string& text) override;

private:
    /// Which documents: the items of the list, in their order.
    enum class selection { all_new, all, rows, commune };

    void offer_kinds();
    void offer_templates();
    void offer_communes();
    void propose_folder();
    void browse();
    void generate();
    void preview();
    void open_file();
    void open_folder();
    void go_to_cell();
    void amend();
    /// What the officer is told at the end of a run: also what became of the register.
    std::string result_of(const job_outcome& outcome) const;
    void show_results();
    void show_detail();
    void show_state();
    selection which() const;
    /// What the panel asks for. Throws user_error where something is missing.
    office::generate_request request() const;
    const core::document_kind& kind() const;
    const core::document_result* chosen() const;
    /// The file of the chosen document to open: PDF first.
    std::optional<std::filesystem::path> file_of_chosen() const;

    std::optional<pictures> pictures_;
    std::vector<std::string> templates_; ///< names, after the register's own choice
    std::string proposed_folder_;        ///< what we filled in, until the officer changes it
    std::vector<std::size_t> shown_;     ///< row of the table → position in the manifest
    std::string told_;
};

} // namespace octroi::addon
