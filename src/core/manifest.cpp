#include "core/manifest.hpp"

#include "core/csv.hpp"
#include "core/json_text.hpp"
#include "core/messages.hpp"

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
    return message("run.made", {{"made", std::to_string(count(document_status::made))},
                                {"kept", std::to_string(count(document_status::kept))},
                                {"failed", std::to_string(count(document_status::failed))},
                                {"total", french(total())}});
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
            files.push_back(json::object{{"path", file.path}, {"sha256", file.sha256}});
        }
        documents.push_back(json::object{{"number", document.number},
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
    json::object root = {
        {"register", run.register_file}, {"template", names}, {"documents", std::move(documents)}};
    if (!run.note.empty()) {
        root.emplace("note", run.note);
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

std::vector<document_result> documents_of_manifest(std::string_view json_text) {
    std::vector<document_result> documents;
    json::error_code error;
    const auto root = json::parse(json_text, error);
    if (error || !root.is_object()) {
        return documents;
    }
    const auto* list = root.as_object().if_contains("documents");
    if (list == nullptr || !list->is_array()) {
        return documents;
    }
    for (const auto& item : list->as_array()) {
        if (!item.is_object()) {
            continue;
        }
        const auto& object = item.as_object();
        document_result document;
        document.number = text_or_empty(object, "number");
        document.unit = text_or_empty(object, "unit");
        document.commune = text_or_empty(object, "commune");
        document.amount = parse_amount(text_or_empty(object, "amount")).value_or(money());
        document.error = text_or_empty(object, "error");
        document.fingerprint = text_or_empty(object, "fingerprint");
        document.status = status_named(text_or_empty(object, "status"));
        const auto* files = object.if_contains("files");
        if (files != nullptr && files->is_array()) {
            for (const auto& file : files->as_array()) {
                if (file.is_object()) {
                    document.files.push_back({text_or_empty(file.as_object(), "path"),
                                              text_or_empty(file.as_object(), "sha256")});
                }
            }
        }
        documents.push_back(std::move(document));
    }
    return documents;
}

} // namespace octroi::core
