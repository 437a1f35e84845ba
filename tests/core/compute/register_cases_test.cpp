// The cases of `cases/*.txt`: a register's excerpt and what its computation gives.
//
//     === calcul : le plafond mord
//     [Barème]
//     Id règle | Mode | Taux | Plafond de subvention
//     R1       | TAUX | 30%  | 50000
//     [Actions]
//     N° dossier   | Dépense éligible
//     2016-FON-001 | 210000
//     -> 2016-FON-001 = 50 000,00 PLAFOND [R1] : 30 % de 210 000,00 € = 63 000,00 € ; plafond …
//     -> ! Barème!C2 : Un taux va de 0 à 100 %. …
//     -> FON = 235 000,00 / 10,00 / 20,00 / 234 970,00
//     -> Actions!E2 = 2 000,00
//
// Of a file: amount (or « ? »), constraint, [rule], account, the last three if given. Of a problem:
// cell and text. Of the year's envelopes of a section: amount, used, shared, left (« ? » if not
// divided). Of a cell: what it is to hold (« vide » for nothing). `-> rien`: no problem. What a
// case leaves out of the columns has usual values.
#include "core/check/wording.hpp"
#include "core/compute/computation.hpp"
#include "core/text.hpp"
#include "support/case_file.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace octroi::core::compute {
namespace {

using test::rule_case;

using usual_values = std::vector<std::pair<std::string, cell_value>>;

date day(int year, unsigned month, unsigned of_month) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

const usual_values& usual(const std::string& sheet) {
    static const std::map<std::string, usual_values> known = {
        {"Barème",
         {{"Valide du", day(2015, 1, 1)},
          {"Rang", number(10)},
          {"Section", "FON"},
          {"Thématique", "*"},
          {"Type de bénéficiaire", "*"},
          {"Type de contrat", "*"},
          {"QPV / ZSP", "*"},
          {"Mode", "TAUX"},
          {"Unité d’arrondi", number(0.01)},
          {"Sens d’arrondi", "au plus proche"}}},
        {"Actions",
         {{"Exercice", number(2016)},
          {"Section", "FON"},
          {"Commune", "Nanterre"},
          {"Bénéficiaire", "Nanterre"},
          {"Thématique", "Citoyenneté"},
          {"Date de dépôt", day(2016, 1, 18)},
          {"Coût total", number(1'000'000)},
          {"Montant demandé", number(1'000'000)},
          {"État", "Instruit"},
          {"Montant calculé", {}},
          {"Montant proposé", {}},
          {"Montant voté", {}}}},
        {"Enveloppe",
         {{"Exercice", number(2016)},
          {"Section", "FON"},
          {"Programme", "P"},
          {"Mode de répartition", "Prorata"},
          {"Unité", number(0.01)}}},
        {"Communes", {{"Type d’entité", "Commune"}, {"QPV", "Non"}, {"ZSP / QRR", "Non"}}},
        {"Financements", {{"État", "Acquis"}}}};
    static const usual_values none;
    const auto found = known.find(sheet);
    return found == known.end() ? none : found->second;
}

/// With the usual columns that it lacks.
sheet_data completed(const sheet_data& data) {
    test::cell_rows rows;
    std::vector<std::string> titles;
    for (int row = 0; row < data.rows(); ++row) {
        std::vector<cell_value> cells;
        for (int column = 0; column < data.columns(); ++column) {
            cells.push_back(data.at(row, column));
            if (row == 0) {
                const auto* title = std::get_if<std::string>(&cells.back());
                titles.push_back(title == nullptr ? "" : *title);
            }
        }
        rows.push_back(std::move(cells));
    }
    for (const auto& [title, value] : usual(data.name)) {
        if (std::find(titles.begin(), titles.end(), title) != titles.end()) {
            continue;
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[row].push_back(row == 0 ? cell_value(title) : value);
        }
    }
    return test::sheet(data.name, rows);
}

register_book book_of(const rule_case& of) {
    register_book book("registre.ods");
    for (const auto& data : of.sheets) {
        book.add(completed(data));
    }
    if (book.find("communes") == nullptr) {
        book.add(test::sheet_of("communes", test::some_entities()));
    }
    return book;
}

/// No-break spaces as plain ones: the cases are typed by hand.
std::string plain(std::string text) {
    for (auto at = text.find(nbsp); at != std::string::npos; at = text.find(nbsp)) {
        text.replace(at, nbsp.size(), " ");
    }
    return text;
}

std::string shown(const std::optional<money>& amount) {
    return amount ? plain(check::shown(*amount)) : "?";
}

std::string written(const computed_action& action, const std::string& as) {
    std::string text = action.file + " = " + shown(action.calculated());
    if (action.known && action.result.bite) {
        text += " " + std::string(register_word(*action.result.bite));
    }
    if (as.find('[') != std::string::npos) {
        text += " [" + action.rule + "]";
    }
    if (as.find(" : ") != std::string::npos) {
        text += " : " + plain(action.account);
    }
    return text;
}

std::string written(const computed_envelope& envelope) {
    std::string text = envelope.section + " = ";
    if (!envelope.known) {
        return text + "?";
    }
    return text + shown(envelope.amount) + " / " + shown(envelope.used) + " / " +
           shown(envelope.shared) + " / " + shown(envelope.left());
}

std::string written(const compute_problem& problem, const std::string& as) {
    std::string text = "! " + problem.place.sheet + "!" + problem.place.a1();
    if (as.find(" : ") != std::string::npos) {
        text += " : " + plain(problem.message);
    }
    return text;
}

std::string written(const cell_change& change) {
    struct form {
        std::string operator()(std::monostate) const { return "vide"; }
        std::string operator()(const std::string& text) const { return plain(text); }
        std::string operator()(money amount) const { return plain(check::shown(amount)); }
    };
    return change.place.sheet + "!" + change.place.a1() + " = " + std::visit(form{}, change.value);
}

/// What the computation says of the thing that an expectation speaks of.
std::string actual(const computation& made, const std::string& expected) {
    if (expected.starts_with("! ")) {
        for (const auto& problem : made.problems) {
            if (written(problem, expected) == expected) {
                return expected;
            }
        }
        std::string all;
        for (const auto& problem : made.problems) {
            all += written(problem, expected) + "\n";
        }
        return all;
    }
    const std::string subject = expected.substr(0, expected.find(" = "));
    for (const auto& action : made.actions) {
        if (action.file == subject) {
            return written(action, expected);
        }
    }
    for (const auto& envelope : made.envelopes) {
        if (envelope.section == subject && written(envelope) == expected) {
            return expected;
        }
    }
    std::string all;
    for (const auto& envelope : made.envelopes) {
        all += written(envelope) + "\n";
    }
    for (const auto& change : made.changes) {
        if (written(change).starts_with(subject + " = ")) {
            return written(change);
        }
        all += written(change) + "\n";
    }
    return all;
}

TEST(register_cases, give_what_is_expected_of_them) {
    const auto cases = test::cases_in(OCTROI_COMPUTE_CASES);
    ASSERT_FALSE(cases.empty());
    for (const auto& one : cases) {
        SCOPED_TRACE(one.file + ":" + std::to_string(one.line) + " " + one.title);
        compute_request request;
        request.as_of = one.request.as_of;
        computation made;
        ASSERT_NO_THROW(made = compute_register(book_of(one), request));
        EXPECT_TRUE(one.silent || !one.expected.empty()) << "nothing expected";
        std::size_t problems = 0;
        for (const auto& expected : one.expected) {
            EXPECT_EQ(actual(made, expected), expected);
            problems += expected.starts_with("! ") ? 1 : 0;
        }
        std::string all;
        for (const auto& problem : made.problems) {
            all += written(problem, " : ") + "\n";
        }
        EXPECT_EQ(made.problems.size(), problems) << all;
    }
}

} // namespace
} // namespace octroi::core::compute
