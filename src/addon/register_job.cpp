#include "addon/register_job.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/checking.hpp"
#include "office/computing.hpp"

namespace octroi::addon {

namespace {

/// What was found of a register that changed meanwhile is not written; it is read again, so often.
constexpr int most_readings = 3;

} // namespace

template <class Result>
void register_job<Result>::begin() {
    if (++readings_ > most_readings) {
        throw core::user_error(core::error_kind::input, core::message("job.changed_meanwhile"));
    }
    state_ = session_->changes();
    auto book = std::make_shared<core::register_book>(
        office::read_register(session_->document(), session_->name()));
    found_ = std::make_shared<Result>();
    work_ = std::make_unique<background_work>(
        [book, find = find_, found = found_](core::progress_sink& progress) {
            *found = find(*book, progress);
        },
        session_->waker());
}

template <class Result>
job::next register_job<Result>::step() {
    if (work_ == nullptr) {
        begin();
        return next::woken;
    }
    if (!work_->finished()) {
        return next::woken;
    }
    work_->require_success();
    if (where_ == results::written) {
        if (state_ != session_->changes()) {
            work_.reset();
            return next::again;
        }
        write(session_->document(), *found_);
        state_ = session_->changes();
    }
    session_->keep(std::move(*found_), state_);
    return next::over;
}

template <class Result>
job_progress register_job<Result>::progress() {
    return work_ == nullptr ? job_progress() : work_->progress();
}

template <class Result>
void register_job<Result>::cancel() {
    if (work_ != nullptr) {
        work_->cancel();
    }
}

template class register_job<core::check::check_report>;
template class register_job<core::compute::computation>;

check_job::check_job(session& of, const office::check_request& request, results where)
    : register_job(
          of,
          [request](const core::register_book& book, core::progress_sink& progress) {
              return office::check_book(book, request, progress);
          },
          where) {}

std::string check_job::title() const {
    return core::message("menu.check.title");
}

void check_job::write(const office::spreadsheet_ref& document,
                      const core::check::check_report& found) {
    const auto before = of().changes();
    office::write_report(document, found);
    of().disregard_since(before);
}

compute_job::compute_job(session& of, const core::compute::compute_request& request, results where)
    : register_job(
          of,
          [request](const core::register_book& book, core::progress_sink& progress) {
              return core::compute::compute_register(book, request, progress);
          },
          where) {}

std::string compute_job::title() const {
    return core::message("menu.compute.title");
}

void compute_job::write(const office::spreadsheet_ref& document,
                        const core::compute::computation& found) {
    changed_ = office::write_computation(document, found);
}

} // namespace octroi::addon
