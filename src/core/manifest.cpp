#include "core/manifest.hpp"

#include "core/csv.hpp"
#include "core/document_kinds.hpp"
#include "core/json_text.hpp"
#include "core/messages.hpp"
#include "core/schema.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace octroi::core {

namespace {

namespace json = boost::json;

std::string text_or_empty(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

document_status status_named(std::string_view name) {
    if (name == "made") {
        return document_status::made;
    }
    return name == "kept" ? document_status::kept : document_status::failed;
}

json::object json_of(const made_file& file) {
    return {{"path", file.path}, {"sha256", file.sha256}};
}

/// The objects in a list; none where it is no list.
std::vector<const json::object*> objects_in(const json::object& parent, std::string_view key) {
    std::vector<const json::object*> found;
    const auto* list = parent.if_contains(key);
    if (list != nullptr && list->is_array()) {
        for (const auto& item : list->as_array()) {
            if (item.is_object()) {
                found.push_back(&item.as_object());
            }
        }
    }
    return found;
}

made_file file_from(const json::object& object) {
    return {text_or_empty(object, "path"), text_or_empty(object, "sha256")};
}

document_result document_from(const json::object& object) {
    document_result document;
    document.kind = text_or_empty(object, "kind");
    document.number = text_or_empty(object, "number");
    document.unit = text_or_empty(object, "unit");
    document.commune = text_or_empty(object, "commune");
    document.amount = parse_amount(text_or_empty(object, "amount")).value_or(money());
    document.error = text_or_empty(object, "error");
    document.warning = text_or_empty(object, "warning");
    document.fingerprint = text_or_empty(object, "fingerprint");
    document.status = status_named(text_or_empty(object, "status"));
    for (const auto* file : objects_in(object, "files")) {
        document.files.push_back(file_from(*file));
    }
    return document;
}

combined_file combined_from(const json::object& object) {
    combined_file combined;
    combined.file = file_from(object);
    combined.fingerprint = text_or_empty(object, "fingerprint");
    if (const auto* pages = object.if_contains("pages"); pages != nullptr && pages->is_int64()) {
        combined.pages = static_cast<std::size_t>(pages->as_int64());
    }
    const auto* documents = object.if_contains("documents");
    if (documents != nullptr && documents->is_array()) {
        for (const auto& number : documents->as_array()) {
            if (number.is_string()) {
                combined.documents.emplace_back(number.as_string());
            }
        }
    }
    return combined;
}

} // namespace

std::size_t manifest::count(document_status status) const {
    return static_cast<std::size_t>(
        std::count_if(documents.begin(), documents.end(),
                      [&](const document_result& document) { return document.status == status; }));
}

std::size_t manifest::warnings() const {
    return static_cast<std::size_t>(
        std::count_if(documents.begin(), documents.end(),
                      [](const document_result& document) { return !document.warning.empty(); }));
}

money manifest::total() const {
    money sum;
    for (const auto& document : documents) {
        if (document.status != document_status::failed) {
            sum += document.amount;
        }
    }
    return sum;
}

std::string manifest::summary() const {
    std::string text =
        message("run.made", {{"made", std::to_string(count(document_status::made))},
                             {"kept", std::to_string(count(document_status::kept))},
                             {"failed", std::to_string(count(document_status::failed))},
                             {"total", french(total())}});
    for (const auto& note : notes) {
        text += "\n" + note;
    }
    return text;
}

std::string manifest::nothing_to_make() const {
    const auto* asked = kind_named(kind);
    if (asked == nullptr || asked->unit == "convention") {
        return message("document.no_document", {{"file", register_file}});
    }
    return message("document.no_document_other", {{"file", register_file},
                                                  {"kinds", asked->title()},
                                                  {"sheet", schema_of(asked->table).title}});
}

std::string_view name_of(document_status status) {
    switch (status) {
    case document_status::made:
        return "made";
    case document_status::kept:
        return "kept";
    case document_status::failed:
        break;
    }
    return "failed";
}

std::string to_json(const manifest& run) {
    json::array documents;
    for (const auto& document : run.documents) {
        json::array files;
        for (const auto& file : document.files) {
            files.push_back(json_of(file));
        }
        documents.push_back(json::object{{"kind", document.kind},
                                         {"number", document.number},
                                         {"unit", document.unit},
                                         {"commune", document.commune},
                                         {"amount", decimal(document.amount)},
                                         {"files", std::move(files)},
                                         {"fingerprint", document.fingerprint},
                                         {"status", name_of(document.status)},
                                         {"error", document.error},
                                         {"warning", document.warning}});
    }
    std::string names;
    for (const auto& name : run.templates) {
        names += (names.empty() ? "" : ", ") + name;
    }
    json::object root{
        {"register", run.register_file}, {"template", names}, {"documents", std::move(documents)}};
    if (run.combined) {
        auto combined = json_of(run.combined->file);
        combined["pages"] = run.combined->pages;
        combined["documents"] =
            json::array(run.combined->documents.begin(), run.combined->documents.end());
        combined["fingerprint"] = run.combined->fingerprint;
        root["combined"] = std::move(combined);
    }
    if (!run.mails.empty()) {
        json::array mails;
        for (const auto& mail : run.mails) {
            auto entry = json_of(mail.file);
            entry["commune"] = mail.commune;
            entry["address"] = mail.address;
            mails.push_back(std::move(entry));
        }
        root["mails"] = std::move(mails);
    }
    if (!run.faults.empty()) {
        root["faults"] = json::array(run.faults.begin(), run.faults.end());
    }
    return indented(root);
}

std::string to_csv(const manifest& run) {
    std::string out(csv_beginning);
    out += csv_line({"number", "unit", "commune", "amount", "status", "files", "fingerprint",
                     "error", "warning"});
    for (const auto& document : run.documents) {
        std::string files;
        for (const auto& file : document.files) {
            files += (files.empty() ? "" : " ") + file.path;
        }
        out += csv_line({document.number, document.unit, document.commune, decimal(document.amount),
                         std::string(name_of(document.status)), files, document.fingerprint,
                         document.error, document.warning});
    }
    return out;
}

manifest parse_manifest(std::string_view json_text) {
    manifest found;
    json::error_code error;
    const auto root = json::parse(json_text, error);
    if (error || !root.is_object()) {
        return found;
    }
    for (const auto* object : objects_in(root.as_object(), "documents")) {
        found.documents.push_back(document_from(*object));
    }
    for (const auto* object : objects_in(root.as_object(), "mails")) {
        found.mails.push_back({text_or_empty(*object, "commune"), text_or_empty(*object, "address"),
                               file_from(*object)});
    }
    const auto* combined = root.as_object().if_contains("combined");
    if (combined != nullptr && combined->is_object()) {
        found.combined = combined_from(combined->as_object());
    }
    return found;
}

bool same_document(const document_result& a, const document_result& b) {
    return a.number == b.number && (a.kind == b.kind || a.kind.empty() || b.kind.empty());
}

} // namespace octroi::core
