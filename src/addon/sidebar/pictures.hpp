/// @file
/// The small pictures of the panels' tables, fit for a light or a dark background.
#pragma once

#include "office/document_loader.hpp"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/uno/Any.hxx>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace octroi::addon {

/// Of bars and their parts; told apart by lightness too.
struct bar_colours {
    std::int32_t track;
    std::int32_t voted;
    std::int32_t proposed;
    std::int32_t over; ///< more than there is
};

class pictures {
public:
    /// `window` tells of light and dark.
    pictures(office::context_ref context,
             const com::sun::star::uno::Reference<com::sun::star::awt::XWindow>& window);

    /// Of the extension's icons, as a cell of a table takes it.
    com::sun::star::uno::Any icon(const std::string& name);
    /// A bar, filled from the left by parts of its width.
    com::sun::star::uno::Any bar(int height, double voted, double proposed);

    const bar_colours& colours() const { return colours_; }

private:
    com::sun::star::uno::Any from_svg(const std::string& svg) const;

    office::context_ref context_;
    bool dark_;
    bar_colours colours_;
    std::map<std::string, com::sun::star::uno::Any> icons_;
};

} // namespace octroi::addon
