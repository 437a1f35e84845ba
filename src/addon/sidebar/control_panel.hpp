/// @file
/// The panel *Contrôle*: the findings of the last check, each with its cell, and the corrections it
/// proposes. For a workbook that is no register: the first steps.
#pragma once

#include "addon/register_job.hpp"
#include "addon/sidebar/panel_content.hpp"
#include "addon/sidebar/pictures.hpp"

#include <optional>
#include <vector>

namespace octroi::addon {

class control_panel : public panel_content {
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
    void look_first();
    void check(results where);
    void correct(bool all);
    void amend();
    std::size_t correctable() const;
    void show_state();
    void show_filter();
    void show_findings();
    void show_detail();
    void go_to_cell();
    /// The findings of the report that the filter lets through, by their position in it.
    std::vector<std::size_t> filtered() const;
    const core::check::finding* chosen() const;

    std::optional<pictures> pictures_;
    std::vector<std::size_t> shown_; ///< row of the table → position in the report
    std::string told_;               ///< what went wrong or was done last
    std::optional<results> wanted_;  ///< a check that waits for other work
    std::string corrected_;          ///< to be told after the check that follows
    bool is_stale_ = false;
    bool looked_ = false; ///< a first check was begun without having been asked for
};

} // namespace octroi::addon
