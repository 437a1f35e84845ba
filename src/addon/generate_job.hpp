/// @file
/// Making the documents of the register of a session, one a step, and writing their numbers and
/// their lines of Journal into it at the end.
#pragma once

#include "addon/job.hpp"
#include "addon/session.hpp"
#include "office/generation.hpp"

#include <memory>

namespace octroi::addon {

class generate_job : public job {
public:
    /// `of` outlives the job.
    generate_job(session& of, office::generate_request request)
        : session_(&of), request_(std::move(request)) {}
    generate_job(const generate_job&) = delete;
    generate_job& operator=(const generate_job&) = delete;
    /// If it was left before its end, the manifest tells of what is finished.
    ~generate_job() override;

    job_kind kind() const override { return job_kind::generate; }
    std::string title() const override;
    next step() override;
    job_progress progress() override;
    void cancel() override { cancelled_ = true; }

private:
    /// Writes what was made into the register, and tells the session.
    void keep(core::manifest made);

    session* session_;
    office::generate_request request_;
    std::unique_ptr<office::generation> run_;
    bool cancelled_ = false;
};

} // namespace octroi::addon
