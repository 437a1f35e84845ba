#include "addon/dispatcher.hpp"

#include "addon/fault_text.hpp"
#include "addon/help_key.hpp"
#include "addon/main_loop.hpp"
#include "addon/package.hpp"
#include "addon/session.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/DispatchResultState.hpp>
#include <com/sun/star/frame/FeatureStateEvent.hpp>
#include <cppuhelper/supportsservice.hxx>

#include <array>
#include <atomic>

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

struct known_command {
    const char* url;
    const char* title; ///< key of the message
    outcome (*run)(const command_call& call);
    bool at_any_time = false; ///< also while another runs: its dialog is what one needs help with
};

/// A link in a page of the help names its page behind a question mark.
sal_Int32 end_of_name(const com::sun::star::util::URL& url) {
    const auto mark = url.Complete.indexOf('?');
    return mark < 0 ? url.Complete.getLength() : mark;
}

command_call::arguments with_page(const com::sun::star::util::URL& url,
                                  const command_call::arguments& values) {
    const auto end = end_of_name(url);
    if (end == url.Complete.getLength()) {
        return values;
    }
    return office::properties({{"Topic", uno::Any(url.Complete.copy(end + 1))}});
}

const known_command* find_command(const com::sun::star::util::URL& url) {
    static constexpr std::array<known_command, 13> commands = {
        {{"org.octroi:new", "menu.new.title", new_command},
         {"org.octroi:adopt", "mapping.title", adopt_command},
         {"org.octroi:check", "menu.check.title", check_command},
         {"org.octroi:correct", "menu.correct.title", correct_command},
         {"org.octroi:compute", "menu.compute.title", compute_command},
         {"org.octroi:compare", "menu.compare.title", compare_command},
         {"org.octroi:generate", "menu.generate.title", generate_command},
         {"org.octroi:insert_field", "author.insert.title", insert_field_command},
         {"org.octroi:template", "author.check.title", template_command},
         {"org.octroi:preview_template", "author.preview.title", preview_template_command},
         {"org.octroi:stop", "menu.stop.title", stop_command, true},
         {"org.octroi:panel", "menu.panel.title", panel_command, true},
         {"org.octroi:help", "menu.help.title", help_command, true}}};
    const auto name = url.Complete.copy(0, end_of_name(url));
    for (const auto& command : commands) {
        if (name.equalsAscii(command.url)) {
            return &command;
        }
    }
    return nullptr;
}

bool is_stop(const com::sun::star::util::URL& url) {
    return url.Complete == "org.octroi:stop";
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
    return find_command(url) == nullptr ? uno::Reference<frame::XDispatch>()
                                        : uno::Reference<frame::XDispatch>(this);
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
    run_in_main_loop(context_, [&] { run(url, values); });
}

void SAL_CALL dispatcher::dispatchWithNotification(
    const com::sun::star::util::URL& url, const arguments& values,
    const uno::Reference<frame::XDispatchResultListener>& listener) {
    // Over a pipe it comes on another thread, and what it changes is in use in the main one.
    outcome result;
    run_in_main_loop(context_, [&] { result = run(url, values); });
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
    tell_status(listener, url);
    const auto known = is_stop(url) ? session_of(context_, frame_) : nullptr;
    if (known == nullptr) {
        return;
    }
    const uno::WeakReference<frame::XDispatch> self(this);
    buttons_.push_back({listener, known->watch([self, this, listener, url](session_change what) {
                            const uno::Reference<frame::XDispatch> alive(self);
                            if (alive.is() && what == session_change::job) {
                                tell_status(listener, url);
                            }
                        })});
}

void SAL_CALL
dispatcher::removeStatusListener(const uno::Reference<frame::XStatusListener>& listener,
                                 const com::sun::star::util::URL& /*url*/) {
    std::erase_if(buttons_, [&](const auto& one) { return one.listener == listener; });
}

void dispatcher::tell_status(const uno::Reference<frame::XStatusListener>& listener,
                             const com::sun::star::util::URL& url) const {
    frame::FeatureStateEvent event;
    event.Source = uno::Reference<frame::XDispatch>(const_cast<dispatcher*>(this));
    event.FeatureURL = url;
    event.IsEnabled = true;
    if (is_stop(url)) {
        const auto known = session_of(context_, frame_);
        event.IsEnabled = known != nullptr && known->busy();
    }
    listener->statusChanged(event);
}

outcome dispatcher::run(const com::sun::star::util::URL& url, const arguments& values) {
    const auto* command = find_command(url);
    if (command == nullptr) {
        return {};
    }
    const busy_mark mark;
    if (!mark.taken() && !command->at_any_time) {
        return {};
    }
    const command_call call(context_, frame_, with_page(url, values));
    const bool silent = call.has("Folder") || call.has("Demonstration") || call.has("Scenarios") ||
                        call.has("Map") || call.has("Name") || call.has("Register") ||
                        call.flag("Silent");
    core::set_language(office_language(context_));
    std::string fault;
    try {
        watch_help_key(context_);
        return command->run(call);
    } catch (...) {
        fault = fault_text();
    }
    if (!silent) {
        show_message(context_, frame_, message_kind::error, core::message(command->title), fault);
    }
    return {false, fault};
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
