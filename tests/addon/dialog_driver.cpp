#include "dialog_driver.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/AccessibleStateType.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleStateSet.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace accessibility = com::sun::star::accessibility;

namespace role = accessibility::AccessibleRole;

namespace {

/// What is inside, but for the parts of lists.
template <class Visit>
void visit(const uno::Reference<accessibility::XAccessibleContext>& of, const Visit& use) {
    for (sal_Int32 i = 0; i < of->getAccessibleChildCount(); ++i) {
        const auto child = of->getAccessibleChild(i);
        if (child.is() && child->getAccessibleContext().is()) {
            use(child->getAccessibleContext());
            if (child->getAccessibleContext()->getAccessibleRole() != role::COMBO_BOX) {
                visit(child->getAccessibleContext(), use);
            }
        }
    }
}

} // namespace

dialog_driver::dialog_driver(dialog_ref dialog) : dialog_(std::move(dialog)) {
    uno::Reference<awt::XWindow>(dialog_, uno::UNO_QUERY_THROW)->setVisible(true);
}

dialog_driver::accessible_ref dialog_driver::context_of(const dialog_ref& control) {
    return uno::Reference<accessibility::XAccessible>(
               uno::Reference<awt::XControl>(control, uno::UNO_QUERY_THROW)->getPeer(),
               uno::UNO_QUERY_THROW)
        ->getAccessibleContext();
}

std::vector<std::string> dialog_driver::unnamed() const {
    std::vector<std::string> found;
    visit(context_of(dialog_), [&](const accessible_ref& control) {
        if (control->getAccessibleName().isEmpty() &&
            control->getAccessibleStateSet()->contains(
                accessibility::AccessibleStateType::FOCUSABLE)) {
            found.push_back("role " + std::to_string(control->getAccessibleRole()));
        }
    });
    return found;
}

std::vector<std::string> dialog_driver::fields() const {
    std::vector<std::string> found;
    visit(context_of(dialog_), [&](const accessible_ref& control) {
        const auto kind = control->getAccessibleRole();
        if (kind == role::TEXT || kind == role::COMBO_BOX || kind == role::LIST) {
            found.push_back(office::from_uno(control->getAccessibleName()));
        }
    });
    return found;
}

void dialog_driver::type(const std::string& box, const std::string& text) const {
    control<awt::XTextComponent>(box)->setText(office::to_uno(text));
}

std::string dialog_driver::typed(const std::string& box) const {
    return office::from_uno(control<awt::XTextComponent>(box)->getText());
}

void dialog_driver::choose(const std::string& list, int position) const {
    control<awt::XListBox>(list)->selectItemPos(static_cast<sal_Int16>(position), true);
}

std::string dialog_driver::chosen(const std::string& list) const {
    return office::from_uno(control<awt::XListBox>(list)->getSelectedItem());
}

std::string dialog_driver::item(const std::string& list, int position) const {
    return office::from_uno(
        control<awt::XListBox>(list)->getItem(static_cast<sal_Int16>(position)));
}

int dialog_driver::items(const std::string& list) const {
    return control<awt::XListBox>(list)->getItemCount();
}

void dialog_driver::check(const std::string& box, bool checked) const {
    control<awt::XCheckBox>(box)->setState(checked ? 1 : 0);
}

bool dialog_driver::checked(const std::string& box) const {
    return control<awt::XCheckBox>(box)->getState() == 1;
}

std::string dialog_driver::label(const std::string& name) const {
    rtl::OUString text;
    uno::Reference<com::sun::star::beans::XPropertySet>(control<awt::XControl>(name)->getModel(),
                                                        uno::UNO_QUERY_THROW)
        ->getPropertyValue("Label") >>= text;
    return office::from_uno(text);
}

} // namespace octroi::test
