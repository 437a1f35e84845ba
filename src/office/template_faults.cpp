#include "office/template_faults.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/parameters.hpp"
#include "odf/document_template.hpp"
#include "office/files.hpp"

#include <set>

namespace octroi::office {

namespace {

using core::check::template_fault;
using core::check::template_fault_kind;

template_fault_kind kind_of(odf::template_problem_kind kind) {
    switch (kind) {
    case odf::template_problem_kind::unknown_field:
        return template_fault_kind::unknown_field;
    case odf::template_problem_kind::unclosed_block:
        return template_fault_kind::unclosed_block;
    case odf::template_problem_kind::field_outside_list:
    case odf::template_problem_kind::list_unused:
    case odf::template_problem_kind::list_outside_parent:
    case odf::template_problem_kind::list_in_header:
    case odf::template_problem_kind::condition:
    case odf::template_problem_kind::other:
        break;
    }
    return template_fault_kind::other;
}

void read(const core::setting& named, const std::filesystem::path& file,
          std::vector<template_fault>& faults) {
    const std::string name = file.filename().string();
    try {
        const auto bytes = read_file(file);
        if (!bytes) {
            faults.push_back({template_fault_kind::other,
                              named.key,
                              name,
                              core::message("template.missing", {{"file", file.string()}}),
                              {}});
            return;
        }
        const odf::document_template opened(name, *bytes);
        for (const auto& problem : opened.problems(opened.catalogue())) {
            const auto kind = kind_of(problem.kind);
            faults.push_back({kind, named.key, name,
                              kind == template_fault_kind::other ? problem.text : problem.name,
                              problem.guess});
        }
    } catch (const core::user_error& error) {
        faults.push_back({template_fault_kind::other, named.key, name, error.what(), {}});
    }
}

} // namespace

std::vector<template_fault> template_faults(const core::register_book& book,
                                            const template_folders& folders) {
    std::vector<template_fault> faults;
    std::set<std::filesystem::path> seen;
    const core::parameters settings(book, core::unreadable_setting::ignored);
    for (const auto& named : settings.family("modele.")) {
        const auto file = template_file(named.value, folders);
        const bool product = !std::filesystem::path(named.value).has_extension() &&
                             file.parent_path() == folders.product;
        const bool known = !named.value.empty() && !(product && folders.product.empty());
        if (known && seen.insert(file).second) {
            read(named, file, faults);
        }
    }
    return faults;
}

} // namespace octroi::office
