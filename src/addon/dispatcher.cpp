#include "addon/dispatcher.hpp"

#include "addon/generate_dialog.hpp"
#include "addon/message_box.hpp"
#include "addon/package.hpp"
#include "addon/status_progress.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/exporter.hpp"
#include "office/generation.hpp"
#include "office/register_reader.hpp"
#include "office/register_writer.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/FeatureStateEvent.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <cppuhelper/supportsservice.hxx>

#include <atomic>
#include <iostream>
#include <sstream>

namespace octroi::addon {

namespace frame = com::sun::star::frame;

namespace {

constexpr const char* implementation_name = "org.octroi.comp.Dispatcher";
constexpr const char* service_name = "org.octroi.Dispatcher";

/// One job at a time: a second click while one runs does nothing.
std::atomic<bool> busy = false;

class busy_mark {
public:
    busy_mark() : taken_(!busy.exchange(true)) {}
    busy_mark(const busy_mark&) = delete;
    busy_mark& operator=(const busy_mark&) = delete;
    ~busy_mark() {
        if (taken_) {
            busy = false;
        }
    }
    bool taken() const { return taken_; }

private:
    bool taken_;
};

uno::Any value_of(const dispatcher::arguments& values, const char* name) {
    for (const auto& value : values) {
        if (value.Name.equalsAscii(name)) {
            return value.Value;
        }
    }
    return {};
}

std::string text_of(const dispatcher::arguments& values, const char* name) {
    rtl::OUString text;
    value_of(values, name) >>= text;
    return office::from_uno(text);
}

bool flag_of(const dispatcher::arguments& values, const char* name) {
    bool flag = false;
    value_of(values, name) >>= flag;
    return flag;
}

office::generate_request request_from(const dispatcher::arguments& values) {
    office::generate_request request;
    request.folder = text_of(values, "Folder");
    request.draft = flag_of(values, "Draft");
    request.overwrite = flag_of(values, "Overwrite");
    if (const auto where = text_of(values, "Where"); !where.empty()) {
        request.where.push_back(where);
    }
    const std::string formats = text_of(values, "Formats");
    if (!formats.empty()) {
        request.formats.clear();
        for (const auto format : {office::document_format::odt, office::document_format::pdf,
                                  office::document_format::docx}) {
            std::istringstream words(formats);
            for (std::string word; std::getline(words, word, ',');) {
                if (core::fold(word) == office::extension_of(format)) {
                    request.formats.push_back(format);
                }
            }
        }
    }
    return request;
}

/// What the officer reads at the end.
std::string summary(const core::manifest& run, const std::filesystem::path& folder) {
    constexpr std::size_t most_reasons = 10;
    const auto count = [&](core::document_status status) {
        return std::to_string(run.count(status));
    };
    if (run.documents.empty()) {
        return core::message("document.no_document", {{"file", run.register_file}});
    }
    std::string text = core::message("run.made", {{"made", count(core::document_status::made)},
                                                  {"kept", count(core::document_status::kept)},
                                                  {"failed", count(core::document_status::failed)},
                                                  {"total", core::french(run.total())}}) +
                       "\n" + core::message("run.where", {{"folder", folder.string()}});
    std::size_t shown = 0;
    for (const auto& document : run.documents) {
        if (document.status == core::document_status::failed && ++shown <= most_reasons) {
            text += "\n\n" + core::message("run.failed", {{"file", run.register_file},
                                                          {"number", document.number},
                                                          {"error", document.error}});
        }
    }
    if (shown > most_reasons) {
        text +=
            "\n\n" + core::message("menu.more", {{"count", std::to_string(shown - most_reasons)}});
    }
    return text;
}

} // namespace

void SAL_CALL dispatcher::initialize(const uno::Sequence<uno::Any>& values) {
    if (values.hasElements()) {
        values[0] >>= frame_;
    }
}

uno::Reference<frame::XDispatch>
    SAL_CALL dispatcher::queryDispatch(const com::sun::star::util::URL& url,
                                       const rtl::OUString& /*target*/, sal_Int32 /*flags*/) {
    const bool known = url.Complete.equalsAscii("org.octroi:new") ||
                       url.Complete.equalsAscii("org.octroi:generate");
    return known ? uno::Reference<frame::XDispatch>(this) : uno::Reference<frame::XDispatch>();
}

uno::Sequence<uno::Reference<frame::XDispatch>>
    SAL_CALL dispatcher::queryDispatches(const uno::Sequence<frame::DispatchDescriptor>& requests) {
    std::vector<uno::Reference<frame::XDispatch>> found;
    for (const auto& request : requests) {
        found.push_back(queryDispatch(request.FeatureURL, request.FrameName, request.SearchFlags));
    }
    return office::sequence_of(found);
}

void SAL_CALL dispatcher::dispatch(const com::sun::star::util::URL& url, const arguments& values) {
    run(url, values);
}

void SAL_CALL dispatcher::dispatchWithNotification(
    const com::sun::star::util::URL& url, const arguments& values,
    const uno::Reference<frame::XDispatchResultListener>& listener) {
    const outcome result = run(url, values);
    if (listener.is()) {
        frame::DispatchResultEvent event;
        event.Source = static_cast<cppu::OWeakObject*>(this);
        event.State = result.success ? frame::DispatchResultState::SUCCESS
                                     : frame::DispatchResultState::FAILURE;
        event.Result <<= office::to_uno(result.text);
        listener->dispatchFinished(event);
    }
}

void SAL_CALL dispatcher::addStatusListener(const uno::Reference<frame::XStatusListener>& listener,
                                            const com::sun::star::util::URL& url) {
    frame::FeatureStateEvent event;
    event.Source = static_cast<cppu::OWeakObject*>(this);
    event.FeatureURL = url;
    event.IsEnabled = true;
    listener->statusChanged(event);
}

void SAL_CALL
dispatcher::removeStatusListener(const uno::Reference<frame::XStatusListener>& /*listener*/,
                                 const com::sun::star::util::URL& /*url*/) {}

dispatcher::outcome dispatcher::run(const com::sun::star::util::URL& url, const arguments& values) {
    const busy_mark mark;
    if (!mark.taken()) {
        return {};
    }
    const bool is_new = url.Complete.equalsAscii("org.octroi:new");
    const bool silent =
        !text_of(values, "Folder").empty() || value_of(values, "Demonstration").hasValue();
    const std::string title = core::message(is_new ? "menu.new.title" : "menu.generate.title");
    core::set_language(office_language(context_));
    std::string fault;
    try {
        return is_new ? run_new(values) : run_generate(values);
    } catch (const core::user_error& error) {
        fault = error.what();
    } catch (const uno::Exception& error) {
        fault = core::message("menu.failure", {{"detail", office::detail_of(error)}});
        std::clog << "octroi: " << fault << '\n';
    } catch (const std::exception& error) {
        fault = core::message("menu.failure", {{"detail", error.what()}});
        std::clog << "octroi: " << fault << '\n';
    }
    if (!silent) {
        show_message(context_, frame_, message_kind::error, title, fault);
    }
    return {false, fault};
}

dispatcher::outcome dispatcher::run_new(const arguments& values) {
    bool demonstration = flag_of(values, "Demonstration");
    if (!value_of(values, "Demonstration").hasValue()) {
        const answer chosen =
            ask(context_, frame_, core::message("menu.new.title"), core::message("new.question"));
        if (chosen == answer::cancel) {
            return {};
        }
        demonstration = chosen == answer::yes;
    }
    const auto document = office::new_register(context_, demonstration);
    const uno::Reference<com::sun::star::document::XUndoManagerSupplier> undo(document,
                                                                              uno::UNO_QUERY_THROW);
    undo->getUndoManager()->clear();
    const uno::Reference<frame::XModel> model(document, uno::UNO_QUERY_THROW);
    office::show_register(document);
    model->getCurrentController()->getFrame()->getContainerWindow()->setFocus();
    return {true, {}};
}

dispatcher::outcome dispatcher::run_generate(const arguments& values) {
    const uno::Reference<frame::XModel> model(frame_.is() && frame_->getController().is()
                                                  ? frame_->getController()->getModel()
                                                  : uno::Reference<frame::XModel>());
    const office::spreadsheet_ref document(model, uno::UNO_QUERY);
    if (!document.is()) {
        throw core::user_error(core::error_kind::input, core::message("menu.not_register"));
    }
    const auto file = office::path_of(model->getURL());
    const std::string name =
        file.empty() ? office::from_uno(frame_->getName()) : file.filename().string();
    const auto book =
        office::read_register(document, name.empty() ? core::message("menu.unsaved") : name);
    if (book.find("actions") == nullptr) {
        throw core::user_error(core::error_kind::input, core::message("menu.not_register"));
    }
    office::generate_request request;
    const bool silent = !text_of(values, "Folder").empty();
    if (silent) {
        request = request_from(values);
    } else {
        const auto chosen = generate_dialog(context_, frame_, file.parent_path()).run();
        if (!chosen) {
            return {};
        }
        request = *chosen;
    }
    request.templates = package_folder(context_) / "templates";
    request.register_folder = file.parent_path();
    status_progress progress(frame_);
    const auto result = office::generate(context_, book, request, progress);
    progress.end();
    if (!silent) {
        const bool complete = result.count(core::document_status::failed) == 0;
        show_message(context_, frame_, complete ? message_kind::information : message_kind::warning,
                     core::message("menu.generate.title"), summary(result, request.folder));
    }
    return {true, core::to_json(result)};
}

rtl::OUString SAL_CALL dispatcher::getImplementationName() {
    return rtl::OUString::createFromAscii(implementation_name);
}

sal_Bool SAL_CALL dispatcher::supportsService(const rtl::OUString& name) {
    return cppu::supportsService(this, name);
}

uno::Sequence<rtl::OUString> SAL_CALL dispatcher::getSupportedServiceNames() {
    return office::sequence_of<rtl::OUString>({rtl::OUString::createFromAscii(service_name)});
}

} // namespace octroi::addon

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
org_octroi_Dispatcher_get_implementation(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    return cppu::acquire(new octroi::addon::dispatcher(context));
}
