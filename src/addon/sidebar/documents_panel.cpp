#include "addon/sidebar/documents_panel.hpp"

#include "addon/amending.hpp"
#include "addon/folder_choice.hpp"
#include "addon/generate_job.hpp"
#include "addon/opening.hpp"
#include "addon/session_requests.hpp"
#include "addon/sidebar/job_rows.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/formats.hpp"
#include "office/template_set.hpp"
#include "office/uno_values.hpp"
#include "office/view.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace octroi::addon {

namespace {

struct format_box {
    const char* name;
    office::document_format format;
};
constexpr std::array<format_box, 3> format_boxes = {{{"odt", office::document_format::odt},
                                                     {"pdf", office::document_format::pdf},
                                                     {"docx", office::document_format::docx}}};

/// How the list shows a document.
struct document_look {
    const char* picture;
    const std::string& (*text)(const core::document_result&);
};
constexpr std::array<document_look, 3> looks = {
    {{"document_failed",
      [](const core::document_result& one) -> const std::string& { return one.error; }},
     {"warning",
      [](const core::document_result& one) -> const std::string& { return one.warning; }},
     {"document_made",
      [](const core::document_result& one) -> const std::string& { return one.commune; }}}};

const document_look& look_of(const core::document_result& document) {
    if (document.status == core::document_status::failed) {
        return looks[0];
    }
    return document.warning.empty() ? looks[2] : looks[1];
}

core::user_error missing(const char* key) {
    return {core::error_kind::usage, core::message(key)};
}

} // namespace

std::vector<control_plan> documents_panel::plan() const {
    std::vector<control_plan> all = {
        {control_kind::text, "no_register", "panel.no_register"},
        {control_kind::text, "kind_label", "panel.documents.kind"},
        {control_kind::choice, "kind", "", "panel.documents.kind_help"},
        {control_kind::text, "template_label", "panel.documents.template"},
        {control_kind::choice, "template", "", "panel.documents.template_help"},
        {control_kind::text, "which_label", "panel.documents.which"},
        {control_kind::choice, "which", "", "panel.documents.which_help"},
        {control_kind::text, "commune_label", "panel.documents.commune"},
        {control_kind::choice, "commune", "", "panel.documents.commune"},
        {control_kind::check_box, "odt", "panel.documents.odt", "panel.documents.odt_help"},
        {control_kind::check_box, "pdf", "panel.documents.pdf", "panel.documents.pdf_help"},
        {control_kind::check_box, "docx", "panel.documents.docx", "panel.documents.docx_help"},
        {control_kind::text, "folder_label", "panel.documents.folder"},
        {control_kind::edit, "folder", "", "panel.documents.folder_help"},
        {control_kind::button, "browse", "panel.documents.browse", "panel.documents.browse_help"},
        {control_kind::check_box, "draft", "menu.generate.draft", "panel.documents.draft_help"},
        {control_kind::check_box, "overwrite", "menu.generate.overwrite",
         "panel.documents.overwrite_help"},
        {control_kind::check_box, "by_commune", "print.by_commune", "print.by_commune_help"},
        {control_kind::check_box, "combined", "print.combined", "print.combined_help"},
        {control_kind::check_box, "duplex", "print.duplex", "print.duplex_help"},
        {control_kind::button, "preview", "panel.documents.preview",
         "panel.documents.preview_help"},
        {control_kind::button, "generate", "panel.documents.generate",
         "panel.documents.generate_help"}};
    const auto job = job_plan();
    all.insert(all.end(), job.begin(), job.end());
    const std::vector<control_plan> results = {
        {control_kind::text, "told"},
        {control_kind::heading, "summary"},
        {control_kind::table, "results", "", "panel.documents.results"},
        {control_kind::text, "detail"},
        {control_kind::button, "open", "panel.documents.open", "panel.documents.open_help"},
        {control_kind::button, "cell", "panel.documents.cell", "panel.documents.cell_help"},
        {control_kind::button, "amend", "state.amend", "state.amend_help"},
        {control_kind::button, "open_folder", "panel.documents.open_folder",
         "panel.documents.open_folder_help"}};
    all.insert(all.end(), results.begin(), results.end());
    return all;
}

void documents_panel::begin() {
    controls().columns("results", {{"panel.documents.column_state", 4, 0},
                                   {"panel.documents.column_number", 0, 1},
                                   {"panel.documents.column_commune", 0, 1}});
    controls().items("which",
                     {core::message("panel.documents.all_new"),
                      core::message("panel.documents.all"), core::message("panel.documents.rows"),
                      core::message("panel.documents.one_commune")},
                     0);
    const auto usual = generate_request_of(host().context(), {});
    for (const auto& box : format_boxes) {
        controls().check(box.name, std::find(usual.formats.begin(), usual.formats.end(),
                                             box.format) != usual.formats.end());
    }
    controls().check("by_commune", usual.by_commune);
    controls().check("combined", !usual.combined.empty());
    controls().check("duplex", usual.duplex);
}

std::vector<panel_row> documents_panel::rows() const {
    if (!has_register()) {
        return {{row_kind::text, {"no_register"}}};
    }
    std::vector<panel_row> all = {{row_kind::field, {"kind_label", "kind"}},
                                  {row_kind::field, {"template_label", "template"}},
                                  {row_kind::field, {"which_label", "which"}}};
    if (which() == selection::commune) {
        all.push_back({row_kind::field, {"commune_label", "commune"}});
    }
    all.push_back({row_kind::buttons, {"odt", "pdf", "docx"}});
    all.push_back({row_kind::field, {"folder_label", "folder"}});
    all.push_back({row_kind::buttons, {"browse"}});
    all.push_back({row_kind::buttons, {"draft"}});
    all.push_back({row_kind::buttons, {"overwrite"}});
    all.push_back({row_kind::buttons, {"by_commune"}});
    all.push_back({row_kind::buttons, {"combined"}});
    if (controls().checked("combined")) {
        all.push_back({row_kind::buttons, {"duplex"}});
    }
    all.push_back({row_kind::buttons, {"preview", "generate"}, 0, {}, true});
    const auto job = job_rows(current(), job_kind::generate);
    all.insert(all.end(), job.begin(), job.end());
    if (!told_.empty()) {
        all.push_back({row_kind::text, {"told"}, 0, {}, true});
    }
    if (current()->documents()) {
        all.push_back({row_kind::text, {"summary"}, 0, {}, true});
        if (!shown_.empty()) {
            all.push_back({row_kind::list, {"results"}, 4});
        }
        if (chosen() != nullptr) {
            all.push_back({row_kind::text, {"detail"}});
        }
        if (chosen() != nullptr && chosen()->proposal) {
            all.push_back({row_kind::buttons, {"amend"}});
        }
        all.push_back({row_kind::buttons, {"open", "cell", "open_folder"}});
    }
    return all;
}

void documents_panel::document_changed() {
    pictures_.emplace(host().context(), controls().window());
    told_.clear();
    proposed_folder_.clear();
    if (has_register()) {
        offer_kinds();
        offer_communes();
        propose_folder();
    }
    show_results();
    show_job(controls(), current(), pictures_->colours());
    show_state();
}

void documents_panel::session_changed(session_change what) {
    switch (what) {
    case session_change::document:
        forget_if_old(told_);
        if (has_register()) {
            if (templates_.empty()) {
                offer_kinds(); // it has just become one
                offer_communes();
            }
            propose_folder();
        }
        show_state();
        break;
    case session_change::documents:
        show_results();
        show_state();
        break;
    case session_change::job:
        with_focus(controls(), current(), job_kind::generate, "generate", [&] {
            show_job(controls(), current(), pictures_->colours());
            show_state();
        });
        break;
    case session_change::report:
    case session_change::computation:
        break;
    }
}

void documents_panel::happened(const std::string& control, control_event what) {
    if (!has_register()) {
        return;
    }
    if (control == "kind") {
        offer_templates();
    } else if (control == "which") {
        if (which() == selection::commune) {
            offer_communes();
        }
        show_state();
    } else if (control == "combined") {
        show_state();
    } else if (control == "browse") {
        browse();
    } else if (control == "generate") {
        generate();
    } else if (control == "preview") {
        preview();
    } else if (control == "open" || (control == "results" && what == control_event::opened)) {
        open_file();
    } else if (control == "results") {
        show_detail();
        show_state();
    } else if (control == "cell") {
        go_to_cell();
    } else if (control == "amend") {
        amend();
    } else if (control == "open_folder") {
        open_folder();
    }
}

void documents_panel::offer_kinds() {
    std::vector<std::string> titles;
    for (const auto& kind : core::document_kinds()) {
        titles.push_back(kind.title());
    }
    controls().items("kind", titles, 0);
    offer_templates();
}

const core::document_kind& documents_panel::kind() const {
    const auto& kinds = core::document_kinds();
    return kinds[std::min(controls().chosen("kind"), kinds.size() - 1)];
}

void documents_panel::offer_templates() {
    const auto request = generate_request_of(host().context(), current()->file());
    templates_ = office::template_names(
        {request.templates, request.register_folder, request.own_templates}, kind());
    std::vector<std::string> items = {core::message("panel.documents.by_register")};
    items.insert(items.end(), templates_.begin(), templates_.end());
    controls().items("template", items, 0);
}

/// Those of the actions and contracts.
void documents_panel::offer_communes() {
    const auto book = office::read_register(current()->document(), current()->name());
    std::set<std::string> names;
    for (const auto* table : {book.find("actions"), book.find("contrats")}) {
        if (table == nullptr) {
            continue;
        }
        const auto column = table->schema().index("commune");
        for (std::size_t i = 0; i < table->size(); ++i) {
            if (const auto* name = std::get_if<std::string>(&table->at(i, column))) {
                names.emplace(core::trim(*name));
            }
        }
    }
    const auto before = controls().text_of_choice("commune");
    const std::vector<std::string> items(names.begin(), names.end());
    const auto same = std::find(items.begin(), items.end(), before);
    controls().items("commune", items,
                     same == items.end() ? 0 : static_cast<std::size_t>(same - items.begin()));
}

/// Beside the register, until the officer types another.
void documents_panel::propose_folder() {
    const std::string typed = controls().read("folder");
    if (typed != proposed_folder_) {
        return;
    }
    proposed_folder_ = generate_request_of(host().context(), current()->file()).folder.string();
    controls().write("folder", proposed_folder_);
}

void documents_panel::browse() {
    if (const auto folder = choose_folder(host().context(), controls().read("folder"))) {
        controls().write("folder", folder->string());
    }
}

documents_panel::selection documents_panel::which() const {
    return static_cast<selection>(controls().chosen("which"));
}

office::generate_request documents_panel::request() const {
    auto wanted = generate_request_of(host().context(), current()->file());
    wanted.kind = kind().name;
    const auto at = controls().chosen("template");
    if (at > 0 && at <= templates_.size()) {
        wanted.template_file = office::template_file(
            templates_[at - 1], {wanted.templates, wanted.register_folder, wanted.own_templates});
    }
    wanted.folder = std::string(core::trim(controls().read("folder")));
    wanted.formats.clear();
    for (const auto& box : format_boxes) {
        if (controls().checked(box.name)) {
            wanted.formats.push_back(box.format);
        }
    }
    wanted.draft = controls().checked("draft");
    wanted.overwrite = controls().checked("overwrite");
    wanted.by_commune = controls().checked("by_commune");
    wanted.combined = controls().checked("combined") ? combined_name : "";
    wanted.duplex = controls().checked("duplex");
    wanted.only_new = which() == selection::all_new;
    if (which() == selection::commune) {
        wanted.commune = controls().text_of_choice("commune");
    } else if (which() == selection::rows) {
        const auto book = office::read_register(current()->document(), current()->name());
        const auto& rows = book.need(kind().table);
        wanted.rows = office::selected_rows(host().frame()->getController(), rows.sheet());
        if (wanted.rows->empty()) {
            throw core::user_error(
                core::error_kind::usage,
                core::message("panel.documents.select_rows", {{"sheet", rows.sheet()}}));
        }
    }
    return wanted;
}

void documents_panel::generate() {
    told_.clear();
    auto wanted = request();
    if (wanted.formats.empty() && wanted.combined.empty()) {
        throw missing("menu.generate.no_format");
    }
    if (wanted.folder.empty()) {
        throw missing("menu.generate.no_folder");
    }
    remember_choices(host().context(), wanted);
    current()->start(std::make_unique<generate_job>(*current(), std::move(wanted)),
                     if_alive([this](const job_outcome& outcome) { tell(result_of(outcome)); }));
}

std::string documents_panel::result_of(const job_outcome& outcome) const {
    if (!outcome.success) {
        return outcome.cancelled ? core::message("run.interrupted") : outcome.text;
    }
    std::string text;
    const auto add = [&](const std::string& more) {
        text += (text.empty() || more.empty() ? "" : "\n") + more;
    };
    add(outcome.cancelled ? core::message("run.interrupted") : std::string());
    if (const auto& made = current()->documents()) {
        for (const auto& fault : made->faults) {
            add(fault);
        }
        add(made->warnings() == 0 ? std::string()
                                  : core::message("state.changed_count",
                                                  {{"count", std::to_string(made->warnings())}}));
    }
    return text;
}

void documents_panel::preview() {
    told_.clear();
    auto wanted = request();
    wanted.only_new = false;
    auto book = office::read_register(current()->document(), current()->name());
    if (!wanted.rows) {
        // The one under the cursor, if there is one.
        if (const auto* rows = book.find(kind().table)) {
            const auto here = office::selected_rows(host().frame()->getController(), rows->sheet());
            if (here.size() == 1 && *here.begin() > rows->header_address(0).row + 1) {
                wanted.rows = here;
            }
        }
    }
    const auto made = office::generation::preview(host().context(), std::move(book), wanted);
    show_preview(host().context(), made);
    show_state();
}

void documents_panel::open_file() {
    const auto file = file_of_chosen();
    if (!file) {
        throw missing("panel.documents.nothing_to_open");
    }
    open_document(host().context(), *file);
}

void documents_panel::open_folder() {
    open_in_system(host().context(), current()->documents_folder());
}

void documents_panel::go_to_cell() {
    const auto* document = chosen();
    if (document != nullptr &&
        !office::show_cell(host().frame()->getController(), document->place)) {
        tell(core::message("panel.no_sheet", {{"sheet", document->place.sheet}}));
    }
}

void documents_panel::amend() {
    if (const auto* document = chosen(); document != nullptr && document->proposal) {
        tell(propose_amendment(host().frame(), *current(), *document->proposal));
    }
}

const core::document_result* documents_panel::chosen() const {
    if (!has_register() || !current()->documents()) {
        return nullptr;
    }
    const auto row = controls().selected("results");
    return row && *row < shown_.size() ? &current()->documents()->documents[shown_[*row]] : nullptr;
}

std::optional<std::filesystem::path> documents_panel::file_of_chosen() const {
    const auto* document = chosen();
    if (document == nullptr || document->files.empty()) {
        return {};
    }
    const auto pdf =
        std::find_if(document->files.begin(), document->files.end(), [](const auto& file) {
            return std::filesystem::path(file.path).extension() == ".pdf";
        });
    const auto& file = pdf == document->files.end() ? document->files.front() : *pdf;
    return current()->documents_folder() / file.path;
}

void documents_panel::show_results() {
    shown_.clear();
    panel_controls::table_rows rows;
    if (has_register() && current()->documents()) {
        const auto& made = *current()->documents();
        // What failed first, then what is doubtful: that is what there is to do.
        for (const auto& look : looks) {
            for (std::size_t i = 0; i < made.documents.size(); ++i) {
                const auto& one = made.documents[i];
                if (look_of(one).picture == look.picture) {
                    shown_.push_back(i);
                    rows.push_back({pictures_->icon(look.picture),
                                    uno::Any(office::to_uno(one.number)),
                                    uno::Any(office::to_uno(look.text(one)))});
                }
            }
        }
        std::string summary = made.summary();
        for (const auto& fault : made.faults) {
            summary += "\n" + fault;
        }
        controls().label("summary", summary);
    }
    controls().fill("results", rows);
}

void documents_panel::show_detail() {
    const auto* document = chosen();
    if (document == nullptr) {
        return;
    }
    std::string text = document->number;
    if (!document->error.empty()) {
        text = document->error;
        if (!document->warning.empty()) {
            text += "\n" + document->warning;
        }
    } else {
        if (!document->warning.empty()) {
            text = document->warning;
        }
        for (const auto& file : document->files) {
            text += "\n" + file.path;
        }
    }
    controls().label("detail", text);
}

void documents_panel::show_state() {
    if (has_register()) {
        const bool busy = current()->busy();
        const auto* document = chosen();
        controls().enable("generate", !busy);
        controls().enable("preview", !busy);
        controls().enable("open", document != nullptr && !document->files.empty());
        controls().enable("cell", document != nullptr && !document->place.sheet.empty());
        controls().enable("amend", !busy && document != nullptr && document->proposal);
        controls().label("told", told_);
    }
    host().rows_changed();
}

void documents_panel::tell(const std::string& text) {
    told_ = told_about(text);
    show_state();
}

} // namespace octroi::addon
