/// @file
/// The order of a run's documents: `commune,-montant`.
#pragma once

#include "core/document_draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace octroi::core {

class document_order {
public:
    /// Fields with commas between, « - » before one for descending. Throws user_error (usage) for
    /// none, or one that the documents of the catalogue do not have.
    document_order(std::string_view fields, const field_catalogue& catalogue);

    /// What is equal stays in the order of the register; what has no value comes last.
    void sort(std::vector<document_draft>& drafts) const;

private:
    struct key {
        std::string field;
        bool descending = false;
    };

    std::vector<key> keys_;
};

} // namespace octroi::core
