#include "addon/main_loop.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <cppuhelper/implbase1.hxx>

#include <chrono>
#include <future>
#include <iostream>
#include <memory>
#include <thread>
#include <unistd.h>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

namespace {

class posted_work : public cppu::WeakImplHelper1<awt::XCallback> {
public:
    explicit posted_work(std::function<void()> work) : work_(std::move(work)) {}

    void SAL_CALL notify(const uno::Any& /*data*/) override {
        try {
            work_();
        } catch (const uno::Exception& error) {
            std::clog << "octroi: " << office::detail_of(error) << '\n';
        } catch (const std::exception& error) {
            std::clog << "octroi: " << error.what() << '\n';
        }
        work_ = {}; // what it holds goes now, on this thread
    }

private:
    std::function<void()> work_;
};

} // namespace

void post(const office::context_ref& context, std::function<void()> work) {
    const uno::Reference<awt::XCallback> callback(new posted_work(std::move(work)));
    awt::AsyncCallback::create(context)->addCallback(callback, {});
}

void run_in_main_loop(const office::context_ref& context, const std::function<void()>& work) {
    if (gettid() == getpid()) {
        work(); // LibreOffice runs its main loop in the first thread
        return;
    }
    const auto task = std::make_shared<std::packaged_task<void()>>(work);
    auto end = task->get_future();
    post(context, [task] { (*task)(); });
    end.get();
}

void post_after_pause(const office::context_ref& context, std::function<void()> work) {
    static constexpr std::chrono::milliseconds pause{10};
    // Not joined: posting waits for LibreOffice's lock, which whoever would join it holds.
    std::thread([context, work = std::move(work)] {
        std::this_thread::sleep_for(pause);
        try {
            post(context, work);
        } catch (const uno::Exception& error) {
            // LibreOffice is ending: nobody waits any more.
            std::clog << "octroi: " << office::detail_of(error) << '\n';
        }
    }).detach();
}

} // namespace octroi::addon
