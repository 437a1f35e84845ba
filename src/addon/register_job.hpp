/// @file
/// Jobs that read the register of a session, find something out on a thread of their own, and may
/// write it into the workbook.
#pragma once

#include "addon/job.hpp"
#include "addon/session.hpp"
#include "core/register.hpp"
#include "office/requests.hpp"

#include <cstdint>
#include <memory>

namespace octroi::addon {

/// Whether a job writes its results into the workbook, or only keeps them for the sidebar.
enum class results { kept, written };

template <class Result>
class register_job : public job {
public:
    next step() override;
    job_progress progress() override;
    void cancel() override;

protected:
    using finder = std::function<Result(const core::register_book&, core::progress_sink&)>;

    /// `of` outlives the job. `find` runs on another thread.
    register_job(session& of, finder find, results where)
        : session_(&of), find_(std::move(find)), where_(where) {}

    session& of() const { return *session_; }

    /// In the main loop.
    virtual void write(const office::spreadsheet_ref& document, const Result& found) = 0;

private:
    void begin();

    session* session_;
    finder find_;
    results where_;
    std::uint64_t state_ = 0; ///< of the register as read
    int readings_ = 0;
    std::shared_ptr<Result> found_;
    std::unique_ptr<background_work> work_;
};

class check_job : public register_job<core::check::check_report> {
public:
    check_job(session& of, const office::check_request& request, results where);
    job_kind kind() const override { return job_kind::check; }
    std::string title() const override;

private:
    void write(const office::spreadsheet_ref& document,
               const core::check::check_report& found) override;
};

class compute_job : public register_job<core::compute::computation> {
public:
    compute_job(session& of, const core::compute::compute_request& request, results where);
    job_kind kind() const override { return job_kind::compute; }
    std::string title() const override;
    /// Whether the results were written, and not in the register already.
    bool changed() const { return changed_; }

private:
    void write(const office::spreadsheet_ref& document,
               const core::compute::computation& found) override;

    bool changed_ = false;
};

} // namespace octroi::addon
