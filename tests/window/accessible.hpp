/// @file
/// What stands in a window, as a screen reader finds it, with its place on the screen.
#pragma once

#include "office/document_loader.hpp"

#include <com/sun/star/accessibility/XAccessibleContext.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "screen.hpp"

namespace octroi::test {

class accessible {
public:
    using context_ref =
        com::sun::star::uno::Reference<com::sun::star::accessibility::XAccessibleContext>;

    explicit accessible(context_ref context) : context_(std::move(context)) {}
    /// Of a window; throws if it has none.
    static accessible of(const com::sun::star::uno::Reference<com::sun::star::uno::XInterface>& window);

    std::string name() const;
    std::int16_t role() const;
    bool has_state(std::int16_t state) const;
    bool showing() const;
    area place() const;

    std::vector<accessible> children() const;
    std::optional<accessible> parent() const;
    /// Itself and all inside that shows, but for the cells of tables, in the order of the window.
    std::vector<accessible> all() const;
    /// The first that shows with this role and a name that begins so.
    std::optional<accessible> find(std::int16_t role, const std::string& name) const;

    /// What a press of it does.
    void act() const;
    /// The cell of a table.
    accessible cell(int row, int column) const;
    int rows() const;
    void select_row(int row) const;

    const context_ref& context() const { return context_; }

private:
    context_ref context_;
};

/// Asks again and again until it is so. False if it lasts too long.
bool await(const std::function<bool()>& so, double seconds = 20);

} // namespace octroi::test
