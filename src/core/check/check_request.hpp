/// @file
/// What a check is to look at besides the register.
#pragma once

#include "core/check/rule.hpp"
#include "core/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace octroi::core::check {

enum class template_fault_kind { unknown_field, unclosed_block, other };

/// A fault of a template that Paramètres names, found by whoever can read templates.
struct template_fault {
    template_fault_kind kind = template_fault_kind::unknown_field;
    std::string setting; ///< the key of Paramètres that names the template
    std::string template_name;
    std::string name;       ///< the field or block concerned; of another fault the whole sentence
    std::string suggestion; ///< the nearest known field, or empty
};

struct check_request {
    std::optional<date> as_of; ///< else the setting `controle.date`, else today
    std::vector<template_fault> template_faults;
    severity_choices severities; ///< the user's, where the register says nothing
};

} // namespace octroi::core::check
