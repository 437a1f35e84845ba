/// @file
/// The people who sign a contract, or sit on a council, as its documents name them: the lists
/// « signataires », « cartouches » (the same, two by two, for the boxes at the end) and « colleges
/// ».
#pragma once

#include "core/entities.hpp"
#include "core/official_titles.hpp"
#include "core/record.hpp"
#include "core/row_index.hpp"

#include <string>
#include <utility>
#include <vector>

namespace octroi::core {

class contract_parties {
public:
    contract_parties(const register_book& book, const entities& known);

    /// The rows of Signataires of a contract, by rank; those without rank last.
    std::vector<table_row> of(const std::string& contract_id) const;

    /// Which day tells the titles: that on which each signs, or one for all.
    enum class title_day { of_each, one };

    /// Lists « signataires », « cartouches » and « cartouche_seul ». `commune` is a mayor's whose
    /// Organisme names none; titles are those of `on` where a row has no day of its own.
    void fill_signatories(record& data, const std::vector<table_row>& rows,
                          const std::string& commune, date on, title_day days) const;

    /// List « colleges », each with its « membres ». `president_by_right`: whether the president of
    /// the Département is a member as of right that day.
    void fill_members(record& data, const std::vector<table_row>& rows, const std::string& commune,
                      bool president_by_right, date on) const;

    const row_index& index() const { return signatories_; }

private:
    official_title title_of(const table_row& row, const std::string& commune, date on,
                            title_day days) const;
    std::string commune_named_by(const std::string& body, const std::string& otherwise) const;

    const entities* known_;
    row_index signatories_; ///< by Id contrat
};

} // namespace octroi::core
