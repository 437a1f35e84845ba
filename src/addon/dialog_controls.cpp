#include "addon/dialog_controls.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/XPropertyState.hpp>

#include <algorithm>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;
namespace beans = com::sun::star::beans;

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

void dialog_controls::check(const std::string& box, bool checked) const {
    control<awt::XCheckBox>(box)->setState(checked ? 1 : 0);
}

bool dialog_controls::checked(const std::string& box) const {
    return control<awt::XCheckBox>(box)->getState() == 1;
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

void dialog_controls::rename(const std::string& list, std::size_t position,
                             const std::string& item) const {
    const auto box = control<awt::XListBox>(list);
    const auto at = static_cast<sal_Int16>(position);
    const auto choice = box->getSelectedItemPos();
    box->removeItems(at, 1);
    box->addItem(office::to_uno(item), at);
    box->selectItemPos(choice, true);
}

void dialog_controls::choose(const std::string& list, std::size_t position) const {
    control<awt::XListBox>(list)->selectItemPos(static_cast<sal_Int16>(position), true);
}

std::size_t dialog_controls::chosen(const std::string& list) const {
    return static_cast<std::size_t>(
        std::max<sal_Int16>(0, control<awt::XListBox>(list)->getSelectedItemPos()));
}

std::string dialog_controls::text_of_choice(const std::string& list) const {
    return office::from_uno(control<awt::XListBox>(list)->getSelectedItem());
}

void dialog_controls::enable(const std::string& name, bool enabled) const {
    model(name)->setPropertyValue("Enabled", uno::Any(enabled));
}

bool dialog_controls::has_focus(const std::string& name) const {
    return control<awt::XWindow2>(name)->hasFocus();
}

void dialog_controls::focus(const std::string& name) const {
    control<awt::XWindow>(name)->setFocus();
}

} // namespace octroi::addon
