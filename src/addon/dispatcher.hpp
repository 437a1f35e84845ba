/// @file
/// Takes the URLs of the menu Octroi (`org.octroi:check`) to their commands (command.hpp).
#pragma once

#include "addon/command.hpp"

#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase4.hxx>

#include <memory>
#include <string>
#include <vector>

namespace octroi::addon {

class dispatcher
    : public cppu::WeakImplHelper4<
          com::sun::star::frame::XDispatchProvider, com::sun::star::frame::XNotifyingDispatch,
          com::sun::star::lang::XInitialization, com::sun::star::lang::XServiceInfo> {
public:
    explicit dispatcher(office::context_ref context) : context_(std::move(context)) {}

    using arguments = command_call::arguments;

    // XInitialization: the frame the menu belongs to.
    void SAL_CALL initialize(const uno::Sequence<uno::Any>& values) override;

    // XDispatchProvider
    uno::Reference<com::sun::star::frame::XDispatch>
        SAL_CALL queryDispatch(const com::sun::star::util::URL& url, const rtl::OUString& target,
                               sal_Int32 flags) override;
    uno::Sequence<uno::Reference<com::sun::star::frame::XDispatch>> SAL_CALL queryDispatches(
        const uno::Sequence<com::sun::star::frame::DispatchDescriptor>& requests) override;

    // XNotifyingDispatch
    void SAL_CALL dispatch(const com::sun::star::util::URL& url, const arguments& values) override;
    void SAL_CALL dispatchWithNotification(
        const com::sun::star::util::URL& url, const arguments& values,
        const uno::Reference<com::sun::star::frame::XDispatchResultListener>& listener) override;
    void SAL_CALL
    addStatusListener(const uno::Reference<com::sun::star::frame::XStatusListener>& listener,
                      const com::sun::star::util::URL& url) override;
    void SAL_CALL
    removeStatusListener(const uno::Reference<com::sun::star::frame::XStatusListener>& listener,
                         const com::sun::star::util::URL& url) override;

    // XServiceInfo
    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    outcome run(const com::sun::star::util::URL& url, const arguments& values);

    void tell_status(const uno::Reference<com::sun::star::frame::XStatusListener>& listener,
                     const com::sun::star::util::URL& url) const;

    office::context_ref context_;
    uno::Reference<com::sun::star::frame::XFrame> frame_;
    /// Of the command that stops the work in progress: its button follows the work.
    struct waiting_button {
        uno::Reference<com::sun::star::frame::XStatusListener> listener;
        std::shared_ptr<void> watching;
    };
    std::vector<waiting_button> buttons_;
};

} // namespace octroi::addon
