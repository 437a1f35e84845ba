/// @file
/// The panel *Subventions*: envelopes and what is left of them, what each commune gets, and how the
/// amount of the action under the cursor came about.
#pragma once

#include "addon/sidebar/panel_content.hpp"
#include "addon/sidebar/pictures.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

class grants_panel : public panel_content {
public:
    using panel_content::panel_content;

    std::vector<control_plan> plan() const override;
    void begin() override;
    std::vector<panel_row> rows() const override;
    void document_changed() override;
    void session_changed(session_change what) override;
    void happened(const std::string& control, control_event what) override;
    void selection_changed() override;
    void tell(const std::string& text) override;

private:
    /// An envelope as it is drawn.
    struct envelope_bar {
        double voted = 0;
        double proposed = 0;
    };

    void look_first();
    void compute(bool write);
    void show_all();
    void show_years();
    void show_envelopes();
    void show_communes();
    void show_account();
    void show_state();
    std::string section() const; ///< « FON », « INV », or empty for both
    std::optional<std::int64_t> year() const;

    std::optional<pictures> pictures_;
    std::vector<std::int64_t> years_;
    std::vector<envelope_bar> bars_;
    std::size_t bar_controls_ = 0; ///< of how many envelopes there are controls
    std::vector<std::string> communes_;
    std::string told_;
    bool is_stale_ = false;
    bool account_shown_ = false;
    bool looked_ = false; ///< a first computation was begun without having been asked for
};

} // namespace octroi::addon
