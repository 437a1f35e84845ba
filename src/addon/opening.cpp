#include "addon/opening.hpp"

#include "core/error.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/document/MacroExecMode.hpp>
#include <com/sun/star/document/UpdateDocMode.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/frame/XTitle.hpp>
#include <com/sun/star/system/SystemShellExecute.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace document = com::sun::star::document;

namespace {

core::user_error cannot_open(const std::filesystem::path& what, const std::string& detail) {
    return {core::error_kind::input,
            core::message("panel.cannot_open", {{"file", what.string()}, {"detail", detail}})};
}

void require_there(const std::filesystem::path& what) {
    std::error_code error;
    if (!std::filesystem::exists(what, error)) {
        throw core::user_error(core::error_kind::input,
                               core::message("panel.gone", {{"file", what.string()}}));
    }
}

office::component_ref load(const office::context_ref& context, const std::filesystem::path& file,
                           bool as_template) {
    const auto values = office::properties(
        {{"AsTemplate", uno::Any(as_template)},
         {"MacroExecutionMode", uno::Any(document::MacroExecMode::NEVER_EXECUTE)},
         {"UpdateDocMode", uno::Any(document::UpdateDocMode::NO_UPDATE)}});
    return com::sun::star::frame::Desktop::create(context)->loadComponentFromURL(
        office::file_url(file), "_blank", 0, values);
}

} // namespace

void open_in_system(const office::context_ref& context, const std::filesystem::path& what) {
    require_there(what);
    try {
        com::sun::star::system::SystemShellExecute::create(context)->execute(
            office::file_url(what), rtl::OUString(),
            com::sun::star::system::SystemShellExecuteFlags::URIS_ONLY);
    } catch (const uno::Exception& error) {
        throw cannot_open(what, office::detail_of(error));
    }
}

void open_document(const office::context_ref& context, const std::filesystem::path& file) {
    if (file.extension() == ".pdf") {
        open_in_system(context, file);
        return;
    }
    require_there(file);
    if (!load(context, file, false).is()) {
        throw cannot_open(file, {});
    }
}

void show_preview(const office::context_ref& context, const office::previewed_document& made) {
    const office::temporary_folder work;
    const auto file = work.path() / "octroi.odt";
    office::write_file(file, made.odt);
    const auto opened = load(context, file, true);
    const uno::Reference<com::sun::star::frame::XTitle> title(opened, uno::UNO_QUERY);
    if (title.is()) {
        title->setTitle(office::to_uno(
            core::message("panel.documents.preview_title", {{"number", made.number}})));
    }
}

} // namespace octroi::addon
