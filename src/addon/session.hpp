/// @file
/// What is known of an open workbook: its last check, its last computation, the documents made of
/// it, and the work in progress. One for each document, shared by the windows that show it; gone
/// when the document is closed. All of it lives in the main loop.
#pragma once

#include "addon/command.hpp"
#include "addon/job.hpp"
#include "core/check/check.hpp"
#include "core/compute/computation.hpp"
#include "core/manifest.hpp"
#include "office/register_reader.hpp"
#include "office/requests.hpp"

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/uno/Reference.hxx>
#include <cppuhelper/weakref.hxx>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

using model_ref = com::sun::star::uno::Reference<com::sun::star::frame::XModel>;

/// How a job ended.
struct job_outcome {
    bool success = false;
    bool cancelled = false;
    std::string text; ///< what went wrong, ready to show
};

/// What of a session has changed.
enum class session_change {
    document, ///< its content, its name, or whether it is a register
    report,
    computation,
    documents,
    job ///< its progress, its beginning or its end
};

class session : public std::enable_shared_from_this<session> {
public:
    using pointer = std::shared_ptr<session>;
    using observer = std::function<void(session_change)>;
    using at_end = std::function<void(const job_outcome&)>;

    /// The one of a spreadsheet; null for another document.
    static pointer of(const office::context_ref& context, const model_ref& model);

    session(const session&) = delete;
    session& operator=(const session&) = delete;
    ~session();

    // The document.

    /// Null once it is closed.
    office::spreadsheet_ref document() const;
    std::filesystem::path file() const; ///< empty for one that was never saved
    std::string name() const;           ///< as messages give it
    bool is_register() const { return is_register_; }
    bool writable() const;

    // What is known of it.

    const std::optional<core::check::check_report>& report() const { return report_; }
    const std::optional<core::compute::computation>& computation() const { return computation_; }
    const std::optional<core::manifest>& documents() const { return documents_; }
    /// Folder of the documents.
    const std::filesystem::path& documents_folder() const { return documents_folder_; }
    /// Whether the register has been changed since.
    bool report_is_stale() const { return report_state_ != changes(); }
    bool computation_is_stale() const { return computation_state_ != changes(); }

    /// Takes over what a command found. `state` is that of the register it was found in.
    void keep(core::check::check_report report, std::uint64_t state);
    void keep(core::compute::computation computed, std::uint64_t state);
    void keep(core::manifest made, std::filesystem::path folder);

    /// Grows with each change of the document.
    std::uint64_t changes() const;
    /// What was changed since that state is no data of the register: what was known of it still
    /// holds.
    void disregard_since(std::uint64_t state);

    // Work on it, one job at a time.

    bool busy() const { return job_ != nullptr; }
    /// The running job; null if there is none.
    job* running() const { return job_.get(); }
    bool cancelling() const { return cancelling_; }
    /// Throws user_error (usage) if one is running.
    void start(std::unique_ptr<job> work, at_end done = {});
    void cancel();
    /// A posted step of the running job.
    void wake();
    /// What background work calls, from its thread, to be looked after.
    std::function<void()> waker();

    // Whoever shows it.

    /// `watch` is called, in the main loop, until the last copy of the token returned is gone.
    std::shared_ptr<void> watch(observer watch);

    const office::context_ref& context() const { return context_; }

private:
    class document_watch;

    session(office::context_ref context, const model_ref& model);

    void step();
    void end(const job_outcome& outcome);
    void tell(session_change what);
    void look_at_document();
    void document_closed();

    office::context_ref context_;
    com::sun::star::uno::WeakReference<com::sun::star::frame::XModel> model_;
    com::sun::star::uno::Reference<com::sun::star::uno::XInterface> listener_;
    document_watch* document_watch_ = nullptr; ///< owned by listener_
    bool is_register_ = false;

    std::optional<core::check::check_report> report_;
    std::optional<core::compute::computation> computation_;
    std::optional<core::manifest> documents_;
    std::filesystem::path documents_folder_;
    std::uint64_t report_state_ = 0;
    std::uint64_t computation_state_ = 0;

    std::shared_ptr<job> job_;
    at_end at_end_;
    bool cancelling_ = false;
    bool stepping_ = false;
    bool woken_meanwhile_ = false; ///< during a step

    struct watcher {
        std::weak_ptr<void> token;
        observer call;
    };
    std::vector<watcher> watchers_;
};

/// The one of the document that a window shows; null if that is no spreadsheet.
session::pointer session_of(const office::context_ref& context, const frame_ref& frame);

} // namespace octroi::addon
