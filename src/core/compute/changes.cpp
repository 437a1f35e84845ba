#include "core/compute/computed_files.hpp"
#include "core/compute/payments.hpp"
#include "core/financing.hpp"
#include "core/messages.hpp"

#include <algorithm>

namespace octroi::core::compute {

using check::checked_row;
using check::checked_sheet;
using check::field;

namespace {

using cell_content = std::variant<std::monostate, std::string, money>;

bool holds(const cell_value& cell, const cell_content& content) {
    if (const auto* text = std::get_if<std::string>(&content)) {
        const auto* held = std::get_if<std::string>(&cell);
        return held != nullptr && *held == *text;
    }
    if (const auto* amount = std::get_if<money>(&content)) {
        const auto* held = std::get_if<number>(&cell);
        return held != nullptr && held->amount() == *amount;
    }
    return is_empty(cell);
}

cell_content content_of(std::optional<money> amount) {
    return amount ? cell_content(*amount) : cell_content();
}

class change_finder {
public:
    change_finder(const computed_files& files, const compute_request& request, computation& made)
        : files_(&files), request_(&request), made_(&made) {}

    void run() {
        for (const auto* sheet : files_->in().sheets()) {
            const auto& name = sheet->schema().name;
            if (name == "actions") {
                find_in_actions(*sheet);
            } else if (name == "financements") {
                find_in_financings(*sheet);
            } else if (name == "enveloppe") {
                find_in_envelopes(*sheet);
            }
        }
    }

private:
    template <class Content>
    void find(const checked_sheet& sheet, std::string_view name, const Content& content) {
        const field column = sheet.column(name);
        if (!sheet.has(column)) {
            made_->notes.push_back(
                message("compute.no_column", {{"column", sheet.schema().fields[column].title},
                                              {"sheet", sheet.source().sheet()}}));
            return;
        }
        for (const auto row : sheet) {
            const std::optional<cell_content> wanted = content(row);
            if (wanted && !holds(row.raw(column), *wanted)) {
                made_->changes.push_back({sheet.source().address(row.position(), column), *wanted});
            }
        }
    }

    /// Of the files computed alone; the others keep what they hold.
    template <class Content>
    void find_computed(const checked_sheet& actions, std::string_view name,
                       const Content& content) {
        find(actions, name, [&](const checked_row& row) -> std::optional<cell_content> {
            const auto* made = files_->of(row);
            return made == nullptr ? std::nullopt : std::optional<cell_content>(content(*made));
        });
    }

    void find_in_actions(const checked_sheet& actions) {
        find(actions, "montant_n_1", [&](const checked_row& row) -> std::optional<cell_content> {
            return content_of(files_->earlier().year_before(row));
        });
        find_computed(actions, "regle_appliquee", [](const computed_action& made) {
            return made.rule.empty() ? cell_content() : cell_content(made.rule);
        });
        find_computed(actions, "montant_calcule",
                      [](const computed_action& made) { return content_of(made.calculated()); });
        find_computed(actions, "motif_d_ecretement", [](const computed_action& made) {
            return made.known && made.result.bite
                       ? cell_content(std::string(register_word(*made.result.bite)))
                       : cell_content();
        });
        find_computed(actions, "detail_du_calcul",
                      [](const computed_action& made) { return cell_content(made.account); });

        find(actions, "montant_propose",
             [&](const checked_row& row) -> std::optional<cell_content> {
                 const auto* made = files_->of(row);
                 if (made == nullptr || !made->proposes) {
                     return std::nullopt;
                 }
                 return content_of(made->proposed);
             });
        find(actions, "montant_definitif",
             [](const checked_row& row) -> std::optional<cell_content> {
                 // Without the real expense there is nothing to say; what is written stays.
                 const auto amount = definitive_of(row);
                 return amount ? std::optional<cell_content>(*amount) : std::nullopt;
             });
    }

    void find_in_financings(const checked_sheet& sheet) {
        const field financer = sheet.column("financeur");
        const auto told = [&](const checked_row& row, const auto& word) {
            const auto name = row.choice(financer);
            return name.empty() ? std::optional<cell_content>(cell_content())
                                : std::optional<cell_content>(std::string(word(name)));
        };
        find(sheet, "public_prive", [&](const checked_row& row) {
            return told(
                row, [](std::string_view name) { return is_private(name) ? "Privé" : "Public"; });
        });
        find(sheet, "collectivite_territoriale", [&](const checked_row& row) {
            return told(row, [](std::string_view name) {
                return is_local_authority(name) ? "Oui" : "Non";
            });
        });
    }

    /// The terms of an adopted scenario, in the envelopes it speaks of.
    void find_adopted(const checked_sheet& sheet) {
        const auto& terms = *request_->terms;
        const auto find_term = [&](std::string_view name, const std::optional<cell_content>& term) {
            if (!term) {
                return;
            }
            find(sheet, name, [&](const checked_row& row) {
                const bool meant = row.whole(sheet.column("exercice")) == made_->year &&
                                   terms.concerns(row.choice(sheet.column("section")),
                                                  row.text(sheet.column("programme")));
                return meant ? term : std::nullopt;
            });
        };
        const auto amount = [](const std::optional<money>& term) {
            return term ? std::optional<cell_content>(*term) : std::nullopt;
        };
        find_term("montant", amount(terms.amount));
        find_term("mode_de_repartition",
                  terms.mode ? std::optional<cell_content>(std::string(register_word(*terms.mode)))
                             : std::nullopt);
        find_term("unite", amount(terms.unit));
        find_term("plancher", terms.floor == money() ? std::optional<cell_content>(std::monostate())
                                                     : amount(terms.floor));
    }

    void find_in_envelopes(const checked_sheet& sheet) {
        if (request_->adopt && request_->terms) {
            find_adopted(sheet);
        }
        const auto sums = envelope_sums(*files_, *request_);
        std::vector<std::size_t> positions;
        for (const auto row : sheet) {
            positions.push_back(row.position());
        }
        const auto of = [&](const checked_row& row, const auto& amount) {
            const auto at = std::lower_bound(positions.begin(), positions.end(), row.position());
            const auto& sum = sums[static_cast<std::size_t>(at - positions.begin())];
            return sum ? std::optional<cell_content>(amount(*sum))
                       : std::optional<cell_content>(cell_content());
        };
        find(sheet, "propose", [&](const checked_row& row) {
            return of(row, [](const auto& sum) { return cell_content(sum.proposed); });
        });
        find(sheet, "vote", [&](const checked_row& row) {
            return of(row, [](const auto& sum) { return cell_content(sum.voted); });
        });
        find(sheet, "verse", [&](const checked_row& row) {
            return of(row, [](const auto& sum) { return cell_content(sum.paid); });
        });
        find(sheet, "reste", [&](const checked_row& row) {
            return of(row, [](const auto& sum) { return cell_content(sum.left()); });
        });
    }

    const computed_files* files_;
    const compute_request* request_;
    computation* made_;
};

} // namespace

void find_changes(const computed_files& files, const compute_request& request, computation& made) {
    change_finder(files, request, made).run();
}

} // namespace octroi::core::compute
