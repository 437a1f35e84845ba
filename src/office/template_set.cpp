#include "office/template_set.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/files.hpp"

#include <algorithm>
#include <set>

namespace octroi::office {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& text) {
    throw core::user_error(core::error_kind::input, text);
}

constexpr const char* template_extension = ".ott";
constexpr const char* default_kind = "convention";

[[noreturn]] void refuse_kind(const std::string& asked, const std::vector<std::string>& templates) {
    std::vector<std::string> known;
    for (const auto& kind : core::document_kinds()) {
        known.push_back(kind.name);
    }
    known.insert(known.end(), templates.begin(), templates.end());
    throw core::user_error(
        core::error_kind::usage,
        core::message("kind.unknown",
                      {{"kind", asked}, {"kinds", core::enumeration(known, ", ")}}));
}

bool is_file(const fs::path& file) {
    std::error_code error;
    return fs::is_regular_file(file, error);
}

} // namespace

std::vector<std::string> template_names(const template_folders& folders) {
    std::set<std::string> names;
    for (const auto& folder : {folders.product, folders.user}) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            if (entry.path().extension() == template_extension) {
                names.insert(entry.path().stem().string());
            }
        }
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> template_names(const template_folders& folders,
                                        const core::document_kind& kind) {
    auto names = template_names(folders);
    std::erase_if(names, [&](const std::string& name) {
        const auto bytes = read_file(template_file(name, folders));
        if (!bytes) {
            return true;
        }
        try {
            const odf::document_template read(name, *bytes);
            const std::string own = read.property("octroi_genre");
            return read.property("octroi_unite") != kind.unit || (!own.empty() && own != kind.name);
        } catch (const core::user_error&) {
            return true; // told when it is asked for by name
        }
    });
    return names;
}

fs::path template_file(const std::string& name, const template_folders& folders) {
    if (!fs::path(name).has_extension()) {
        const auto own = folders.user / (name + template_extension);
        return !folders.user.empty() && is_file(own) ? own : folders.product / own.filename();
    }
    const auto near = folders.register_folder / name;
    const auto own = folders.user / name;
    return !folders.user.empty() && !is_file(near) && is_file(own) ? own : near;
}

template_set::template_set(const generate_request& request, const core::register_book& book)
    : folders_{request.templates, request.register_folder, request.own_templates}, settings_(book) {
    if (request.template_file) {
        label_ = request.template_file->stem().string();
        take_only(load(*request.template_file), request.kind);
        return;
    }
    label_ = request.kind.empty() ? default_kind : request.kind;
    kind_ = core::kind_named(label_);
    if (kind_ != nullptr) {
        return;
    }
    const auto names = template_names(folders_);
    if (std::find(names.begin(), names.end(), label_) == names.end()) {
        refuse_kind(label_, names);
    }
    take_only(load(template_file(label_, folders_)), {});
}

/// It serves the kind asked for, else the one that it names, else the first of its unit.
void template_set::take_only(const odf::document_template& given, const std::string& asked_kind) {
    only_ = &given;
    const std::string unit = given.catalogue().unit;
    const std::string own = given.property("octroi_genre");
    const std::string& name = asked_kind.empty() ? own : asked_kind;
    kind_ = name.empty() ? core::kind_of_unit(unit) : core::kind_named(name);
    if (kind_ == nullptr && !asked_kind.empty()) {
        refuse_kind(asked_kind, {});
    }
    if (kind_ == nullptr || kind_->unit != unit) {
        std::vector<std::string> fitting;
        for (const auto& kind : core::document_kinds()) {
            if (kind.unit == unit) {
                fitting.push_back(kind.name);
            }
        }
        refuse(core::message(asked_kind.empty() ? "template.unknown_kind" : "template.other_kind",
                             {{"file", given.name()},
                              {"kind", name},
                              {"unit", unit},
                              {"kinds", core::enumeration(fitting, ", ")}}));
    }
}

bool template_set::serves(const core::document_draft& draft) const {
    if (only_ == nullptr) {
        return !kind_->template_for(draft.variant).empty();
    }
    const std::string section = core::upper(only_->property("octroi_section"));
    return section.empty() || section == draft.variant;
}

const odf::document_template& template_set::for_document(const core::document_draft& draft,
                                                         core::date on) {
    if (only_ != nullptr) {
        return *only_;
    }
    const std::string key = "modele." + kind_->name;
    std::string name = settings_.text(key + "." + draft.variant, on);
    if (name.empty()) {
        name = settings_.text(key, on);
    }
    if (name.empty()) {
        name = kind_->template_for(draft.variant);
    }
    return load(template_file(name, folders_));
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
