/// @file
/// The figures of a convention: its actions, amounts, financing plan and payments.
#pragma once

#include "core/document_draft.hpp"
#include "core/parameters.hpp"
#include "core/row_index.hpp"
#include "core/spelling.hpp"

#include <vector>

namespace octroi::core {

class convention_figures {
public:
    /// `draft`: proposed amounts stand in for votes that are still to come. The references outlive
    /// this.
    convention_figures(const register_book& book, const parameters& settings,
                       const row_index& objectives, bool draft, const number_speller& spell);

    /// Throws data_problem where a value is missing or cannot be read.
    void fill(document_draft& document, const std::vector<table_row>& actions, date on) const;

    const row_index& financing() const { return financing_; }
    const row_index& payments() const { return payments_; }

private:
    struct totals;

    money granted(const table_row& action) const;
    totals fill_actions(document_draft& draft, const std::vector<table_row>& actions) const;
    void fill_amounts(document_draft& draft, const totals& sums, date on) const;
    void fill_financing(document_draft& draft, const std::vector<table_row>& actions) const;
    void fill_payments(document_draft& draft, const std::vector<table_row>& actions) const;

    const parameters* settings_;
    const row_index* objectives_;
    row_index financing_; ///< by N° dossier
    row_index payments_;  ///< by N° dossier
    bool draft_;
    const number_speller* spell_;
};

} // namespace octroi::core
