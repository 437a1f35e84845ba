/// @file
/// The page *Octroi* of LibreOffice's options.
#pragma once

#include "addon/dialog_controls.hpp"
#include "addon/settings.hpp"

#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <cppuhelper/implbase2.hxx>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

/// LibreOffice makes one for each page that it shows and tells it `external_event` with
/// « initialize », « ok » or « back ». The page is only known during a call: it holds us.
class options_page : public cppu::WeakImplHelper2<com::sun::star::awt::XContainerWindowEventHandler,
                                                  com::sun::star::lang::XServiceInfo> {
public:
    using window_type = com::sun::star::uno::Reference<com::sun::star::awt::XWindow>;

    explicit options_page(office::context_ref context) : context_(std::move(context)) {}

    sal_Bool SAL_CALL callHandlerMethod(const window_type& window,
                                        const com::sun::star::uno::Any& event,
                                        const rtl::OUString& method) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override;

    rtl::OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override;
    com::sun::star::uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override;

    /// Writes what the page says. What makes no sense stays as it was before; the answer says why.
    std::vector<std::string> save(const dialog_controls& controls) const;

private:
    struct handler_method {
        const char* name; ///< as the page's file says it
        void (options_page::*run)(const dialog_controls& controls);
    };
    static const std::vector<handler_method>& handler_methods();

    bool handle(const window_type& window, const com::sun::star::uno::Any& event,
                const rtl::OUString& method);
    void tell(const window_type& window, const std::string& text) const;

    /// Puts the settings that hold into the page.
    void fill(const dialog_controls& controls);
    void show_rules(const dialog_controls& controls) const;
    void show_level(const dialog_controls& controls) const;
    void browse(const dialog_controls& controls, const char* box) const;

    // What the page's file names.
    void on_browse_output(const dialog_controls& controls);
    void on_browse_templates(const dialog_controls& controls);
    void on_rule(const dialog_controls& controls);
    void on_level(const dialog_controls& controls);
    void on_reset(const dialog_controls& controls);

    office::context_ref context_;
    core::check::severity_choices severities_; ///< as the page shows them
    std::size_t rule_ = 0;                     ///< the one whose level is shown
    bool filling_ = false;                     ///< changes are ours, not the user's
};

} // namespace octroi::addon
