/// @file
/// The commands of the menu Octroi: `org.octroi:new` and `org.octroi:generate`.
///
/// Without arguments a command asks in a dialog. With arguments (`Folder`, `Formats`, `Draft`,
/// `Overwrite`, `Where` for generate; `Demonstration` for new) it works without one, for macros and
/// tests: its result is the manifest as JSON, or the text of the error.
#pragma once

#include "office/document_loader.hpp"
#include "office/requests.hpp"

#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase4.hxx>

#include <string>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

class dispatcher
    : public cppu::WeakImplHelper4<
          com::sun::star::frame::XDispatchProvider, com::sun::star::frame::XNotifyingDispatch,
          com::sun::star::lang::XInitialization, com::sun::star::lang::XServiceInfo> {
public:
    explicit dispatcher(office::context_ref context) : context_(std::move(context)) {}

    using arguments = uno::Sequence<com::sun::star::beans::PropertyValue>;

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
    struct outcome {
        bool success = false;
        std::string text;
    };

    outcome run(const com::sun::star::util::URL& url, const arguments& values);
    outcome run_new(const arguments& values);
    outcome run_generate(const arguments& values);

    office::context_ref context_;
    uno::Reference<com::sun::star::frame::XFrame> frame_;
};

} // namespace octroi::addon
