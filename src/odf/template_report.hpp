/// @file
/// What is told of a template, of a file or open in Writer: the fields and lists it uses of those
/// its unit offers, and its problems.
#pragma once

#include "odf/document_template.hpp"

#include <string>
#include <vector>

namespace octroi::odf {

struct template_report {
    std::string name;                                 ///< as messages call it
    const core::field_catalogue* catalogue = nullptr; ///< of its unit
    template_usage usage;
    std::vector<template_problem> problems;
};

/// Reads and judges. Throws user_error (input) for a template that does not say what it makes.
template_report report_on(const document_template& read);

/// « unknown_field »
const char* name_of(template_problem_kind kind);

std::string to_json(const template_report& report);

/// What a unit offers, without a template.
std::string to_json(const core::field_catalogue& catalogue);

} // namespace octroi::odf
