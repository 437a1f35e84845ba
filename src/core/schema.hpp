/// @file
/// The register's tables as Table Schemas (`extension/schemas/*.json`, Frictionless format with
/// `octroi:` properties): the single source for reading, the blank register and the manual.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

enum class field_type { text, integer, amount, decimal, rate, date, date_time, boolean, year };

enum class field_status {
    required,    ///< each row has a value
    conditional, ///< depends on the row
    optional,
    computed ///< written by Octroi
};

/// A reference to a column of another table.
struct field_reference {
    std::string table;
    std::string field;
};

struct table_field {
    std::string name;  ///< ASCII, as templates and code say it
    std::string title; ///< the header in the sheet
    std::vector<std::string> aliases;
    std::string description;
    field_type type = field_type::text;
    field_status status = field_status::optional;
    std::vector<std::string> allowed; ///< a closed list, empty for any value
    bool several = false;             ///< a cell may name several of them: « CLS, STSPD »
    bool is_signed = false;           ///< an amount that may be negative
    bool optional_column = false;     ///< not in new registers
    std::optional<field_reference> reference;
};

struct table_schema {
    std::string name;  ///< ASCII, as code says it: « actions »
    std::string title; ///< the sheet's name: « Actions »
    std::vector<std::string> aliases;
    std::string description;
    int order = 0;
    bool optional_sheet = false;          ///< not in new registers
    std::vector<std::string> primary_key; ///< names of fields; empty for none
    std::vector<table_field> fields;

    /// Those of a new register: the optional columns stand last.
    std::span<const table_field> usual_fields() const;

    /// Position of a field. Throws std::out_of_range for an unknown one (a bug of ours).
    std::size_t index(std::string_view field) const;
};

/// The tables of a register, in the order of their sheets.
std::span<const table_schema> table_schemas();

/// These and the tables that a register may hold besides (the open data « Export »).
const std::vector<table_schema>& all_schemas();

/// One table by its name. Throws std::out_of_range for an unknown one.
const table_schema& schema_of(std::string_view table);

} // namespace octroi::core
