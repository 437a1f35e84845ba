#include "core/compute/grant_functions.hpp"

#include "core/check/passes.hpp"
#include "core/compute/account.hpp"
#include "core/compute/computed_files.hpp"
#include "core/compute/file_grant.hpp"
#include "core/compute/file_order.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/reference.hpp"
#include "core/register.hpp"

#include <algorithm>

namespace octroi::core::compute {

namespace {

using check::checked_row;

/// The product's own list as the sheet Communes.
sheet_data own_communes() {
    const auto& schema = schema_of("communes");
    sheet_data data;
    data.name = schema.title;
    const auto& rows = reference_communes();
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        data.column_numbers.push_back(static_cast<int>(i));
        data.cells.emplace_back(schema.fields[i].title);
    }
    for (std::size_t i = 0; i <= rows.size(); ++i) {
        data.row_numbers.push_back(static_cast<int>(i));
    }
    for (const auto& row : rows) {
        for (const auto& field : schema.fields) {
            const auto held = row.find(field.name);
            // The list says « Non » of every zone, for want of knowing: here that would be a guess.
            const bool known = held != row.end() && !held->second.empty() && field.name != "qpv" &&
                               field.name != "zsp_qrr";
            // Whole numbers are read from text alike.
            data.cells.push_back(known ? cell_value(held->second) : cell_value());
        }
    }
    return data;
}

/// As the table `name`, whatever the sheet is called.
void take(register_book& book, std::string_view name, std::optional<sheet_data> data) {
    if (data) {
        data->name = schema_of(name).title;
        book.add(std::move(*data));
    }
}

register_book book_of(grant_tables tables) {
    register_book book("");
    take(book, "actions", std::move(tables.actions));
    take(book, "bareme", std::move(tables.scale));
    take(book, "financements", std::move(tables.financings));
    take(book, "tranches", std::move(tables.slices));
    take(book, "contrats", std::move(tables.contracts));
    take(book, "communes",
         tables.communes ? std::move(tables.communes) : std::optional(own_communes()));
    return book;
}

} // namespace

table_grants grants_of(grant_tables tables) {
    const auto book = book_of(std::move(tables));
    const auto& actions = book.need("actions");
    book.need("bareme");
    const check::check_request request;
    check::checked_register in(book, request);
    check::finding_list found(in);
    check::read_values(in, found);
    const auto findings = found.take();
    const problem_maker problems(findings);
    earlier_grants earlier(in);
    file_grants grants(in, problems, earlier);

    std::vector<checked_row> rows;
    for (const auto action : in.sheet("actions")) {
        rows.push_back(action);
    }
    table_grants made;
    made.header_row = actions.data().row_numbers[static_cast<std::size_t>(actions.header_row())];
    made.rows.resize(rows.size());
    // Year by year: an earlier year's grants stand before those of the next are looked at.
    const check::field year = in.sheet("actions").column("exercice");
    auto order = in_order_of_service(rows);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rows[a].whole(year) < rows[b].whole(year);
    });
    const check::field state = in.sheet("actions").column("etat");
    for (const auto at : order) {
        auto& result = made.rows[at];
        result.row = rows[at].line() - 1;
        try {
            const auto grant = grants.compute(rows[at]);
            result.amount = grant.result.amount;
            result.account =
                account(grant.rule->terms, grant.asked, grant.result, nullptr, current_language())
                    .line();
        } catch (const not_computable& fault) {
            result.account = account_of_problem(fault.what(), current_language());
        }
        // As in a register: only what is to be computed uses up a rolling ceiling.
        if (is_to_compute(rows[at]) || (!in.sheet("actions").has(state) && !is_voted(rows[at]))) {
            earlier.add(rows[at], result.amount);
        }
    }
    return made;
}

} // namespace octroi::core::compute
