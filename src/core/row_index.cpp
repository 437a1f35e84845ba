#include "core/row_index.hpp"

#include "core/text.hpp"

namespace octroi::core {

row_index::row_index(const register_book& book, std::string_view table, std::string_view field) {
    const auto* found = book.find(table);
    if (found == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        const table_row row(*found, i);
        try {
            rows_[identifier_key(row.text(field))].push_back(row);
        } catch (const data_problem& problem) {
            unreadable_.push_back({row, problem.what()});
        }
    }
}

const std::vector<table_row>& row_index::find(std::string_view key) const {
    static const std::vector<table_row> none;
    const auto found = rows_.find(identifier_key(key));
    return key.empty() || found == rows_.end() ? none : found->second;
}

} // namespace octroi::core
