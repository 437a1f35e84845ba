/// @file
/// A command of the menu Octroi, as the dispatcher runs it.
#pragma once

#include "addon/message_box.hpp"
#include "office/register_reader.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

class session;

/// How a command ended: for macros and tests, its result or the text of the error.
struct outcome {
    bool success = false;
    std::string text;
};

/// One call: where it comes from and what it was given.
class command_call {
public:
    using arguments = uno::Sequence<com::sun::star::beans::PropertyValue>;

    command_call(office::context_ref context, frame_ref frame, const arguments& values)
        : context_(std::move(context)), frame_(std::move(frame)), values_(values) {}

    const office::context_ref& context() const { return context_; }
    const frame_ref& frame() const { return frame_; }

    bool has(const char* name) const;
    std::string text(const char* name) const;
    bool flag(const char* name) const;
    /// A whole number, or a text that is a year; nothing for neither. Throws user_error (usage) for
    /// another text.
    std::optional<std::int64_t> year(const char* name) const;
    /// Of a list of texts, or of one text by lines; empty ones left out.
    std::vector<std::string> texts(const char* name) const;

    /// What is in the window; null if nothing is.
    office::component_ref document() const;
    /// The spreadsheet in the window. Throws user_error (input) if there is none.
    office::spreadsheet_ref spreadsheet() const;
    /// What is known of it. Throws user_error (input) if there is no spreadsheet.
    std::shared_ptr<session> known() const;
    /// Its file; empty for one that was never saved.
    std::filesystem::path file() const;
    /// The name that messages give it.
    std::string document_name() const;

private:
    office::context_ref context_;
    frame_ref frame_;
    arguments values_;
};

/// The file's name; that in the title bar for a text that has no file yet.
std::string template_name(const command_call& call);

// The commands; each asks in dialogs unless it is given arguments, and then works without a word.

/// `org.octroi:new` (`Demonstration`, `Panel`): a new register, with the sidebar if asked for.
outcome new_command(const command_call& call);
/// `org.octroi:adopt` (`Silent`, `Map`): turns the workbook into a register, as proposed or as a
/// map says (JSON, docs/mapping.md); the result is the map that was applied.
outcome adopt_command(const command_call& call);
/// `org.octroi:generate` (`Folder`, `Kind`, `Formats`, `Draft`, `Overwrite`, `Where`): documents;
/// the result is the manifest as JSON.
outcome generate_command(const command_call& call);
/// `org.octroi:check` (`Silent`, `AsOf`): the sheet Contrôle; the result is the report as JSON.
outcome check_command(const command_call& call);
/// `org.octroi:correct` (`Silent`, `Selected`): applies the proposed corrections, all or those of
/// the rows selected in the sheet Contrôle; the result is their number.
outcome correct_command(const command_call& call);
/// `org.octroi:compute` (`Silent`, `Year`): the amounts of the files; the result is the computation
/// as JSON.
outcome compute_command(const command_call& call);
/// `org.octroi:compare` (`Silent`, `Year`, `Scenarios`, `Adopt`): other ways to divide an envelope;
/// the register only changes if one of them is adopted. The result is the comparison as JSON.
outcome compare_command(const command_call& call);
/// `org.octroi:stop`: stops the work in progress on the register; what is finished is kept.
outcome stop_command(const command_call& call);
/// `org.octroi:panel`: shows the deck *Octroi*.
outcome panel_command(const command_call& call);
/// `org.octroi:template` (`Silent`): what is wrong with the template open in Writer; the result is
/// the report as JSON.
outcome template_command(const command_call& call);
/// `org.octroi:insert_field` (`Name`): a field of the template's unit, or a table of a list, at the
/// cursor; the result is the name of what was inserted.
outcome insert_field_command(const command_call& call);
/// `org.octroi:preview_template` (`Register`, `Number`): a document made with the open template, in
/// a window of its own; the result is its number.
outcome preview_template_command(const command_call& call);
/// `org.octroi:help` (`Topic`, or behind a question mark): a page of the help, the overview unless
/// one is named.
outcome help_command(const command_call& call);

} // namespace octroi::addon
