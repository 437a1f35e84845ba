/// @file
/// What the rules on contracts, councils and signatories share.
#pragma once

#include "core/check/checked_register.hpp"
#include "core/check/contract_facts.hpp"
#include "core/check/rule_logic.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core::check {

/// A CLS or an STSPD: signed by several, for a time. A CLSPD is a council.
bool is_contract(const checked_row& row);
/// « une STSPD », « un CLS ».
bool is_feminine(const checked_row& contract);

/// Its commune as Communes spells it.
std::string commune_of(const checked_register& in, const checked_row& contract);

/// Day of signature, else of effect.
std::optional<date> signed_on(const checked_row& contract);

/// Neither signed nor in force yet.
bool is_project(const checked_register& in, const checked_row& contract);

/// From when to when it runs, prolonged or not; nothing where a date of it has been reported.
struct contract_period {
    date begin{};
    std::optional<date> end; ///< none for a council
};
std::optional<contract_period> period_of(const checked_register& in, const checked_row& contract);

/// CLS and STSPD with an id; of rows of the same id (GEN-12) the first, to which the others refer.
std::vector<checked_row> contracts_by_id(const checked_register& in);

/// Keys of the places a contract is made for: its commune and the others it names. A district's is
/// the district alone, though it names the communes around.
std::vector<std::string> territory_of(const checked_register& in, const checked_row& contract);

/// `unknown`: a row whose type cannot be told may be it.
enum class council { none, unknown, there };

/// Whether a row of Communes has a CLSPD in force, its own or with others.
council council_of(const contract_facts& contracts, const checked_row& place, date on);

/// Titles under their dated names: « Président du conseil général » and « … départemental » are
/// one.
class title_names {
public:
    explicit title_names(const parameters& settings);

    /// The same for all names of a title.
    std::string key_of(std::string_view title) const;
    /// The dated settings that bear this name; empty for a title that never changed.
    std::vector<const setting*> dated(std::string_view title) const;
    /// The one of its kind that is valid on that day, or null.
    const setting* valid(std::string_view setting_key, date on) const;

private:
    std::vector<setting> all_;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;
};

/// Key of the setting that names the president of the conseil départemental.
inline constexpr std::string_view president_title = "qualite.president_cd";

// The parts of the group of rules on contracts; each stands in a file of its own.
std::vector<rule_logic> contract_date_rules();
std::vector<rule_logic> contract_ending_rules();
std::vector<rule_logic> contract_file_rules();
std::vector<rule_logic> contract_party_rules();
std::vector<rule_logic> amendment_rules();

} // namespace octroi::core::check
