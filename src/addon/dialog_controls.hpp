/// @file
/// The controls of a dialog, a page or a panel, by their names.
#pragma once

#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/uno/Reference.hxx>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace octroi::addon {

class dialog_controls {
public:
    dialog_controls() = default;
    explicit dialog_controls(
        const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& dialog)
        : controls_(dialog, com::sun::star::uno::UNO_QUERY_THROW) {}

    /// Of a label, a button or a line.
    void label(const std::string& name, const std::string& text) const;
    void colour(const std::string& name, std::int32_t colour) const;
    void usual_colour(const std::string& name) const;
    /// Shown beside the pointer; the accessible name of a field that comes before all labels in the
    /// dialog's file.
    void help(const std::string& name, const std::string& text) const;

    void write(const std::string& box, const std::string& text) const;
    std::string read(const std::string& box) const;

    void check(const std::string& box, bool checked) const;
    bool checked(const std::string& box) const;

    /// Fills a list anew; its first item is chosen.
    void offer(const std::string& list, const std::vector<std::string>& items) const;
    /// Another text for one item; the choice stays.
    void rename(const std::string& list, std::size_t position, const std::string& item) const;
    void choose(const std::string& list, std::size_t position) const;
    std::size_t chosen(const std::string& list) const;
    std::string text_of_choice(const std::string& list) const;

    void enable(const std::string& name, bool enabled) const;
    void focus(const std::string& name) const;
    bool has_focus(const std::string& name) const;

protected:
    template <class Interface>
    com::sun::star::uno::Reference<Interface> control(const std::string& name) const {
        return {controls_->getControl(rtl::OUString::createFromAscii(name.c_str())),
                com::sun::star::uno::UNO_QUERY_THROW};
    }
    com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>
    model(const std::string& name) const;

private:
    com::sun::star::uno::Reference<com::sun::star::awt::XControlContainer> controls_;
};

} // namespace octroi::addon
