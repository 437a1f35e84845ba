#include "addon/folder_picker.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FolderPicker.hpp>
#include <com/sun/star/util/PathSettings.hpp>

namespace octroi::addon {

namespace {

constexpr const char* default_folder = "conventions";

} // namespace

std::optional<std::filesystem::path> pick_folder(const office::context_ref& context,
                                                 std::filesystem::path start) {
    while (!start.empty() && !std::filesystem::is_directory(start) &&
           start != start.parent_path()) {
        start = start.parent_path();
    }
    const auto picker = com::sun::star::ui::dialogs::FolderPicker::create(context);
    picker->setDisplayDirectory(office::file_url(start));
    if (picker->execute() != com::sun::star::ui::dialogs::ExecutableDialogResults::OK) {
        return {};
    }
    return office::path_of(picker->getDirectory());
}

std::filesystem::path documents_folder_of(const office::context_ref& context,
                                          const std::filesystem::path& register_file) {
    const auto near =
        register_file.empty()
            ? office::path_of(com::sun::star::util::PathSettings::create(context)->getWork())
            : register_file.parent_path();
    return near / default_folder;
}

} // namespace octroi::addon
