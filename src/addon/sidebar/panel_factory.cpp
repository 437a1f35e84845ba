// Makes the panels that Sidebar.xcu names, as Factories.xcu says.
#include "addon/sidebar/panel.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/ui/XUIElementFactory.hpp>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>

#include <iostream>

namespace octroi::addon {

namespace {

namespace ui = com::sun::star::ui;

constexpr const char* implementation_name = "org.octroi.comp.PanelFactory";
constexpr const char* service_name = "org.octroi.PanelFactory";

class panel_factory
    : public cppu::WeakImplHelper2<ui::XUIElementFactory, com::sun::star::lang::XServiceInfo> {
public:
    explicit panel_factory(office::context_ref context) : context_(std::move(context)) {}

    uno::Reference<ui::XUIElement> SAL_CALL
    createUIElement(const rtl::OUString& url,
                    const uno::Sequence<com::sun::star::beans::PropertyValue>& values) override {
        panel_place place;
        for (const auto& value : values) {
            if (value.Name == "Frame") {
                value.Value >>= place.frame;
            } else if (value.Name == "ParentWindow") {
                value.Value >>= place.parent;
            } else if (value.Name == "Sidebar") {
                value.Value >>= place.sidebar;
            }
        }
        try {
            return {panel::make(context_, url, place).get()};
        } catch (const uno::Exception& error) {
            std::clog << "octroi: " << office::detail_of(error) << '\n'; // LibreOffice is silent
            throw;
        } catch (const std::exception& error) {
            std::clog << "octroi: " << error.what() << '\n';
            throw uno::RuntimeException(office::to_uno(error.what()), *this);
        }
    }

    rtl::OUString SAL_CALL getImplementationName() override {
        return rtl::OUString::createFromAscii(implementation_name);
    }
    sal_Bool SAL_CALL supportsService(const rtl::OUString& name) override {
        return cppu::supportsService(this, name);
    }
    uno::Sequence<rtl::OUString> SAL_CALL getSupportedServiceNames() override {
        return office::sequence_of<rtl::OUString>({rtl::OUString::createFromAscii(service_name)});
    }

private:
    office::context_ref context_;
};

} // namespace

} // namespace octroi::addon

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface*
org_octroi_PanelFactory_get_implementation(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
    return cppu::acquire(new octroi::addon::panel_factory(context));
}
