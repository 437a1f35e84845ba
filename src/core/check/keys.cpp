#include "core/check/passes.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <unordered_map>

namespace octroi::core::check {

namespace {

/// Its key is ENV-03's to check, programme or not.
constexpr std::string_view checked_elsewhere = "enveloppe";

/// Row by key of an identifier.
using key_index = std::unordered_map<std::string, std::size_t>;

key_index index_of(const checked_sheet& sheet, field column) {
    key_index index;
    for (const auto row : sheet) {
        if (const auto key = identifier_key(row.text(column)); !key.empty()) {
            index.emplace(key, row.position());
        }
    }
    return index;
}

/// An identifier without the zeros in front of its numbers: « 2016-fon-12 » is near
/// « 2016-fon-012 », and no other difference between identifiers is a safe guess.
std::string zeros_dropped(const std::string& key) {
    std::string kept;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool first =
            i == 0 || key[i - 1] < '0' || key[i - 1] > '9' ||
            (key[i - 1] == '0' && (kept.empty() || kept.back() < '0' || kept.back() > '9'));
        if (key[i] != '0' || !first) {
            kept += key[i];
        }
    }
    return kept;
}

class key_pass {
public:
    key_pass(checked_register& in, finding_list& findings)
        : in_(&in), unique_(findings, "GEN-12"), exists_(findings, "GEN-13") {}

    void run() {
        for (auto* sheet : in_->sheets()) {
            check_unique(*sheet);
            for (field column = 0; column < sheet->schema().fields.size(); ++column) {
                const auto& reference = sheet->schema().fields[column].reference;
                if (!reference || !sheet->has(column)) {
                    continue;
                }
                if (reference->table == "communes") {
                    resolve_places(*sheet, column);
                } else {
                    resolve(*sheet, column, *reference);
                }
            }
        }
        check_amended_acts();
    }

private:
    void check_unique(const checked_sheet& sheet) const {
        std::vector<field> columns;
        for (const auto& name : sheet.schema().primary_key) {
            columns.push_back(sheet.column(name));
            if (!sheet.has(columns.back())) {
                return;
            }
        }
        if (columns.empty() || sheet.schema().name == checked_elsewhere) {
            return;
        }
        key_index seen;
        for (const auto row : sheet) {
            std::string key;
            bool whole = true;
            for (const auto column : columns) {
                const auto part = identifier_key(row.text(column));
                whole = whole && !part.empty();
                key += part + '\n';
            }
            if (!whole) {
                continue;
            }
            const auto [first, is_new] = seen.emplace(std::move(key), row.position());
            if (!is_new) {
                const auto line = std::to_string(sheet.source().sheet_row(first->second));
                if (columns.size() == 1) {
                    unique_.at(row, columns.front(),
                               {{"valeur", row.text(columns.front())}, {"ligne2", line}});
                } else {
                    unique_.variant("key", row, columns.front(),
                                    {{"valeur", joined(row, columns)}, {"ligne2", line}});
                }
            }
        }
    }

    static std::string joined(const checked_row& row, const std::vector<field>& columns) {
        std::vector<std::string> parts;
        for (const auto column : columns) {
            parts.push_back(row.text(column));
        }
        return enumeration(parts, ", ");
    }

    /// The names a misspelt one is compared with; in a long list near ones mean nothing.
    std::vector<std::string> place_names() const {
        static constexpr std::size_t most = 2000;
        const auto& places = in_->sheet("communes");
        std::vector<std::string> names;
        if (places.size() <= most) {
            for (const auto row : places) {
                const std::string held = row.text(places.column("commune"));
                const std::string spelt = reference_commune_name(held);
                names.push_back(spelt.empty() ? held : spelt);
            }
        }
        return names;
    }

    /// The name meant by one that Communes lacks. A commune spelt rightly is not to be changed: the
    /// row of Communes is what is wrong then.
    static std::string near_name(const std::string& name, const std::vector<std::string>& names) {
        return reference_commune_name(name).empty() ? nearest(name, names) : std::string();
    }

    void resolve_places(checked_sheet& sheet, field column) const {
        if (!in_->has("communes")) {
            return;
        }
        std::unordered_map<std::string, std::optional<checked_row>> known;
        std::unordered_map<std::string, std::string> guesses;
        const auto names = place_names();
        for (const auto row : sheet) {
            const std::string name = row.text(column);
            if (name.empty()) {
                continue;
            }
            auto found = known.find(name);
            if (found == known.end()) {
                found = known.emplace(name, in_->place(name)).first;
            }
            if (found->second) {
                sheet.resolve(row, column, *found->second);
            } else {
                auto guess = guesses.find(name);
                if (guess == guesses.end()) {
                    guess = guesses.emplace(name, near_name(name, names)).first;
                }
                report_unknown(sheet, row, column, guess->second,
                               in_->sheet("communes").source().sheet());
            }
        }
    }

    void resolve(checked_sheet& sheet, field column, const field_reference& reference) const {
        if (!in_->has(reference.table)) {
            return;
        }
        const auto& other = in_->sheet(reference.table);
        const field key = other.column(reference.field);
        if (!other.has(key)) {
            return;
        }
        const auto index = index_of(other, key);
        std::unordered_map<std::string, std::string> without_zeros;
        for (const auto row : other) {
            const auto text = row.text(key);
            without_zeros.emplace(zeros_dropped(identifier_key(text)), text);
        }
        for (const auto row : sheet) {
            const auto wanted = identifier_key(row.text(column));
            if (wanted.empty()) {
                continue;
            }
            if (const auto found = index.find(wanted); found != index.end()) {
                sheet.resolve(row, column, checked_row(other, found->second));
            } else {
                const auto guess = without_zeros.find(zeros_dropped(wanted));
                report_unknown(sheet, row, column,
                               guess == without_zeros.end() ? std::string() : guess->second,
                               other.source().sheet());
            }
        }
    }

    void report_unknown(checked_sheet& sheet, const checked_row& row, field column,
                        const std::string& guess, std::string_view other) const {
        const message_argument shown{"valeur", quoted_value(row.raw(column))};
        const message_argument where{"feuille2", std::string(other)};
        if (guess.empty()) {
            exists_.at(row, column, {shown, where});
        } else {
            exists_.variant("suggestion", row, column, {shown, where, {"suggestion", guess}},
                            guess);
        }
        sheet.mark_unreadable(row, column);
    }

    /// An amendment names a contract or the number of a convention.
    void check_amended_acts() const {
        if (!in_->has("avenants") || !in_->has("contrats") || !in_->has("actions")) {
            return;
        }
        const auto& amendments = in_->sheet("avenants");
        const auto& contracts = in_->sheet("contrats");
        const auto& actions = in_->sheet("actions");
        const field act = amendments.column("acte_vise");
        const auto known = index_of(contracts, contracts.column("id_contrat"));
        const auto numbers = index_of(actions, actions.column("numero_de_convention"));
        for (const auto row : amendments) {
            const auto wanted = identifier_key(row.text(act));
            if (!wanted.empty() && !known.contains(wanted) && !numbers.contains(wanted)) {
                exists_.at(
                    row, act,
                    {{"valeur", row.text(act)},
                     {"feuille2", contracts.source().sheet() + " / " + actions.source().sheet()}});
            }
        }
    }

    checked_register* in_;
    reporter unique_;
    reporter exists_;
};

} // namespace

void check_keys(checked_register& in, finding_list& findings) {
    key_pass(in, findings).run();
}

} // namespace octroi::core::check
