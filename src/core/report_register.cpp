#include "core/report_register.hpp"

#include "core/check/passes.hpp"
#include "core/text.hpp"

namespace octroi::core {

namespace {

check::check_request request_of(const document_request& request) {
    check::check_request wanted;
    // A day that is not chosen leaves the register's own setting `controle.date` its say.
    if (request.as_of != today()) {
        wanted.as_of = request.as_of;
    }
    return wanted;
}

/// Its values read, as far as they can be.
check::checked_register& read(check::checked_register& in) {
    check::finding_list findings(in);
    check::read_values(in, findings);
    return in;
}

} // namespace

report_register::report_register(const register_book& book, const document_request& request)
    : book_(&book), draft_(request.draft), spell_(request.spell), known_(book), settings_(book),
      contracts_(book, known_), financing_(book, "financements", "numero_dossier"),
      wanted_(request_of(request)), checked_(book, wanted_), earlier_(read(checked_)),
      contract_facts_(checked_) {}

check::checked_row report_register::checked_row_of(const table_row& row) const {
    return {checked_.sheet(row.of().schema().name), row.position()};
}

std::string report_register::commune_of(const table_row& action) const {
    const std::string commune = known_.official_name(action.text("commune"));
    return commune.empty() ? known_.official_name(action.text("beneficiaire")) : commune;
}

std::string report_register::beneficiary_of(const table_row& action) const {
    const std::string name = known_.official_name(action.text("beneficiaire"));
    return name.empty() ? known_.official_name(action.text("commune")) : name;
}

std::pair<std::int64_t, std::string> budget_of(const table_row& row) {
    return {row.integer("exercice").value_or(0), upper(row.text("section"))};
}

std::string section_in_words(const std::string& section) {
    return section == "INV" ? "investissement" : "fonctionnement";
}

std::string with_semicolons(const std::vector<std::string>& items) {
    std::string text;
    for (const auto& item : items) {
        text += (text.empty() ? "" : std::string(nbsp) + "; ") + item;
    }
    return text;
}

std::string counted(std::size_t count, const std::string& one, const std::string& several) {
    return french(static_cast<std::int64_t>(count)) + std::string(nbsp) +
           (count < 2 ? one : several);
}

} // namespace octroi::core
