/// @file
/// Computing the subsidies of a register: each file in state Complet, Instruit or Proposé, its
/// envelope, and what follows for communes and payments.
#pragma once

#include "core/cell.hpp"
#include "core/compute/apportionment.hpp"
#include "core/compute/grant.hpp"
#include "core/compute/summary.hpp"
#include "core/date.hpp"
#include "core/progress.hpp"
#include "core/register.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace octroi::core::compute {

/// Other terms for the envelopes of a year than the register's. What is nothing stays as the
/// register has it.
struct scenario {
    std::string name;
    std::string section;                  ///< « FON »; empty: both
    std::optional<std::string> programme; ///< nothing: each
    std::optional<money> amount;
    std::optional<apportion_mode> mode;
    std::optional<money> unit;
    std::optional<money> floor; ///< zero: none

    /// Whether it speaks of an envelope.
    bool concerns(std::string_view of_section, std::string_view of_programme) const;
};

struct compute_request {
    /// The year (Exercice) to compute; else the latest that has a file to compute, else the latest.
    std::optional<std::int64_t> year;
    std::optional<date> as_of;     ///< else the setting `controle.date`, else today
    std::optional<scenario> terms; ///< laid over the envelopes of that year
    /// The terms become the register's own: they are among the changes.
    bool adopt = false;
};

/// Why a file, an envelope or a payment is not computed, at the cell to mend.
struct compute_problem {
    cell_address place;
    std::string column; ///< its header
    std::string value;  ///< as quoted
    std::string message;
    int sheet_order = 0; ///< position of the sheet in the workbook
};

/// A file that was to be computed.
struct computed_action {
    cell_address place; ///< of its number
    std::string file;   ///< N° dossier
    std::string commune;
    std::string section;
    std::string rule;               ///< Id règle
    std::optional<money> requested; ///< Montant demandé
    /// Position in computation::envelopes of the one it draws on.
    std::optional<std::size_t> envelope;
    bool known = false;  ///< else a problem says why, and no amount below means anything
    grant result;        ///< the envelope included
    std::string account; ///< Détail du calcul, in French
    std::string told;    ///< the same in the language chosen
    std::vector<std::string> step_texts; ///< of result.steps, in the language chosen
    std::optional<money> proposed;       ///< Montant proposé after the run
    bool departs = false; ///< the proposed amount is the officer's own, with its reason
    /// Montant proposé is to be written: it was empty, or a scenario is adopted.
    bool proposes = false;

    std::optional<money> calculated() const {
        return known ? std::optional(result.amount) : std::nullopt;
    }
};

/// A row of the sheet Enveloppe, divided or not.
struct computed_envelope {
    cell_address place; ///< of its year
    std::int64_t year = 0;
    std::string section;
    std::string programme;
    /// As the register has them; nothing where a cell is empty or unreadable.
    scenario own_terms;
    money amount;
    money used;   ///< voted
    money shared; ///< to the files computed, and what officers proposed themselves
    money left() const { return amount - used - shared; }
    bool known = false; ///< else a problem says why
};

/// What a cell is to hold after the run and does not hold now: nothing, a text or an amount.
struct cell_change {
    cell_address place;
    std::variant<std::monostate, std::string, money> value;
};

struct computation {
    std::string register_file;
    std::int64_t year = 0;
    std::vector<computed_action> actions;     ///< in the order of the sheet
    std::vector<computed_envelope> envelopes; ///< of the year, in the order of the sheet
    std::vector<compute_problem> problems;    ///< in the order of the sheets
    register_summary summary;
    std::vector<cell_change> changes; ///< in the order of the sheets, column by column
    /// Files to compute in other years, left alone.
    std::int64_t other_years = 0;
    /// What the run did without, ready to show: sheets, columns and envelopes that are missing.
    std::vector<std::string> notes;
};

/// Throws user_error (input) for a register without the sheets or columns needed, or without a file
/// of the year asked for, (interrupted) if it was to stop.
computation compute_register(const register_book& book, const compute_request& request = {},
                             progress_sink& progress = no_progress());

} // namespace octroi::core::compute
