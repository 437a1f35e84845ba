/// @file
/// What lacks in an incomplete application, as a letter asks for it.
#pragma once

#include "core/entities.hpp"
#include "core/parameters.hpp"
#include "core/row_index.hpp"

#include <string>
#include <vector>

namespace octroi::core {

class missing_pieces {
public:
    /// All must outlive it.
    missing_pieces(const register_book& book, const entities& known, const parameters& settings,
                   const row_index& financing);

    /// The columns of `pieces.FON`/`pieces.INV` and those every application needs, where they are
    /// empty; the republican commitment of an association, the authorisation of cameras, the
    /// financing plan. In the words of `pieces.libelle.<header>`, else by the header.
    std::vector<std::string> of(const table_row& action, date on) const;

private:
    const entities* known_;
    const parameters* settings_;
    const row_index* financing_;
    bool has_financing_; ///< the register tells of financing plans
};

} // namespace octroi::core
