/// @file
/// The dialog of *Générer les conventions…*: folder, formats, drafts.
#pragma once

#include "addon/message_box.hpp"
#include "office/requests.hpp"

#include <filesystem>
#include <optional>

namespace octroi::addon {

class generate_dialog {
public:
    /// `near` is the register's folder, empty for one that was never saved.
    generate_dialog(office::context_ref context, frame_ref frame, std::filesystem::path near)
        : context_(std::move(context)), frame_(std::move(frame)), near_(std::move(near)) {}

    /// What the officer asks for, or nothing when cancelled.
    std::optional<office::generate_request> run() const;

private:
    office::context_ref context_;
    frame_ref frame_;
    std::filesystem::path near_;
};

} // namespace octroi::addon
