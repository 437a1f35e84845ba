/// @file
/// Making cell and page styles in a document.
#pragma once

#include "office/register_reader.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/util/XNumberFormats.hpp>
#include <rtl/ustring.hxx>

namespace octroi::office {

using property_set = com::sun::star::uno::Reference<com::sun::star::beans::XPropertySet>;

// The product's colours.
inline constexpr sal_Int32 dark_blue = 0x1F3864;
inline constexpr sal_Int32 middle_blue = 0x2F5597;
inline constexpr sal_Int32 grey = 0x7F7F7F;
inline constexpr sal_Int32 dark_grey = 0x404040;
inline constexpr sal_Int32 line_grey = 0xD9D9D9;
inline constexpr sal_Int32 white = 0xFFFFFF;
inline constexpr sal_Int32 black = 0x000000;

inline constexpr float normal_weight = 100.0F;
inline constexpr float bold = 150.0F;

class style_maker {
public:
    explicit style_maker(const spreadsheet_ref& document);

    bool has_cell_style(const rtl::OUString& name) const;

    /// A new style; the document must not have it yet.
    property_set cell(const rtl::OUString& name, const rtl::OUString& parent = "Default");
    /// Landscape A4, so many pages wide.
    property_set landscape_page(const rtl::OUString& name, sal_Int16 pages_wide);

    /// Key of a number format written as a French Calc shows it.
    sal_Int32 format(const char* code);

private:
    property_set
    made(const com::sun::star::uno::Reference<com::sun::star::container::XNameContainer>& family,
         const char* service, const rtl::OUString& name, const rtl::OUString& parent);

    com::sun::star::uno::Reference<com::sun::star::lang::XMultiServiceFactory> factory_;
    com::sun::star::uno::Reference<com::sun::star::container::XNameContainer> cells_;
    com::sun::star::uno::Reference<com::sun::star::container::XNameContainer> pages_;
    com::sun::star::uno::Reference<com::sun::star::util::XNumberFormats> formats_;
};

void set_font(const property_set& style, float height, float weight, sal_Int32 colour);

/// Whether styles can be made: Calc refuses while any sheet is protected.
bool can_make_styles(const spreadsheet_ref& document);

/// A thin line on each side.
void set_lines(const property_set& style, sal_Int32 colour);

} // namespace octroi::office
