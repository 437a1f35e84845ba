/// @file
/// The dialog of *Générer les documents…*: folder, formats, drafts.
#pragma once

#include "addon/message_box.hpp"
#include "office/requests.hpp"

#include <optional>

namespace octroi::addon {

class generate_dialog {
public:
    /// `usual`: what it begins with, and what it does not ask for.
    generate_dialog(office::context_ref context, frame_ref frame, office::generate_request usual)
        : context_(std::move(context)), frame_(std::move(frame)), usual_(std::move(usual)) {}

    /// What the officer asks for, or nothing when cancelled.
    std::optional<office::generate_request> run() const;

private:
    office::context_ref context_;
    frame_ref frame_;
    office::generate_request usual_;
};

} // namespace octroi::addon
