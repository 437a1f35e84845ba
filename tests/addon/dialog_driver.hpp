/// @file
/// The controls of a dialog or a page in the running office, as a person or a screen reader meets
/// them.
#pragma once

#include "office/uno_values.hpp"

#include <com/sun/star/accessibility/XAccessibleContext.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/uno/XInterface.hpp>

#include <string>
#include <utility>
#include <vector>

namespace octroi::test {

class dialog_driver {
public:
    using dialog_ref = com::sun::star::uno::Reference<com::sun::star::uno::XInterface>;

    /// Shows it.
    explicit dialog_driver(dialog_ref dialog);

    /// Roles of what can get the focus and has no accessible name.
    std::vector<std::string> unnamed() const;
    /// Accessible names of the boxes and lists, in the order of the tab key.
    std::vector<std::string> fields() const;

    // By the names in the dialog's file.

    void type(const std::string& box, const std::string& text) const;
    std::string typed(const std::string& box) const;
    void choose(const std::string& list, int position) const;
    std::string chosen(const std::string& list) const;
    std::string item(const std::string& list, int position) const;
    int items(const std::string& list) const;
    void check(const std::string& box, bool checked) const;
    bool checked(const std::string& box) const;
    std::string label(const std::string& name) const;

protected:
    struct is_shown {};
    dialog_driver(dialog_ref dialog, is_shown /*already*/) : dialog_(std::move(dialog)) {}

    using accessible_ref =
        com::sun::star::uno::Reference<com::sun::star::accessibility::XAccessibleContext>;

    template <class Interface>
    com::sun::star::uno::Reference<Interface> control(const std::string& name) const {
        const com::sun::star::uno::Reference<com::sun::star::awt::XControlContainer> controls(
            dialog_, com::sun::star::uno::UNO_QUERY_THROW);
        return {controls->getControl(office::to_uno(name)), com::sun::star::uno::UNO_QUERY_THROW};
    }
    const dialog_ref& dialog() const { return dialog_; }
    static accessible_ref context_of(const dialog_ref& control);

private:
    dialog_ref dialog_;
};

} // namespace octroi::test
