/// @file
/// The order a template repeats a list in: the custom document property `octroi_tri_<list>`, names
/// of the list's fields separated by commas, « - » before one for descending
/// (`commune_nom, -action_montant_num`).
///
/// Items that are equal keep the order of the record. A field with a `_num` or `_iso` variant in
/// the record is compared by it. Values are compared as numbers if they are (exactly; also as
/// printed: « 12 345,60 € »), as days if they are dates, else as texts without regard to case and
/// accents: numbers first, then dates, then texts. An empty value is last, also in descending
/// order.
#pragma once

#include "core/record.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

struct order_key {
    std::string field;
    bool descending = false;
};

using item_order = std::vector<order_key>;

/// The orders of a template, by list.
using item_orders = std::map<std::string, item_order, std::less<>>;

/// Beginning of the property's name, before the list's.
inline constexpr std::string_view order_property = "octroi_tri_";

item_order parse_order(std::string_view text);

/// The items in that order; as they are for an empty one.
std::vector<const core::record*> sorted(const std::vector<core::record>& items,
                                        const item_order& order);

} // namespace octroi::odf
