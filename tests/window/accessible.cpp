#include "accessible.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/accessibility/AccessibleRole.hpp>
#include <com/sun/star/accessibility/AccessibleStateType.hpp>
#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/accessibility/XAccessibleAction.hpp>
#include <com/sun/star/accessibility/XAccessibleComponent.hpp>
#include <com/sun/star/accessibility/XAccessibleSelection.hpp>
#include <com/sun/star/accessibility/XAccessibleStateSet.hpp>
#include <com/sun/star/accessibility/XAccessibleTable.hpp>
#include <com/sun/star/lang/DisposedException.hpp>
#include <com/sun/star/lang/IndexOutOfBoundsException.hpp>

#include <chrono>
#include <stdexcept>
#include <thread>

namespace octroi::test {

namespace uno = com::sun::star::uno;
namespace access = com::sun::star::accessibility;
namespace role_of = access::AccessibleRole;

namespace {

/// Their parts are countless.
bool is_large(std::int16_t role) {
    return role == role_of::TABLE || role == role_of::DOCUMENT_SPREADSHEET ||
           role == role_of::DOCUMENT || role == role_of::TREE || role == role_of::LIST;
}

} // namespace

accessible accessible::of(const uno::Reference<uno::XInterface>& window) {
    return accessible(
        uno::Reference<access::XAccessible>(window, uno::UNO_QUERY_THROW)->getAccessibleContext());
}

std::string accessible::name() const {
    return office::from_uno(context_->getAccessibleName());
}

std::int16_t accessible::role() const {
    return context_->getAccessibleRole();
}

bool accessible::has_state(std::int16_t state) const {
    const auto states = context_->getAccessibleStateSet();
    return states.is() && states->contains(state);
}

bool accessible::showing() const {
    return has_state(access::AccessibleStateType::SHOWING);
}

area accessible::place() const {
    const uno::Reference<access::XAccessibleComponent> component(context_, uno::UNO_QUERY_THROW);
    const auto at = component->getLocationOnScreen();
    const auto size = component->getSize();
    return {at.X, at.Y, size.Width, size.Height};
}

std::vector<accessible> accessible::children() const {
    std::vector<accessible> found;
    const auto count = context_->getAccessibleChildCount();
    for (sal_Int32 i = 0; i < count; ++i) {
        const auto child = context_->getAccessibleChild(i);
        if (child.is() && child->getAccessibleContext().is()) {
            found.emplace_back(child->getAccessibleContext());
        }
    }
    return found;
}

std::optional<accessible> accessible::parent() const {
    const auto parent = context_->getAccessibleParent();
    if (!parent.is() || !parent->getAccessibleContext().is()) {
        return {};
    }
    return accessible(parent->getAccessibleContext());
}

std::vector<accessible> accessible::all() const {
    std::vector<accessible> found = {*this};
    if (is_large(role())) {
        return found;
    }
    for (const auto& child : children()) {
        if (child.showing()) {
            const auto inside = child.all();
            found.insert(found.end(), inside.begin(), inside.end());
        }
    }
    return found;
}

std::optional<accessible> accessible::find(std::int16_t role, const std::string& name) const {
    if (this->role() == role && this->name().starts_with(name)) {
        return *this;
    }
    if (is_large(this->role())) {
        return {};
    }
    for (const auto& child : children()) {
        if (child.showing()) {
            if (auto found = child.find(role, name)) {
                return found;
            }
        }
    }
    return {};
}

void accessible::act() const {
    uno::Reference<access::XAccessibleAction>(context_, uno::UNO_QUERY_THROW)
        ->doAccessibleAction(0);
}

accessible accessible::cell(int row, int column) const {
    return accessible(uno::Reference<access::XAccessibleTable>(context_, uno::UNO_QUERY_THROW)
                          ->getAccessibleCellAt(row, column)
                          ->getAccessibleContext());
}

int accessible::rows() const {
    return uno::Reference<access::XAccessibleTable>(context_, uno::UNO_QUERY_THROW)
        ->getAccessibleRowCount();
}

void accessible::select_row(int row) const {
    const uno::Reference<access::XAccessibleTable> table(context_, uno::UNO_QUERY_THROW);
    uno::Reference<access::XAccessibleSelection>(context_, uno::UNO_QUERY_THROW)
        ->selectAccessibleChild(table->getAccessibleIndex(row, 0));
}

bool await(const std::function<bool()>& so, double seconds) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    do {
        try {
            if (so()) {
                return true;
            }
        } catch (const com::sun::star::lang::DisposedException&) {
            // A window went while it was looked at: ask again.
        } catch (const com::sun::star::lang::IndexOutOfBoundsException&) {
            // Neither is an item that went.
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    } while (std::chrono::steady_clock::now() < give_up);
    return false;
}

} // namespace octroi::test
