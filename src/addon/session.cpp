#include "addon/session.hpp"

#include "addon/fault_text.hpp"
#include "addon/main_loop.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/register_recognition.hpp"
#include "office/undo.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/document/XDocumentEventBroadcaster.hpp>
#include <com/sun/star/document/XUndoManagerListener.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <cppuhelper/implbase2.hxx>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <map>
#include <mutex>

namespace octroi::addon {

namespace document = com::sun::star::document;
namespace lang = com::sun::star::lang;

/// Counts the changes of a document and hears of its end. LibreOffice calls it whenever it likes,
/// from whatever thread: all it does is to count and to post.
class session::document_watch : public cppu::WeakImplHelper2<document::XUndoManagerListener,
                                                             document::XDocumentEventListener> {
public:
    document_watch(office::context_ref context, std::weak_ptr<session> of)
        : context_(std::move(context)), of_(std::move(of)) {}

    std::uint64_t changes() const { return changes_; }
    /// The document was looked at: the next change is to be posted again.
    void looked_at() { posted_ = false; }

    void SAL_CALL undoActionAdded(const document::UndoManagerEvent& /*event*/) override {
        changed();
    }
    void SAL_CALL actionUndone(const document::UndoManagerEvent& /*event*/) override { changed(); }
    void SAL_CALL actionRedone(const document::UndoManagerEvent& /*event*/) override { changed(); }
    void SAL_CALL allActionsCleared(const lang::EventObject& /*event*/) override {}
    void SAL_CALL redoActionsCleared(const lang::EventObject& /*event*/) override {}
    void SAL_CALL resetAll(const lang::EventObject& /*event*/) override {}
    void SAL_CALL enteredContext(const document::UndoManagerEvent& /*event*/) override {}
    void SAL_CALL enteredHiddenContext(const document::UndoManagerEvent& /*event*/) override {}
    void SAL_CALL leftContext(const document::UndoManagerEvent& /*event*/) override { changed(); }
    void SAL_CALL leftHiddenContext(const document::UndoManagerEvent& /*event*/) override {
        changed();
    }
    void SAL_CALL cancelledContext(const document::UndoManagerEvent& /*event*/) override {}

    void SAL_CALL documentEventOccured(const document::DocumentEvent& event) override {
        if (event.EventName == "OnSaveAsDone" || event.EventName == "OnTitleChanged") {
            ask_to_look();
        }
    }

    void SAL_CALL disposing(const lang::EventObject& /*event*/) override {
        if (const auto owner = of_.lock()) {
            owner->document_closed();
        }
    }

private:
    void changed() {
        ++changes_;
        ask_to_look();
    }

    void ask_to_look() {
        if (posted_.exchange(true)) {
            return;
        }
        post(context_, [of = of_] {
            if (const auto owner = of.lock()) {
                owner->look_at_document();
            }
        });
    }

    office::context_ref context_;
    std::weak_ptr<session> of_;
    std::atomic<std::uint64_t> changes_ = 0;
    std::atomic<bool> posted_ = false;
};

namespace {

/// The sessions of the documents that are open.
class session_register {
public:
    static session_register& all() {
        static session_register only;
        return only;
    }

    session::pointer find(const void* model) {
        const std::lock_guard lock(mutex_);
        const auto found = sessions_.find(model);
        return found == sessions_.end() ? nullptr : found->second;
    }
    void add(const void* model, session::pointer made) {
        const std::lock_guard lock(mutex_);
        sessions_.emplace(model, std::move(made));
    }
    /// What is taken out dies after the lock is off.
    session::pointer take(const session* which) {
        const std::lock_guard lock(mutex_);
        const auto found = std::find_if(sessions_.begin(), sessions_.end(),
                                        [&](const auto& one) { return one.second.get() == which; });
        if (found == sessions_.end()) {
            return nullptr;
        }
        auto taken = std::move(found->second);
        sessions_.erase(found);
        return taken;
    }

private:
    std::mutex mutex_;
    std::map<const void*, session::pointer> sessions_;
};

/// What tells one document from another.
const void* identity_of(const model_ref& model) {
    return uno::Reference<uno::XInterface>(model, uno::UNO_QUERY).get();
}

} // namespace

session::pointer session::of(const office::context_ref& context, const model_ref& model) {
    const office::spreadsheet_ref spreadsheet(model, uno::UNO_QUERY);
    if (!spreadsheet.is()) {
        return nullptr;
    }
    auto& all = session_register::all();
    if (auto known = all.find(identity_of(model))) {
        return known;
    }
    const pointer made(new session(context, model));
    made->document_watch_ = new document_watch(context, made);
    made->listener_.set(static_cast<cppu::OWeakObject*>(made->document_watch_));
    office::undo_list_of(spreadsheet)->addUndoManagerListener(made->document_watch_);
    uno::Reference<document::XDocumentEventBroadcaster>(model, uno::UNO_QUERY_THROW)
        ->addDocumentEventListener(made->document_watch_);
    model->addEventListener(uno::Reference<lang::XEventListener>(
        static_cast<document::XDocumentEventListener*>(made->document_watch_)));
    made->is_register_ = office::is_register(spreadsheet);
    all.add(identity_of(model), made);
    return made;
}

session::session(office::context_ref context, const model_ref& model)
    : context_(std::move(context)), model_(model) {}

session::~session() = default;

office::spreadsheet_ref session::document() const {
    return {model_ref(model_), uno::UNO_QUERY};
}

std::filesystem::path session::file() const {
    const model_ref model(model_);
    return model.is() ? office::path_of(model->getURL()) : std::filesystem::path();
}

std::string session::name() const {
    const auto known = file();
    return known.empty() ? core::message("menu.unsaved") : known.filename().string();
}

bool session::writable() const {
    const uno::Reference<com::sun::star::frame::XStorable> storable(model_ref(model_),
                                                                    uno::UNO_QUERY);
    return storable.is() && !storable->isReadonly();
}

std::uint64_t session::changes() const {
    return document_watch_->changes();
}

void session::disregard_since(std::uint64_t state) {
    for (auto* known : {&report_state_, &computation_state_}) {
        *known = *known == state ? changes() : *known;
    }
}

void session::keep(core::check::check_report report, std::uint64_t state) {
    report_ = std::move(report);
    report_state_ = state;
    tell(session_change::report);
}

void session::keep(core::compute::computation computed, std::uint64_t state) {
    computation_ = std::move(computed);
    computation_state_ = state;
    tell(session_change::computation);
}

void session::keep(core::manifest made, std::filesystem::path folder) {
    documents_ = std::move(made);
    documents_folder_ = std::move(folder);
    tell(session_change::documents);
}

void session::start(std::unique_ptr<job> work, at_end done) {
    if (busy()) {
        throw core::user_error(core::error_kind::usage,
                               core::message("job.busy", {{"job", job_->title()}}));
    }
    job_ = std::move(work);
    at_end_ = std::move(done);
    cancelling_ = false;
    tell(session_change::job);
    wake();
}

void session::cancel() {
    if (job_ == nullptr) {
        return;
    }
    cancelling_ = true;
    job_->cancel();
    tell(session_change::job);
}

void session::wake() {
    post_after_pause(context_, [weak = weak_from_this()] {
        if (const auto self = weak.lock()) {
            self->step();
        }
    });
}

std::function<void()> session::waker() {
    return [context = context_, weak = weak_from_this()] {
        try {
            post(context, [weak] {
                if (const auto self = weak.lock()) {
                    self->step();
                }
            });
        } catch (const uno::Exception& error) {
            // LibreOffice is ending: nobody waits any more.
            std::clog << "octroi: " << office::detail_of(error) << '\n';
        }
    };
}

void session::step() {
    if (job_ == nullptr) {
        return;
    }
    // A step, or whoever shows its progress, may let LibreOffice handle events, and so come back.
    if (stepping_) {
        woken_meanwhile_ = true;
        return;
    }
    const auto running = job_; // lives to the end of the step, come what may
    job_outcome outcome;
    auto after = job::next::over;
    stepping_ = true;
    woken_meanwhile_ = false;
    try {
        after = running->step();
        outcome.success = true;
        if (after != job::next::over) {
            tell(session_change::job);
        }
    } catch (const core::user_error& error) {
        outcome.text = error.what();
        outcome.cancelled = error.kind() == core::error_kind::interrupted;
        after = job::next::over;
    } catch (...) {
        outcome.text = fault_text();
        after = job::next::over;
    }
    stepping_ = false;
    if (job_ != running) {
        return; // the document was closed meanwhile
    }
    if (after == job::next::over) {
        outcome.cancelled = outcome.cancelled || (outcome.success && cancelling_);
        end(outcome);
    } else if (after == job::next::again || woken_meanwhile_) {
        wake();
    }
}

void session::end(const job_outcome& outcome) {
    const auto finished = std::exchange(job_, nullptr);
    const auto done = std::exchange(at_end_, {});
    cancelling_ = false;
    tell(session_change::job);
    if (done) {
        done(outcome);
    }
}

std::shared_ptr<void> session::watch(observer watch) {
    auto token = std::make_shared<char>();
    watchers_.push_back({token, std::move(watch)});
    return token;
}

void session::tell(session_change what) {
    std::erase_if(watchers_, [](const watcher& one) { return one.token.expired(); });
    const auto those_now = watchers_; // one of them may bring another
    for (const auto& one : those_now) {
        if (const auto alive = one.token.lock()) {
            one.call(what);
        }
    }
}

void session::look_at_document() {
    document_watch_->looked_at();
    const auto open = document();
    if (!open.is()) {
        return;
    }
    is_register_ = office::is_register(open);
    tell(session_change::document);
}

void session::document_closed() {
    const auto self = session_register::all().take(this); // lives to the end of this
    model_.clear(); // it may be held by others and live on, without sheets
    if (job_ != nullptr) {
        job_->cancel();
    }
    at_end_ = {};
    job_.reset();
    watchers_.clear();
}

session::pointer session_of(const office::context_ref& context, const frame_ref& frame) {
    const auto controller =
        frame.is() ? frame->getController() : uno::Reference<com::sun::star::frame::XController>();
    return controller.is() ? session::of(context, controller->getModel()) : nullptr;
}

} // namespace octroi::addon
