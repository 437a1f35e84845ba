#include "office/template_set.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/files.hpp"

#include <algorithm>

namespace octroi::office {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& text) {
    throw core::user_error(core::error_kind::input, text);
}

/// Names of the templates in the product's folder, sorted.
std::vector<std::string> template_names(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".ott") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

fs::path template_file(const std::string& name, const fs::path& templates,
                       const fs::path& register_folder) {
    const bool own = fs::path(name).has_extension();
    return own ? register_folder / name : templates / (name + ".ott");
}

template_set::template_set(const generate_request& request, const core::register_book& book)
    : folder_(request.templates), register_folder_(request.register_folder), settings_(book),
      catalogue_(core::catalogue_of(unit_)) {
    if (request.template_file) {
        kind_ = request.template_file->stem().string();
        only_ = &load(*request.template_file);
        return;
    }
    kind_ = request.kind;
    if (request.kind == unit_) {
        return;
    }
    const auto names = template_names(folder_);
    if (std::find(names.begin(), names.end(), request.kind) == names.end()) {
        throw core::user_error(
            core::error_kind::usage,
            core::message("kind.unknown",
                          {{"kind", request.kind},
                           {"kinds", unit_ + ", " + core::enumeration(names, ", ")}}));
    }
    only_ = &load(folder_ / (request.kind + ".ott"));
}

std::string template_set::section() const {
    return only_ == nullptr ? std::string() : core::upper(only_->property("octroi_section"));
}

const odf::document_template& template_set::for_document(const core::document_draft& draft,
                                                         core::date on) {
    if (only_ != nullptr) {
        return *only_;
    }
    const std::string key = "modele." + unit_ + "." + draft.section;
    std::string name = settings_.text(key, on);
    if (name.empty()) {
        name = draft.section == "INV" ? "convention-investissement" : "convention-fonctionnement";
    }
    return load(template_file(name, folder_, register_folder_));
}

const odf::document_template& template_set::load(const fs::path& file) {
    if (const auto known = loaded_.find(file); known != loaded_.end()) {
        return known->second;
    }
    const std::string name = file.filename().string();
    const auto bytes = read_file(file);
    if (!bytes) {
        refuse(core::message("template.missing", {{"file", file.string()}}));
    }
    odf::document_template read(name, *bytes);
    if (const auto problems = read.problems(read.catalogue()); !problems.empty()) {
        std::string text = core::message("template.problems", {{"file", name}});
        for (const auto& problem : problems) {
            text += "\n  – " + problem.text;
        }
        refuse(text);
    }
    return loaded_.emplace(file, std::move(read)).first->second;
}

std::vector<std::string> template_set::names() const {
    std::vector<std::string> names;
    for (const auto& [file, loaded] : loaded_) {
        names.push_back(loaded.name());
    }
    return names;
}

} // namespace octroi::office
