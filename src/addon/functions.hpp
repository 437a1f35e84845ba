/// @file
/// The functions in Calc (`idl/org/octroi/XFunctions.idl`): arguments in, a call of the core, the
/// result out.
#pragma once

#include "core/spelling.hpp"
#include "office/document_loader.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/lang/XServiceName.hpp>
#include <cppuhelper/implbase3.hxx>

#include <mutex>
#include <org/octroi/XFunctions.hpp>

namespace octroi::addon {

class functions
    : public cppu::WeakImplHelper3<org::octroi::XFunctions, com::sun::star::lang::XServiceName,
                                   com::sun::star::lang::XServiceInfo> {
public:
    explicit functions(office::context_ref context) : context_(std::move(context)) {}

    using any = com::sun::star::uno::Any;
    using caller = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;
    using any_rows = com::sun::star::uno::Sequence<com::sun::star::uno::Sequence<any>>;

    using cells = com::sun::star::uno::Reference<com::sun::star::table::XCellRange>;

    // XFunctions
    any_rows SAL_CALL check(const caller& document, const cells& range,
                            const rtl::OUString& table) override;
    double SAL_CALL siret(const any& number) override;
    double SAL_CALL siren(const any& number) override;
    any SAL_CALL commune(const any& commune, const any& field) override;
    double SAL_CALL councilRequired(const caller& document, const any& population, const any& date,
                                    const any& zone) override;
    double SAL_CALL contractEnd(const caller& document, const any& effect,
                                const any& months) override;
    rtl::OUString SAL_CALL contractState(const caller& document, const any& kind, const any& effect,
                                         const any& end, const any& date) override;
    any_rows SAL_CALL apportion(const any& envelope, const any_rows& requests, const any& unit,
                                const any& mode, const any& floor) override;
    double SAL_CALL round(const any& amount, const any& unit, const any& direction) override;
    rtl::OUString SAL_CALL amountInWords(const any& amount) override;
    double SAL_CALL grant(const caller& document, const cells& action, const cells& scale,
                          const any& financings, const any& slices, const any& communes,
                          const any& contracts) override;
    any_rows SAL_CALL grants(const caller& document, const cells& actions, const cells& scale,
                             const any& financings, const any& slices, const any& communes,
                             const any& contracts) override;
    rtl::OUString SAL_CALL explanation(const caller& document, const cells& action,
                                       const cells& scale, const any& financings, const any& slices,
                                       const any& communes, const any& contracts) override;

    // XServiceName: what Calc makes the object by.
    rtl::OUString SAL_CALL getServiceName() override;

    // XServiceInfo
    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

private:
    office::context_ref context_;
    std::mutex spelling_;          ///< of the speller and the words it keeps
    core::number_speller speller_; ///< made at the first call that needs it
};

} // namespace octroi::addon
