#include "addon/folder_choice.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/ui/dialogs/ExecutableDialogResults.hpp>
#include <com/sun/star/ui/dialogs/FolderPicker.hpp>

namespace octroi::addon {

std::optional<std::filesystem::path> choose_folder(const office::context_ref& context,
                                                   std::filesystem::path start) {
    namespace dialogs = com::sun::star::ui::dialogs;
    const auto picker = dialogs::FolderPicker::create(context);
    while (!start.empty() && !std::filesystem::is_directory(start) &&
           start != start.parent_path()) {
        start = start.parent_path();
    }
    picker->setDisplayDirectory(office::file_url(start));
    if (picker->execute() != dialogs::ExecutableDialogResults::OK) {
        return {};
    }
    return office::path_of(picker->getDirectory());
}

} // namespace octroi::addon
