#include "addon/preview_dialog.hpp"

#include "addon/session_requests.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/open_template.hpp"
#include "office/register_file.hpp"
#include "office/register_recognition.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FilePicker.hpp>
#include <com/sun/star/ui/dialogs/TemplateDescription.hpp>

#include <algorithm>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace frame = com::sun::star::frame;

namespace {

/// Of this session of LibreOffice.
std::filesystem::path& last_file() {
    static std::filesystem::path last;
    return last;
}

known_register from_file(const std::filesystem::path& file) {
    return {file.filename().string(), {}, file};
}

core::register_book book_of(const office::context_ref& context, const known_register& from) {
    return from.document.is() ? office::read_register(from.document, from.name)
                              : office::read_register_file(context, from.file);
}

/// The open template as a file, while it lives.
class stored_template {
public:
    explicit stored_template(const office::component_ref& document) {
        office::store_copy(document, file());
    }
    std::filesystem::path file() const { return folder_.path() / "modele.odt"; }

private:
    office::temporary_folder folder_;
};

office::generate_request request_for(const office::context_ref& context, const known_register& from,
                                     const stored_template& used) {
    auto request = generate_request_of(context, from.file);
    request.template_file = used.file();
    return request;
}

} // namespace

std::vector<known_register> known_registers(const office::context_ref& context) {
    std::vector<known_register> known;
    const auto open = frame::Desktop::create(context)->getComponents()->createEnumeration();
    while (open->hasMoreElements()) {
        const office::spreadsheet_ref document(open->nextElement(), uno::UNO_QUERY);
        if (!document.is() || !office::is_register(document)) {
            continue;
        }
        const uno::Reference<frame::XModel> model(document, uno::UNO_QUERY_THROW);
        const auto file = office::path_of(model->getURL());
        const uno::Reference<frame::XTitle> titled(document, uno::UNO_QUERY_THROW);
        known.push_back(
            {file.empty() ? office::from_uno(titled->getTitle()) : file.filename().string(),
             document, file});
    }
    const auto& last = last_file();
    const auto again = std::find_if(known.begin(), known.end(),
                                    [&](const auto& each) { return each.file == last; });
    if (!last.empty() && again != known.end()) {
        std::rotate(known.begin(), again, again + 1);
    } else if (!last.empty() && std::filesystem::exists(last)) {
        known.insert(known.begin(), from_file(last));
    }
    return known;
}

office::previewed_document preview_of(const office::context_ref& context,
                                      const office::component_ref& document,
                                      const known_register& from, const std::string& number) {
    const stored_template used(document);
    auto request = request_for(context, from, used);
    auto book = book_of(context, from);
    if (!number.empty()) {
        const auto all = office::generation::list(context, book, request);
        const auto wanted = std::find_if(all.begin(), all.end(),
                                         [&](const auto& each) { return each.number == number; });
        if (wanted == all.end()) {
            throw core::user_error(core::error_kind::input,
                                   core::message("author.preview.nothing"));
        }
        request.rows = {wanted->row};
    }
    auto made = office::generation::preview(context, std::move(book), request);
    last_file() = from.file;
    return made;
}

preview_dialog::preview_dialog(office::context_ref context, const office::component_ref& document,
                               const std::string& name)
    : document_dialog(std::move(context), document, file_name) {
    const auto report = office::check_open_template(document, name);
    if (!report.problems.empty()) {
        throw core::user_error(core::error_kind::input,
                               core::message("author.preview.faults",
                                             {{"count", std::to_string(report.problems.size())}}));
    }
}

std::optional<office::previewed_document> preview_dialog::run() {
    execute();
    return std::move(made_);
}

void preview_dialog::fill_in() {
    set_texts();
    registers_ = known_registers(context_);
    list_registers(0);
}

std::vector<preview_dialog::handler_method> preview_dialog::handler_methods() {
    return {{"onRegister", [this] { list_documents(); }},
            {"onBrowse", [this] { on_browse(); }},
            {"onRun", [this] { on_run(); }}};
}

void preview_dialog::set_texts() {
    dialog_->setTitle(office::to_uno(core::message("author.preview.title")));
    for (const auto& [name, key] : {std::pair{"register_label", "author.preview.register"},
                                    {"browse", "author.preview.browse"},
                                    {"documents_label", "author.preview.documents"},
                                    {"run", "author.preview.run"},
                                    {"close", "author.close"}}) {
        controls_.label(name, core::message(key));
    }
    for (const auto& [name, key] : {std::pair{"register", "author.preview.register_help"},
                                    {"browse", "author.preview.browse_help"},
                                    {"documents", "author.preview.documents_help"},
                                    {"run", "author.preview.run_help"}}) {
        controls_.help(name, core::message(key));
    }
}

void preview_dialog::list_registers(std::size_t chosen) {
    filling_ = true;
    std::vector<std::string> names;
    for (const auto& each : registers_) {
        names.push_back(each.name);
    }
    controls_.offer("register", names);
    controls_.choose("register", chosen);
    controls_.enable("register", !names.empty());
    filling_ = false;
    list_documents();
}

void preview_dialog::list_documents() {
    documents_.clear();
    controls_.offer("documents", {});
    controls_.enable("run", false);
    if (registers_.empty()) {
        tell(core::message("author.preview.no_register"), false);
        return;
    }
    const stored_template used(document_);
    try {
        const auto& from = registers_[controls_.chosen("register")];
        documents_ = office::generation::list(context_, book_of(context_, from),
                                              request_for(context_, from, used));
    } catch (const core::user_error& error) {
        refuse(error);
        return;
    }
    std::vector<std::string> lines;
    for (const auto& each : documents_) {
        lines.push_back(core::message(
            "author.preview.line", {{"number", each.number}, {"beneficiary", each.beneficiary}}));
    }
    controls_.offer("documents", lines);
    controls_.enable("run", !lines.empty());
    tell(lines.empty()
             ? core::message("author.preview.nothing")
             : core::message("author.preview.count", {{"count", std::to_string(lines.size())}}),
         false);
}

void preview_dialog::add(const std::filesystem::path& file) {
    registers_.insert(registers_.begin(), from_file(file));
    list_registers(0);
}

void preview_dialog::on_browse() {
    namespace dialogs = com::sun::star::ui::dialogs;
    const auto picker = dialogs::FilePicker::createWithMode(
        context_, dialogs::TemplateDescription::FILEOPEN_SIMPLE);
    picker->appendFilter(office::to_uno(core::message("author.preview.register_files")),
                         "*.ods;*.xlsx;*.xls;*.ots");
    if (!last_file().empty()) {
        picker->setDisplayDirectory(office::file_url(last_file().parent_path()));
    }
    if (picker->execute() != dialogs::ExecutableDialogResults::OK) {
        return;
    }
    if (const auto files = picker->getSelectedFiles(); files.hasElements()) {
        add(office::path_of(files[0]));
    }
}

void preview_dialog::on_run() {
    if (documents_.empty()) {
        return;
    }
    made_ = preview_of(context_, document_, registers_[controls_.chosen("register")],
                       documents_[controls_.chosen("documents")].number);
    dialog_->endExecute();
}

} // namespace octroi::addon
