#include "addon/generate_job.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/issue_record.hpp"

#include <iostream>

namespace octroi::addon {

generate_job::~generate_job() {
    try {
        if (run_ != nullptr) {
            run_->finish();
        }
    } catch (const core::user_error& error) {
        std::clog << "octroi: " << error.what() << '\n';
    }
}

std::string generate_job::title() const {
    return core::message("menu.generate.title");
}

job::next generate_job::step() {
    if (run_ == nullptr) {
        run_ = std::make_unique<office::generation>(
            session_->context(), office::read_register(session_->document(), session_->name()),
            request_);
    } else if (!cancelled_ && run_->done() < run_->total()) {
        try {
            run_->step();
        } catch (const core::user_error&) {
            keep(run_->made());
            throw;
        }
    }
    if (!cancelled_ && run_->done() < run_->total()) {
        return next::again;
    }
    try {
        run_->finish();
    } catch (const core::user_error&) {
        keep(run_->made());
        throw;
    }
    keep(run_->made());
    return next::over;
}

void generate_job::keep(core::manifest made) {
    office::record_issue(session_->context(), session_->document(), session_->name(),
                         run_->issued(), made);
    session_->keep(std::move(made), request_.folder);
    run_.reset();
}

job_progress generate_job::progress() {
    return run_ == nullptr ? job_progress()
                           : job_progress{run_->done(), run_->total(), run_->next()};
}

} // namespace octroi::addon
