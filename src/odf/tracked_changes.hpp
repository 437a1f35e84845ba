/// @file
/// Tracked changes of a template: they stay in what is merged, whatever is repeated and removed.
#pragma once

#include "odf/copies.hpp"

#include <pugixml.hpp>

namespace octroi::odf {

/// After the merge of a part: the copied marks get regions of their own; marks that lost their
/// other end, and regions without marks, go.
void settle_tracked_changes(pugi::xml_node part, const copied_changes& copies);

} // namespace octroi::odf
