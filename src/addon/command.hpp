/// @file
/// A command of the menu Octroi, as the dispatcher runs it.
#pragma once

#include "addon/message_box.hpp"
#include "office/register_reader.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>

#include <filesystem>
#include <string>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

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

    /// The spreadsheet in the window. Throws user_error (input) if there is none.
    office::spreadsheet_ref spreadsheet() const;
    /// Its file; empty for one that was never saved.
    std::filesystem::path file() const;
    /// The name that messages give it.
    std::string document_name() const;

private:
    office::context_ref context_;
    frame_ref frame_;
    arguments values_;
};

// The commands; each asks in dialogs unless it is given arguments, and then works without a word.

/// `org.octroi:new` (`Demonstration`): a new register.
outcome new_command(const command_call& call);
/// `org.octroi:generate` (`Folder`, `Formats`, `Draft`, `Overwrite`, `Where`): the conventions; the
/// result is the manifest as JSON.
outcome generate_command(const command_call& call);
/// `org.octroi:check` (`Silent`, `AsOf`): the sheet Contrôle; the result is the report as JSON.
outcome check_command(const command_call& call);
/// `org.octroi:correct` (`Silent`, `Selected`): applies the proposed corrections, all or those of
/// the rows selected in the sheet Contrôle; the result is their number.
outcome correct_command(const command_call& call);

} // namespace octroi::addon
