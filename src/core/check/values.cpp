#include "core/check/passes.hpp"
#include "core/check/wording.hpp"
#include "core/identifiers.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace octroi::core::check {

namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2100;

/// Identifiers of a fixed number of digits, which spreadsheets take for numbers.
struct digit_identifier {
    std::string_view table;
    std::string_view field;
    std::size_t length;
};
constexpr std::array<digit_identifier, 4> digit_identifiers = {{{"communes", "code_insee", 5},
                                                                {"communes", "siren", 9},
                                                                {"communes", "siret", 14},
                                                                {"communes", "code_postal", 5}}};

std::size_t identifier_length(const table_schema& schema, field column) {
    for (const auto& known : digit_identifiers) {
        if (schema.name == known.table && schema.fields[column].name == known.field) {
            return known.length;
        }
    }
    return 0;
}

/// « 12.000 »: twelve or twelve thousand.
std::optional<std::pair<money, money>> ambiguous_amount(std::string_view text) {
    const auto mark = text.find_first_of(".,");
    if (mark == std::string_view::npos || text.size() - mark != 4) {
        return std::nullopt;
    }
    const auto whole =
        parse_amount(std::string(text.substr(0, mark)) + std::string(text.substr(mark + 1)));
    const auto part = parse_amount(std::string(text.substr(0, mark)) + "." +
                                   std::string(text.substr(mark + 1, 2)));
    return whole && part ? std::optional(std::pair(*whole, *part)) : std::nullopt;
}

/// Text without doubled or outer spaces, without spaces around hyphens inside a word
/// (« Clichy-la- Garenne »), without control characters.
std::string tidied(std::string_view text, bool name) {
    std::string clean = printable(text);
    std::string result;
    bool space = false;
    for (std::string_view rest = trim(clean); !rest.empty();) {
        const char c = rest.front();
        if (c == ' ') {
            space = true;
        } else {
            const bool hyphen = name && (c == '-' || (!result.empty() && result.back() == '-'));
            if (space && !hyphen) {
                result += ' ';
            }
            space = false;
            result += c;
        }
        rest.remove_prefix(1);
    }
    return result;
}

class value_pass {
public:
    value_pass(checked_register& in, finding_list& findings, const owned_cells& owned)
        : in_(&in), owned_(&owned), required_(findings, "GEN-05"), date_(findings, "GEN-06"),
          number_(findings, "GEN-07"), text_number_(findings, "GEN-08"),
          formula_(findings, "GEN-09"), list_(findings, "GEN-10"), spelling_(findings, "GEN-11"),
          amount_(findings, "GEN-14"), plausible_(findings, "GEN-15") {
        const date on = in.as_of();
        earliest_ = in.settings().day("controle.date_min", on);
        latest_ =
            plus_months(on, 12 * in.settings().integer("controle.annees_max", on).value_or(10));
    }

    void run() {
        for (auto* sheet : in_->sheets()) {
            for (field column = 0; column < sheet->schema().fields.size(); ++column) {
                if (sheet->has(column)) {
                    check_column(*sheet, column);
                }
            }
        }
    }

private:
    /// What a column is, found once for all its rows.
    struct column_facts {
        const table_field* described = nullptr;
        bool owned = false;
        bool place = false; ///< names a row of Communes
        std::size_t identifier = 0;
        std::vector<std::string> allowed; ///< dated values included
        std::vector<std::string> keys;    ///< of `allowed`, folded
    };

    void check_column(checked_sheet& sheet, field column) {
        const auto& schema = sheet.schema();
        facts_ = {};
        facts_.described = &schema.fields[column];
        facts_.owned = owned_->contains(schema.name + "." + facts_.described->name);
        const auto& reference = facts_.described->reference;
        facts_.place = (reference && reference->table == "communes") ||
                       (schema.name == "communes" && facts_.described->name == "commune");
        facts_.identifier = identifier_length(schema, column);
        facts_.allowed = facts_.described->allowed;
        add_dated_values(schema);
        for (const auto& value : facts_.allowed) {
            facts_.keys.push_back(fold(value));
        }
        for (const auto row : sheet) {
            check_cell(sheet, row, column);
        }
    }

    /// Titles and nomenclatures change with time: what Paramètres knows is admitted here, whatever
    /// its date, and judged by the rules that know the day (SIG-01).
    void add_dated_values(const table_schema& schema) {
        const bool titles = schema.name == "signataires" && facts_.described->name == "qualite";
        const bool axes = schema.name == "objectifs" && facts_.described->name == "axe";
        if (!titles && !axes) {
            return;
        }
        for (const auto& set : in_->settings().family(titles ? "qualite." : "axe.")) {
            for (const auto& value : titles ? std::vector{set.value} : listed(set.value)) {
                facts_.allowed.push_back(value);
            }
        }
    }

    void check_cell(checked_sheet& sheet, const checked_row& row, field column) {
        const auto& cell = row.raw(column);
        if (const auto* error = std::get_if<cell_error>(&cell)) {
            formula_.at(row, column, {{"erreur", error->shown}});
            sheet.mark_unreadable(row, column);
            return;
        }
        if (is_empty(cell)) {
            if (facts_.described->status == field_status::required && !facts_.owned) {
                required_.at(row, column, {{"colonne", facts_.described->title}});
            }
            return;
        }
        switch (facts_.described->type) {
        case field_type::amount:
            check_amount(sheet, row, column);
            break;
        case field_type::date:
        case field_type::date_time:
            check_date(sheet, row, column);
            break;
        case field_type::integer:
        case field_type::year:
            check_whole(sheet, row, column);
            break;
        case field_type::rate:
        case field_type::decimal:
            check_ratio(sheet, row, column);
            break;
        case field_type::boolean:
            check_boolean(sheet, row, column);
            break;
        case field_type::text:
            check_text(sheet, row, column);
            break;
        }
    }

    static void refuse(checked_sheet& sheet, const checked_row& row, field column,
                       const reporter& by, std::string_view variant, arguments values,
                       std::optional<correction> suggestion = {}) {
        by.variant(variant, row, column, values, std::move(suggestion));
        sheet.mark_unreadable(row, column);
    }

    static std::string value_of(const checked_row& row, field column) {
        return quoted_value(row.raw(column));
    }

    void check_amount(checked_sheet& sheet, const checked_row& row, field column) const {
        const auto& cell = row.raw(column);
        std::optional<money> amount;
        const auto* text = std::get_if<std::string>(&cell);
        if (const auto* stored = std::get_if<number>(&cell)) {
            amount = stored->amount();
            if (!amount) {
                report_not_cents(sheet, row, column, *stored);
                return;
            }
        } else if (text != nullptr) {
            amount = parse_amount(*text);
            if (!amount) {
                report_not_number(sheet, row, column, *text, "default");
                return;
            }
        } else {
            refuse(sheet, row, column, number_, "default", {{"valeur", value_of(row, column)}});
            return;
        }
        if (*amount < money() && !facts_.described->is_signed) {
            refuse(sheet, row, column, amount_, "negative", {{"valeur", shown(*amount)}});
        } else if (*amount > largest_amount) {
            refuse(sheet, row, column, amount_, "too_large", {{"valeur", shown(*amount)}});
        } else if (text != nullptr) {
            text_number_.at(row, column,
                            {{"valeur", quoted_value(cell)}, {"nombre", shown(*amount)}}, *amount);
        }
        check_number_list(sheet, row, column, *amount);
    }

    void report_not_cents(checked_sheet& sheet, const checked_row& row, field column,
                          const number& stored) const {
        const auto exact = stored.ratio();
        if (!exact) {
            refuse(sheet, row, column, amount_, "too_large", {{"valeur", shown(stored)}});
            return;
        }
        const money rounded = apply(*exact, money::from_cents(100));
        const bool negative = rounded < money();
        refuse(sheet, row, column, amount_, negative ? "negative" : "default",
               {{"valeur", shown(stored)}},
               negative ? std::nullopt : std::optional<correction>(rounded));
    }

    void report_not_number(checked_sheet& sheet, const checked_row& row, field column,
                           const std::string& text, std::string_view variant) const {
        const auto value = quoted_value(row.raw(column));
        if (const auto both = ambiguous_amount(trim(text))) {
            refuse(sheet, row, column, number_, "ambiguous",
                   {{"valeur", value}, {"a", shown(both->first)}, {"b", shown(both->second)}});
        } else {
            refuse(sheet, row, column, number_, variant, {{"valeur", value}});
        }
    }

    /// « 0,01 ; 1 ; 10 ; 100 »: a closed list of amounts.
    void check_number_list(checked_sheet& sheet, const checked_row& row, field column,
                           money amount) const {
        if (facts_.allowed.empty() || facts_.owned ||
            std::any_of(facts_.allowed.begin(), facts_.allowed.end(),
                        [&](const auto& value) { return parse_amount(value) == amount; })) {
            return;
        }
        refuse(sheet, row, column, list_, "plain",
               {{"valeur", value_of(row, column)}, {"liste", shown_list()}});
    }

    std::string shown_list() const {
        std::vector<std::string> once;
        for (const auto& value : facts_.allowed) {
            const auto amount =
                facts_.described->type == field_type::amount ? parse_amount(value) : std::nullopt;
            const std::string text = amount ? shown(*amount) : value;
            if (std::find(once.begin(), once.end(), text) == once.end()) {
                once.push_back(text);
            }
        }
        return enumeration(once, ", ");
    }

    void check_date(checked_sheet& sheet, const checked_row& row, field column) const {
        const auto& cell = row.raw(column);
        if (const auto* day = std::get_if<date>(&cell)) {
            check_plausible(row, column, *day);
            return;
        }
        const auto value = value_of(row, column);
        if (const auto* text = std::get_if<std::string>(&cell)) {
            const bool with_time = facts_.described->type == field_type::date_time;
            const auto day = parse_date(with_time ? std::string_view(*text).substr(0, 10)
                                                  : std::string_view(*text));
            if (!day) {
                refuse(sheet, row, column, date_, "default", {{"valeur", value}});
            } else if (!with_time) {
                text_number_.variant("date", row, column,
                                     {{"valeur", value}, {"date", shown(*day)}}, *day);
            }
            return;
        }
        // A date that lost its format is the serial number Calc keeps.
        const auto* stored = std::get_if<number>(&cell);
        const auto days = stored == nullptr ? std::nullopt : stored->integer();
        if (days && *days > 0 && *days < 200'000) {
            const date day = plus_days(sheet.source().data().null_date, static_cast<int>(*days));
            if ((!earliest_ || *earliest_ <= day) && day <= latest_) {
                refuse(sheet, row, column, date_, "default", {{"valeur", value}}, day);
                return;
            }
        }
        refuse(sheet, row, column, date_, "default", {{"valeur", value}});
    }

    void check_plausible(const checked_row& row, field column, date day) const {
        // Paramètres tells the dates of laws, older than any contract; Journal those of the
        // machine, whatever day the register is judged at.
        const auto& table = row.of().schema().name;
        if (table == "parametres" || table == "journal") {
            return;
        }
        if ((earliest_ && day < *earliest_) || latest_ < day) {
            plausible_.at(row, column, {{"valeur", shown(day)}});
        }
    }

    void check_whole(checked_sheet& sheet, const checked_row& row, field column) const {
        const auto whole = row.whole(column);
        const auto value = value_of(row, column);
        const bool year = facts_.described->type == field_type::year;
        const auto* text = std::get_if<std::string>(&row.raw(column));
        if (year) {
            if (!whole || *whole < first_year || *whole > last_year) {
                refuse(sheet, row, column, number_, "year", {{"valeur", value}});
                return;
            }
        } else if (!whole) {
            if (text != nullptr) {
                report_not_number(sheet, row, column, *text, "integer");
            } else {
                refuse(sheet, row, column, number_, "integer", {{"valeur", value}});
            }
            return;
        }
        if (text != nullptr) {
            text_number_.at(
                row, column,
                {{"valeur", value}, {"nombre", year ? std::to_string(*whole) : shown(*whole)}},
                *whole);
        }
    }

    void check_ratio(checked_sheet& sheet, const checked_row& row, field column) const {
        const auto ratio = row.ratio(column);
        const auto value = value_of(row, column);
        const bool percentage = facts_.described->type == field_type::rate;
        if (!ratio) {
            refuse(sheet, row, column, number_, percentage ? "rate" : "default",
                   {{"valeur", value}});
            return;
        }
        // « 30 » for 30 % is BAR-01's to tell.
        const bool text = std::holds_alternative<std::string>(row.raw(column));
        if (text && !(percentage && *ratio > rate(1))) {
            text_number_.at(row, column,
                            {{"valeur", value},
                             {"nombre", percentage ? french(*ratio)
                                                   : shown(apply(*ratio, money::from_cents(100)))}},
                            *ratio);
        }
    }

    void check_boolean(checked_sheet& sheet, const checked_row& row, field column) const {
        if (!row.yes(column)) {
            refuse(sheet, row, column, list_, "plain",
                   {{"valeur", value_of(row, column)}, {"liste", message("check.yes_no")}});
        }
    }

    void check_text(checked_sheet& sheet, const checked_row& row, field column) {
        const auto& cell = row.raw(column);
        const auto* text = std::get_if<std::string>(&cell);
        if (facts_.identifier != 0 && check_identifier(sheet, row, column)) {
            return;
        }
        if (!facts_.allowed.empty()) {
            check_list(sheet, row, column);
            return;
        }
        if (text == nullptr) {
            return;
        }
        const std::string clean = tidied(*text, facts_.place);
        if (printable(*text) != *text) {
            spelling_.variant("control", row, column,
                              {{"norme", quoted_value(facts_.place ? official(clean) : clean)}},
                              facts_.place ? official(clean) : clean);
        } else if (facts_.place) {
            check_place(row, column, *text);
        } else if (clean != *text) {
            spelling_.at(row, column,
                         {{"valeur", quoted_value(cell)}, {"norme", quoted_value(clean)}}, clean);
        }
    }

    /// The official name of a place, as the product's list spells it even if the register does not.
    std::string official(const std::string& name) const {
        const std::string known = in_->places().official_name(name);
        const std::string reference = reference_commune_name(known);
        return reference.empty() ? known : reference;
    }

    /// A name of a commune that is neither the official one nor a known other name, letter for
    /// letter, but reads as one.
    void check_place(const checked_row& row, field column, const std::string& text) const {
        const auto* known = in_->places().find(text);
        const std::string clean = tidied(text, true);
        if (known == nullptr || row.of().schema().name == "communes") {
            const std::string reference =
                is_exact_alias(text) ? std::string() : reference_commune_name(text);
            const std::string& norm = reference.empty() ? clean : reference;
            if (norm != text) {
                report_spelling(row, column, text, clean, norm);
            }
            return;
        }
        const std::string name = official(text);
        const bool code =
            !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        if (text != name && !code && !is_exact_alias(text)) {
            report_spelling(row, column, text, clean, name);
        }
    }

    void report_spelling(const checked_row& row, field column, const std::string& text,
                         const std::string& clean, const std::string& norm) const {
        // « contient un espace superflu » is said of spaces only.
        const bool spaces = clean != text;
        spelling_.variant(spaces ? "default" : "spelling", row, column,
                          {{"valeur", quoted_value(text)}, {"norme", quoted_value(norm)}}, norm);
    }

    static bool is_exact_alias(const std::string& text) {
        static const std::set<std::string> spelt = [] {
            const auto names = commune_alias_names();
            return std::set<std::string>(names.begin(), names.end());
        }();
        return spelt.contains(text);
    }

    /// True if the cell has been reported.
    bool check_identifier(checked_sheet& sheet, const checked_row& row, field column) const {
        const auto& cell = row.raw(column);
        const bool stored = std::holds_alternative<number>(cell);
        const auto recovered = recovered_identifier(row.text(column), facts_.identifier);
        if (recovered && !plausible_identifier(*recovered)) {
            return false;
        }
        if (recovered) {
            text_number_.variant("mangled", row, column,
                                 {{"valeur", value_of(row, column)}, {"norme", *recovered}},
                                 *recovered);
        } else if (stored) {
            text_number_.variant("identifier", row, column,
                                 {{"valeur", value_of(row, column)}, {"norme", row.text(column)}},
                                 row.text(column));
        } else {
            return false;
        }
        sheet.mark_unreadable(row, column);
        return true;
    }

    /// A short number is a wrong identifier, not a mangled one, unless what it becomes is valid.
    bool plausible_identifier(const std::string& number) const {
        switch (facts_.identifier) {
        case 9:
            return valid_siren(number);
        case 14:
            return valid_siret(number);
        default:
            // A zero in front makes another département's code of « 9205 ».
            return number.front() != '0' && insee_code_form(number);
        }
    }

    void check_list(checked_sheet& sheet, const checked_row& row, field column) const {
        const std::string text = row.text(column);
        const auto exact = std::find(facts_.allowed.begin(), facts_.allowed.end(), text);
        if (exact != facts_.allowed.end()) {
            take(sheet, row, column, exact - facts_.allowed.begin());
            return;
        }
        if (facts_.described->several && all_allowed(text)) {
            return;
        }
        const auto value = value_of(row, column);
        const auto same = std::find(facts_.keys.begin(), facts_.keys.end(), fold(text));
        if (same != facts_.keys.end()) {
            const auto& norm = facts_.allowed[static_cast<std::size_t>(same - facts_.keys.begin())];
            take(sheet, row, column, same - facts_.keys.begin());
            spelling_.variant("spelling", row, column, {{"valeur", value}, {"norme", norm}}, norm);
            return;
        }
        const std::string guess = is_other_kind(row, column) ? "" : nearest(text, facts_.allowed);
        if (!guess.empty()) {
            refuse(sheet, row, column, list_, "default",
                   {{"valeur", value}, {"liste", shown_list()}, {"suggestion", guess}}, guess);
        } else if (!facts_.owned) {
            refuse(sheet, row, column, list_, "plain",
                   {{"valeur", value}, {"liste", shown_list()}});
        }
    }

    /// « CLS, STSPD »: each of the list.
    bool all_allowed(const std::string& text) const {
        const auto items = listed(text);
        return !items.empty() && std::all_of(items.begin(), items.end(), [&](const auto& item) {
            return std::find(facts_.keys.begin(), facts_.keys.end(), fold(item)) !=
                   facts_.keys.end();
        });
    }

    /// Values that are no misspelling of another: kinds of contracts that exist but that the
    /// programme does not know (« CLSI »), and shortened natures of an aid, which ODP-06 explains.
    bool is_other_kind(const checked_row& row, field column) const {
        if (row.of().schema().name == "export") {
            return true;
        }
        if (row.of().schema().name != "contrats" || facts_.described->name != "type") {
            return false;
        }
        const auto others = in_->settings().list("contrat.autres_types", in_->as_of());
        return std::any_of(others.begin(), others.end(), [&](const auto& other) {
            return fold(other) == fold(row.text(column));
        });
    }

    /// Dated values beyond the schema's own list have no position in it.
    static void take(checked_sheet& sheet, const checked_row& row, field column,
                     std::ptrdiff_t position) {
        const auto& own = sheet.schema().fields[column].allowed;
        if (static_cast<std::size_t>(position) < own.size()) {
            sheet.choose(row, column, static_cast<std::size_t>(position));
        }
    }

    checked_register* in_;
    const owned_cells* owned_;
    column_facts facts_;
    reporter required_;
    reporter date_;
    reporter number_;
    reporter text_number_;
    reporter formula_;
    reporter list_;
    reporter spelling_;
    reporter amount_;
    reporter plausible_;
    std::optional<date> earliest_;
    date latest_{};
};

} // namespace

void check_values(checked_register& in, finding_list& findings, const owned_cells& owned) {
    value_pass(in, findings, owned).run();
}

} // namespace octroi::core::check
