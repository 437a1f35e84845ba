#include "addon/generate_dialog.hpp"

#include "addon/folder_choice.hpp"
#include "addon/package.hpp"
#include "addon/session_requests.hpp"
#include "core/document_kinds.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/DialogProvider2.hpp>
#include <com/sun/star/awt/XCheckBox.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XDialogEventHandler.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include <algorithm>

namespace octroi::addon {

namespace uno = com::sun::star::uno;
namespace awt = com::sun::star::awt;

namespace {

template <class Interface>
uno::Reference<Interface> control(const uno::Reference<awt::XDialog>& dialog, const char* name) {
    const uno::Reference<awt::XControlContainer> controls(dialog, uno::UNO_QUERY_THROW);
    return {controls->getControl(rtl::OUString::createFromAscii(name)), uno::UNO_QUERY_THROW};
}

bool checked(const uno::Reference<awt::XDialog>& dialog, const char* name) {
    return control<awt::XCheckBox>(dialog, name)->getState() == 1;
}

/// Sides are a matter of the PDF for the printer.
void show_sides(const uno::Reference<awt::XDialog>& dialog) {
    control<awt::XWindow>(dialog, "duplex")->setEnable(checked(dialog, "combined"));
}

/// Opens the folder picker for the button *Parcourir…*, follows the check boxes.
class dialog_handler : public cppu::WeakImplHelper1<awt::XDialogEventHandler> {
public:
    explicit dialog_handler(office::context_ref context) : context_(std::move(context)) {}

    sal_Bool SAL_CALL callHandlerMethod(const uno::Reference<awt::XDialog>& dialog,
                                        const uno::Any& /*event*/,
                                        const rtl::OUString& method) override {
        if (method.equalsAscii("onCombined")) {
            show_sides(dialog);
            return true;
        }
        if (!method.equalsAscii("onBrowse")) {
            return false;
        }
        const auto text = control<awt::XTextComponent>(dialog, "folder");
        if (const auto chosen = choose_folder(context_, office::from_uno(text->getText()))) {
            text->setText(office::to_uno(chosen->string()));
        }
        return true;
    }

    uno::Sequence<rtl::OUString> SAL_CALL getSupportedMethodNames() override {
        return office::sequence_of<rtl::OUString>(
            {rtl::OUString("onBrowse"), rtl::OUString("onCombined")});
    }

private:
    office::context_ref context_;
};

void set_labels(const uno::Reference<awt::XDialog>& dialog) {
    dialog->setTitle(office::to_uno(core::message("menu.generate.title")));
    static constexpr std::pair<const char*, const char*> labels[] = {
        {"kind_label", "menu.generate.kind"},
        {"folder_label", "menu.generate.folder"},
        {"browse", "menu.generate.browse"},
        {"formats_label", "menu.generate.formats"},
        {"draft", "menu.generate.draft"},
        {"overwrite", "menu.generate.overwrite"},
        {"by_commune", "print.by_commune"},
        {"combined", "print.combined"},
        {"duplex", "print.duplex"},
        {"run", "menu.generate.run"},
        {"cancel", "menu.generate.cancel"}};
    for (const auto& [name, key] : labels) {
        const uno::Reference<com::sun::star::beans::XPropertySet> model(
            control<awt::XControl>(dialog, name)->getModel(), uno::UNO_QUERY_THROW);
        model->setPropertyValue("Label", uno::Any(office::to_uno(core::message(key))));
    }
}

constexpr std::pair<const char*, office::document_format> format_boxes[] = {
    {"odt", office::document_format::odt},
    {"pdf", office::document_format::pdf},
    {"docx", office::document_format::docx}};

void fill(const uno::Reference<awt::XDialog>& dialog, const office::generate_request& usual) {
    std::vector<rtl::OUString> kinds;
    for (const auto& kind : core::document_kinds()) {
        kinds.push_back(office::to_uno(kind.title()));
    }
    const auto list = control<awt::XListBox>(dialog, "kind");
    list->addItems(office::sequence_of(kinds), 0);
    list->selectItemPos(0, true);
    control<awt::XTextComponent>(dialog, "folder")->setText(office::to_uno(usual.folder.string()));
    for (const auto& [name, format] : format_boxes) {
        const bool wanted =
            std::find(usual.formats.begin(), usual.formats.end(), format) != usual.formats.end();
        control<awt::XCheckBox>(dialog, name)->setState(wanted ? 1 : 0);
    }
    for (const auto& [name, wanted] : {std::pair{"by_commune", usual.by_commune},
                                       {"combined", !usual.combined.empty()},
                                       {"duplex", usual.duplex}}) {
        control<awt::XCheckBox>(dialog, name)->setState(wanted ? 1 : 0);
    }
    show_sides(dialog);
}

office::generate_request read(const uno::Reference<awt::XDialog>& dialog,
                              office::generate_request request) {
    const auto kind = control<awt::XListBox>(dialog, "kind")->getSelectedItemPos();
    request.kind = core::document_kinds().at(static_cast<std::size_t>(std::max<int>(kind, 0))).name;
    request.folder = office::from_uno(control<awt::XTextComponent>(dialog, "folder")->getText());
    request.draft = checked(dialog, "draft");
    request.overwrite = checked(dialog, "overwrite");
    request.by_commune = checked(dialog, "by_commune");
    request.combined = checked(dialog, "combined") ? combined_name : "";
    request.duplex = checked(dialog, "duplex");
    request.formats.clear();
    for (const auto& [name, format] : format_boxes) {
        if (checked(dialog, name)) {
            request.formats.push_back(format);
        }
    }
    return request;
}

} // namespace

std::optional<office::generate_request> generate_dialog::run() const {
    const rtl::Reference<dialog_handler> handler(new dialog_handler(context_));
    const auto provider = awt::DialogProvider2::create(context_);
    const auto dialog = provider->createDialogWithHandler(
        package_url(context_) + "/dialogs/generate.xdl",
        uno::Reference<uno::XInterface>(static_cast<cppu::OWeakObject*>(handler.get())));
    set_labels(dialog);
    fill(dialog, usual_);

    std::optional<office::generate_request> chosen;
    while (!chosen && dialog->execute() != 0) {
        const auto request = read(dialog, usual_);
        const bool nothing = request.formats.empty() && request.combined.empty();
        if (nothing || request.folder.empty()) {
            show_message(
                context_, frame_, message_kind::warning, core::message("menu.generate.title"),
                core::message(nothing ? "menu.generate.no_format" : "menu.generate.no_folder"));
            continue;
        }
        chosen = request;
    }
    uno::Reference<com::sun::star::lang::XComponent>(dialog, uno::UNO_QUERY_THROW)->dispose();
    return chosen;
}

} // namespace octroi::addon
