// The functions that compute grants from tables.
#include "addon/functions.hpp"
#include "addon/functions_arguments.hpp"
#include "addon/functions_tables.hpp"
#include "addon/package.hpp"
#include "core/compute/grant_functions.hpp"
#include "core/error.hpp"
#include "core/schema.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace compute = core::compute;

namespace {

/// Of the table Actions, or of its row, in the methods.
constexpr sal_Int16 actions_position = 1;

/// The tables but Actions; the same in the three functions.
struct rules_given {
    const functions::cells& scale;
    const uno::Any& financings;
    const uno::Any& slices;
    const uno::Any& communes;
    const uno::Any& contracts;
};

compute::table_grants grants_in(const office::context_ref& context, core::sheet_data actions,
                                const rules_given& rules, const table_arguments& arguments) {
    core::set_language(office_language(context));
    compute::grant_tables tables;
    tables.actions = std::move(actions);
    tables.scale = arguments.table(rules.scale, core::schema_of("bareme"), 2);
    tables.financings =
        arguments.optional_table(rules.financings, core::schema_of("financements"), 3);
    tables.slices = arguments.optional_table(rules.slices, core::schema_of("tranches"), 4);
    tables.communes = arguments.optional_table(rules.communes, core::schema_of("communes"), 5);
    tables.contracts = arguments.optional_table(rules.contracts, core::schema_of("contrats"), 6);
    try {
        return compute::grants_of(std::move(tables));
    } catch (const core::user_error&) {
        // A range is not the table it stands for.
        refuse_argument(actions_position);
    }
}

compute::row_grant grant_in(const office::context_ref& context, const functions::caller& document,
                            const functions::cells& action, const rules_given& rules) {
    const table_arguments arguments(document);
    auto found = grants_in(
        context, arguments.row_or_table(action, core::schema_of("actions"), actions_position),
        rules, arguments);
    if (found.rows.size() != 1) {
        refuse_argument(actions_position);
    }
    return std::move(found.rows.front());
}

/// What Calc shows as Err:502 in one cell of many: its own form of errors among numbers, a NaN with
/// their code. No documented result of an array's cell is an error (nothing at all is an empty
/// cell); should this one change, any NaN is some error.
double refused_cell() {
    constexpr std::uint64_t quiet_nan = 0x7FF8'0000'0000'0000;
    constexpr std::uint64_t illegal_argument = 502;
    return std::bit_cast<double>(quiet_nan | illegal_argument);
}

uno::Sequence<uno::Any> row_of(const uno::Any& value) {
    return {&value, 1};
}

} // namespace

double SAL_CALL functions::grant(const caller& document, const cells& action, const cells& scale,
                                 const any& financings, const any& slices, const any& communes,
                                 const any& contracts) {
    const auto found =
        grant_in(context_, document, action, {scale, financings, slices, communes, contracts});
    if (!found.amount) {
        refuse_argument(actions_position);
    }
    return office::to_number(*found.amount);
}

functions::any_rows SAL_CALL functions::grants(const caller& document, const cells& actions,
                                               const cells& scale, const any& financings,
                                               const any& slices, const any& communes,
                                               const any& contracts) {
    const table_arguments arguments(document);
    const auto found =
        grants_in(context_, arguments.table(actions, core::schema_of("actions"), actions_position),
                  {scale, financings, slices, communes, contracts}, arguments);
    const auto range_end =
        uno::Reference<com::sun::star::sheet::XCellRangeAddressable>(actions, uno::UNO_QUERY_THROW)
            ->getRangeAddress()
            .EndRow;
    const auto filled_end = found.rows.empty() ? found.header_row : found.rows.back().row;
    const auto end = std::min<sal_Int32>(range_end, filled_end + most_trailing_blanks);
    if (end == found.header_row) {
        refuse_argument(actions_position);
    }
    std::vector<uno::Sequence<any>> rows(static_cast<std::size_t>(end - found.header_row),
                                         row_of(any(rtl::OUString())));
    for (const auto& row : found.rows) {
        const any amount(row.amount ? office::to_number(*row.amount) : refused_cell());
        rows[static_cast<std::size_t>(row.row - found.header_row - 1)] = row_of(amount);
    }
    return office::sequence_of(rows);
}

rtl::OUString SAL_CALL functions::explanation(const caller& document, const cells& action,
                                              const cells& scale, const any& financings,
                                              const any& slices, const any& communes,
                                              const any& contracts) {
    return office::to_uno(
        grant_in(context_, document, action, {scale, financings, slices, communes, contracts})
            .account);
}

} // namespace octroi::addon
