/// @file
/// The demonstration register while commands compute it.
#pragma once

#include "office/register_reader.hpp"

#include <string>
#include <vector>

#include "dispatching.hpp"
#include "workbook.hpp"

namespace octroi::test {

/// A new demonstration register, in the active window, unmodified and with an empty undo list.
class demonstration_document {
public:
    demonstration_document();

    workbook& book() { return book_; }
    const workbook& book() const { return book_; }
    frame_ref frame() const;

    /// The cell of a field in the row whose `key_field` is `key`.
    std::string place(const std::string& table, const std::string& field,
                      const std::string& key_field, const std::string& key) const;
    /// What Calc shows there.
    std::string shown(const std::string& table, const std::string& field,
                      const std::string& key_field, const std::string& key) const;
    /// The same of Actions, by the file's number.
    std::string action(const std::string& field, const std::string& file) const {
        return shown("actions", field, "numero_dossier", file);
    }

    /// All values of the register's tables.
    std::vector<std::string> values() const;

    std::size_t undo_steps() const;
    void undo();
    void redo();
    bool is_modified() const;

private:
    workbook book_;
};

} // namespace octroi::test
