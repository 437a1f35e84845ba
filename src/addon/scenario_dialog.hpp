/// @file
/// The dialog of *Comparer des scénarios…*: an envelope of the year divided in three other ways
/// beside the register's own.
#pragma once

#include "addon/document_dialog.hpp"
#include "core/compute/comparison.hpp"
#include "core/compute/scenario_input.hpp"
#include "office/register_reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

/// What the officer adopted.
struct adopted_scenario {
    std::string name;
    core::compute::comparison result;
    bool changed = false; ///< the register
};

class scenario_dialog : public document_dialog {
public:
    /// Reads the register; `name` stands for it in messages. Throws user_error for one that cannot
    /// be computed or has no envelope in the year.
    scenario_dialog(office::context_ref context, const office::spreadsheet_ref& document,
                    std::string name, const core::compute::compute_request& request);

    /// Until it is closed; what was adopted is written already.
    std::optional<adopted_scenario> run();

private:
    void fill_in() override;
    std::vector<handler_method> handler_methods() override;
    void refuse(const core::user_error& error) override;

    const core::compute::computed_envelope& envelope() const;
    void set_texts();
    void fill();
    core::compute::scenario read_column(std::size_t at);
    core::compute::comparison compared();
    void show_results(const core::compute::comparison& made) const;
    void clear_results() const;
    void tell_result(const core::compute::comparison& made, const char* done) const;

    // What the dialog's file names.
    void on_envelope();
    void on_edit();
    void on_compare();
    void on_detail();
    void on_adopt();

    std::string name_;
    core::compute::compute_request request_;
    core::register_book book_;
    std::vector<core::compute::computed_envelope> envelopes_;
    std::optional<adopted_scenario> adopted_;
    std::size_t reading_ = 0; ///< the scenario whose column is read
};

} // namespace octroi::addon
