#include "office/issue_record.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/cell_changes.hpp"
#include "office/document_change.hpp"
#include "office/null_date.hpp"
#include "office/table_rows.hpp"
#include "office/user_name.hpp"

#include <algorithm>
#include <ctime>
#include <map>
#include <optional>
#include <vector>

namespace octroi::office {

namespace {

using core::compute::cell_change;

/// The moment as Calc numbers it, local time.
double now(core::date null_date) {
    const std::time_t moment = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&moment, &local);
    constexpr double seconds_a_day = 86'400.0;
    return serial_of(core::today(), null_date) +
           (local.tm_hour * 3600 + local.tm_min * 60 + local.tm_sec) / seconds_a_day;
}

/// The cells that the numbers go to, column by column. The register may have changed since it was
/// read: rows moved, numbers typed in. Throws user_error (input) where Actions has no column for
/// them.
class number_cells {
public:
    explicit number_cells(const core::register_book& book) : actions_(&book.need("actions")) {
        for (std::size_t row = 0; row < actions_->size(); ++row) {
            try {
                const core::table_row action(*actions_, row);
                if (action.text("numero_de_convention").empty()) {
                    unnumbered_[core::identifier_key(action.text("numero_dossier"))].push_back(row);
                }
            } catch (const core::data_problem&) {
                continue;
            }
        }
    }

    std::vector<cell_change> of(const std::vector<core::numbered_action>& numbers) const {
        if (!actions_->has(column_)) {
            throw core::user_error(
                core::error_kind::input,
                core::message("state.no_number_column",
                              {{"sheet", actions_->sheet()},
                               {"column", actions_->schema().fields[column_].title}}));
        }
        std::map<int, cell_change> by_row;
        for (const auto& [action, number] : numbers) {
            if (const auto row = row_of(action)) {
                const auto place = actions_->address(*row, column_);
                by_row.emplace(place.row, cell_change{place, number});
            }
        }
        std::vector<cell_change> changes;
        for (auto& [row, change] : by_row) {
            changes.push_back(std::move(change));
        }
        return changes;
    }

private:
    /// The row where it was read, if it is still there, else another of the same file number.
    std::optional<std::size_t> row_of(const core::unnumbered_action& action) const {
        const auto found = unnumbered_.find(core::identifier_key(action.file));
        if (found == unnumbered_.end()) {
            return std::nullopt;
        }
        const auto& rows = found->second;
        const auto same = std::find_if(rows.begin(), rows.end(), [&](std::size_t row) {
            return actions_->sheet_row(row) == action.place.row + 1;
        });
        return same == rows.end() ? rows.front() : *same;
    }

    const core::table* actions_;
    std::size_t column_ = core::schema_of("actions").index("numero_de_convention");
    std::map<std::string, std::vector<std::size_t>> unnumbered_; ///< rows by file number
};

std::vector<new_row> lines_of(const core::issue_log& log, const std::string& user, double moment) {
    std::vector<new_row> rows;
    for (const auto& line : log.lines) {
        rows.push_back({{"horodatage", moment},
                        {"utilisateur", user},
                        {"operation", std::string(core::issue_operation)},
                        {"objet", line.number},
                        {"avant", line.before},
                        {"apres", line.after},
                        {"empreinte", line.fingerprint}});
    }
    return rows;
}

/// All or nothing: a number that Journal knows and Actions does not would never be given again.
class issue_writer {
public:
    /// Changes nothing yet. Throws user_error (input) if it cannot be written.
    issue_writer(const context_ref& context, const spreadsheet_ref& document,
                 const std::string& name, const core::issue_log& log)
        : document_(document),
          lines_(lines_of(log, user_name(context), now(null_date_of(document)))) {
        const auto book = read_register(document, name);
        if (!log.numbers.empty()) {
            numbers_ = number_cells(book).of(log.numbers);
            require_unprotected(document, numbers_);
        }
        if (!lines_.empty()) {
            journal_.emplace(document, book, "journal");
        }
    }

    void write(writing how) const {
        if (journal_) {
            journal_->append(lines_, how);
        }
        if (how == writing::undoable) {
            write_undoable_cells(document_, numbers_);
        } else {
            write_cells(document_, numbers_);
        }
    }

private:
    spreadsheet_ref document_;
    std::vector<new_row> lines_;
    std::vector<cell_change> numbers_;
    std::optional<table_rows> journal_;
};

} // namespace

void record_issue(const context_ref& context, const spreadsheet_ref& document,
                  const std::string& name, const core::issue_log& log, core::manifest& made) {
    if (log.empty()) {
        return;
    }
    try {
        require_writable(document);
        const issue_writer writer(context, document, name, log);
        const one_step step(document, core::message("state.undo"));
        const locked_views views(document);
        writer.write(writing::undoable);
        made.notes.push_back(
            core::message("state.recorded", {{"numbers", std::to_string(log.numbers.size())},
                                             {"lines", std::to_string(log.lines.size())}}));
    } catch (const core::user_error& error) {
        made.faults.push_back(core::message("state.not_recorded", {{"reason", error.what()}}));
    }
}

void record_issue_in_copy(const context_ref& context, const spreadsheet_ref& document,
                          const std::string& name, const core::issue_log& log) {
    if (!log.empty()) {
        issue_writer(context, document, name, log).write(writing::at_once);
    }
}

added_amendment add_amendment(const spreadsheet_ref& document, const std::string& name,
                              const core::amendment_proposal& proposal) {
    const auto book = read_register(document, name);
    const core::recorded_amendments known(book);
    if (const auto row = known.row_of(proposal)) {
        const auto& sheet = book.need("avenants");
        return {core::table_row(sheet, *row).text("numero_avenant"), sheet.address(*row, 0), false};
    }
    require_writable(document);
    const table_rows place(document, book, "avenants");
    const auto rank = known.next_number(proposal.act);
    added_amendment added;
    added.number = proposal.act + "/A" + std::to_string(rank);
    const one_step step(document, core::message("state.amendment_undo"));
    const locked_views views(document);
    added.place = place.append({{{"numero_avenant", added.number},
                                 {"acte_vise", proposal.act},
                                 {"numero", static_cast<double>(rank)},
                                 {"objet", proposal.subject},
                                 {"ancienne_valeur", proposal.before},
                                 {"nouvelle_valeur", proposal.after}}},
                               writing::undoable);
    return added;
}

} // namespace octroi::office
