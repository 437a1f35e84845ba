#include "addon/functions.hpp"

#include "addon/functions_arguments.hpp"
#include "addon/package.hpp"
#include "core/calc_functions.hpp"
#include "core/check/check.hpp"
#include "core/error.hpp"
#include "core/identifiers.hpp"
#include "core/register.hpp"
#include "office/null_date.hpp"
#include "office/register_reader.hpp"
#include "office/uno_values.hpp"

#include <cppuhelper/supportsservice.hxx>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

namespace {

constexpr const char* implementation_name = "org.octroi.comp.Functions";
constexpr const char* service_name = "org.octroi.Functions";

/// More inhabitants than any commune has.
constexpr std::int64_t most_inhabitants = 100'000'000;

core::date day_or_today(const uno::Any& value, sal_Int16 position, core::date null_date) {
    const function_argument date(value, position);
    return date.given() ? date.day(null_date) : core::today();
}

functions::any_rows to_uno(const std::vector<std::vector<std::string>>& rows) {
    std::vector<uno::Sequence<uno::Any>> made;
    made.reserve(rows.size());
    for (const auto& row : rows) {
        std::vector<uno::Any> cells;
        cells.reserve(row.size());
        for (const auto& text : row) {
            cells.emplace_back(office::to_uno(text));
        }
        made.push_back(office::sequence_of(cells));
    }
    return office::sequence_of(made);
}

} // namespace

functions::any_rows SAL_CALL functions::check(const caller& document, const cells& range,
                                              const rtl::OUString& table) {
    const auto* schema = core::register_book::schema_for_sheet(office::from_uno(table));
    if (schema == nullptr) {
        refuse_argument(2);
    }
    const office::spreadsheet_ref spreadsheets(document, uno::UNO_QUERY);
    if (!range.is() || !spreadsheets.is()) {
        refuse_argument(1);
    }
    core::set_language(office_language(context_));
    core::register_book book("");
    book.add(office::read_range(spreadsheets, range, schema->title));
    try {
        return to_uno(core::findings_as_rows(core::check::check_register(book)));
    } catch (const core::user_error&) {
        // No table at all in the range.
        refuse_argument(1);
    }
}

double SAL_CALL functions::siret(const any& number) {
    return core::valid_siret(function_argument(number, 0).text()) ? 1 : 0;
}

double SAL_CALL functions::siren(const any& number) {
    return core::valid_siren(function_argument(number, 0).text()) ? 1 : 0;
}

functions::any SAL_CALL functions::commune(const any& commune, const any& field) {
    const std::string place = function_argument(commune, 0).text();
    const function_argument column(field, 1);
    if (!core::commune_value(place, "commune")) {
        refuse_argument(0);
    }
    const auto value = core::commune_value(place, column.given() ? column.text() : "commune");
    if (!value) {
        refuse_argument(1);
    }
    if (const auto* stored = std::get_if<core::number>(&*value)) {
        return any(stored->serial());
    }
    const auto* text = std::get_if<std::string>(&*value);
    return text == nullptr ? any() : any(office::to_uno(*text));
}

double SAL_CALL functions::councilRequired(const caller& document, const any& population,
                                           const any& date, const any& zone) {
    const auto inhabitants = function_argument(population, 1).whole(1, most_inhabitants);
    const auto on = day_or_today(date, 2, office::null_date_of(document));
    return core::council_required(inhabitants, function_argument(zone, 3).yes(), on) ? 1 : 0;
}

double SAL_CALL functions::contractEnd(const caller& document, const any& effect,
                                       const any& months) {
    const auto null_date = office::null_date_of(document);
    const auto begin = function_argument(effect, 1).day(null_date);
    const function_argument duration(months, 2);
    const int count = duration.given()
                          ? static_cast<int>(duration.whole(1, core::most_contract_months))
                          : core::usual_contract_months(begin);
    return office::serial_of(core::contract_end(begin, count), null_date);
}

rtl::OUString SAL_CALL functions::contractState(const caller& document, const any& kind,
                                                const any& effect, const any& end,
                                                const any& date) {
    const auto null_date = office::null_date_of(document);
    const std::string type = function_argument(kind, 1).text();
    const auto begin = function_argument(effect, 2).day(null_date);
    const function_argument last(end, 3);
    const auto last_day = last.empty() ? std::nullopt : std::optional(last.day(null_date));
    const auto state =
        core::state_of_contract(type, begin, last_day, day_or_today(date, 4, null_date));
    if (!state) {
        refuse_argument(1);
    }
    return office::to_uno(core::register_word(*state));
}

rtl::OUString SAL_CALL functions::getServiceName() {
    return rtl::OUString::createFromAscii(service_name);
}

rtl::OUString SAL_CALL functions::getImplementationName() {
    return rtl::OUString::createFromAscii(implementation_name);
}

sal_Bool SAL_CALL functions::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

uno::Sequence<rtl::OUString> SAL_CALL functions::getSupportedServiceNames() {
    return office::sequence_of<rtl::OUString>({getServiceName()});
}

} // namespace octroi::addon

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
org_octroi_Functions_get_implementation(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    return cppu::acquire(new octroi::addon::functions(context));
}
