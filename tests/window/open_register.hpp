/// @file
/// A LibreOffice with the extension, and a register in a window of it.
#pragma once

#include "office/files.hpp"
#include "office/register_reader.hpp"
#include "office/remote/office_session.hpp"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XFrame.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace octroi::test {

using frame_ref = com::sun::star::uno::Reference<com::sun::star::frame::XFrame>;

/// With the staged extension, or for a measure without it. The messages of the test become those of
/// the office's language.
std::unique_ptr<office::office_session> start_office(office::office_start how,
                                                     bool with_extension = true);

/// The demonstration register, as a file.
void write_demonstration(const office::context_ref& context, const std::filesystem::path& file);

/// A document in its window; closed at the end, whatever was changed in it.
class open_register {
public:
    open_register(office::context_ref context, const std::filesystem::path& file);
    open_register(const open_register&) = delete;
    open_register& operator=(const open_register&) = delete;
    ~open_register();

    const office::spreadsheet_ref& document() const { return document_; }
    frame_ref frame() const;

    /// Sends a command, as a menu does.
    void send(const std::string& command,
              const com::sun::star::uno::Sequence<com::sun::star::beans::PropertyValue>& values =
                  {}) const;

private:
    office::context_ref context_;
    office::spreadsheet_ref document_;
};

} // namespace octroi::test
