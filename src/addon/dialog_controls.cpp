#include "addon/dialog_controls.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>

#include <algorithm>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace beans = com::sun::star::beans;

template <class Interface>
uno::Reference<Interface> dialog_controls::control(const std::string& name) const {
    const uno::Reference<awt::XControlContainer> controls(dialog_, uno::UNO_QUERY_THROW);
    return {controls->getControl(office::to_uno(name)), uno::UNO_QUERY_THROW};
}

uno::Reference<beans::XPropertySet> dialog_controls::model(const std::string& name) const {
    return {control<awt::XControl>(name)->getModel(), uno::UNO_QUERY_THROW};
}

void dialog_controls::label(const std::string& name, const std::string& text) const {
    model(name)->setPropertyValue("Label", uno::Any(office::to_uno(text)));
}

void dialog_controls::colour(const std::string& name, std::int32_t colour) const {
    model(name)->setPropertyValue("TextColor", uno::Any(sal_Int32{colour}));
}

void dialog_controls::usual_colour(const std::string& name) const {
    uno::Reference<beans::XPropertyState>(model(name), uno::UNO_QUERY_THROW)
        ->setPropertyToDefault("TextColor");
}

void dialog_controls::help(const std::string& name, const std::string& text) const {
    model(name)->setPropertyValue("HelpText", uno::Any(office::to_uno(text)));
}

void dialog_controls::write(const std::string& box, const std::string& text) const {
    control<awt::XTextComponent>(box)->setText(office::to_uno(text));
}

std::string dialog_controls::read(const std::string& box) const {
    return office::from_uno(control<awt::XTextComponent>(box)->getText());
}

void dialog_controls::offer(const std::string& list, const std::vector<std::string>& items) const {
    std::vector<rtl::OUString> texts;
    for (const auto& item : items) {
        texts.push_back(office::to_uno(item));
    }
    const auto box = control<awt::XListBox>(list);
    box->removeItems(0, box->getItemCount());
    box->addItems(office::sequence_of(texts), 0);
    choose(list, 0);
}

void dialog_controls::choose(const std::string& list, std::size_t position) const {
    control<awt::XListBox>(list)->selectItemPos(static_cast<sal_Int16>(position), true);
}

std::size_t dialog_controls::chosen(const std::string& list) const {
    return static_cast<std::size_t>(
        std::max<sal_Int16>(0, control<awt::XListBox>(list)->getSelectedItemPos()));
}

void dialog_controls::enable(const std::string& name, bool enabled) const {
    model(name)->setPropertyValue("Enabled", uno::Any(enabled));
}

void dialog_controls::focus(const std::string& name) const {
    control<awt::XWindow>(name)->setFocus();
}

} // namespace octroi::addon
