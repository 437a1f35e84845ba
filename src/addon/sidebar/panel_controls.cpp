#include "addon/sidebar/panel_controls.hpp"

#include "addon/help_key.hpp"
#include "addon/help_window.hpp"
#include "core/messages.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/view/SelectionType.hpp>

#include <algorithm>

namespace octroi::addon {

namespace awt = com::sun::star::awt;
namespace beans = com::sun::star::beans;

namespace {

/// Its model's service has this name and « Model ».
const char* control_service(control_kind kind) {
    switch (kind) {
    case control_kind::button:
        return "com.sun.star.awt.UnoControlButton";
    case control_kind::check_box:
        return "com.sun.star.awt.UnoControlCheckBox";
    case control_kind::choice:
        return "com.sun.star.awt.UnoControlListBox";
    case control_kind::edit:
        return "com.sun.star.awt.UnoControlEdit";
    case control_kind::table:
        return "com.sun.star.awt.grid.UnoControlGrid";
    case control_kind::text:
    case control_kind::heading:
    case control_kind::bar:
        break;
    }
    return "com.sun.star.awt.UnoControlFixedText";
}

bool takes_focus(control_kind kind) {
    return kind != control_kind::text && kind != control_kind::heading && kind != control_kind::bar;
}

void dress(const uno::Reference<beans::XPropertySet>& model, control_kind kind) {
    switch (kind) {
    case control_kind::heading:
        model->setPropertyValue("FontWeight", uno::Any(awt::FontWeight::BOLD));
        model->setPropertyValue("MultiLine", uno::Any(true));
        break;
    case control_kind::text:
        model->setPropertyValue("MultiLine", uno::Any(true));
        break;
    case control_kind::choice:
        model->setPropertyValue("Dropdown", uno::Any(true));
        model->setPropertyValue("LineCount", uno::Any(sal_Int16{12}));
        break;
    case control_kind::table:
        model->setPropertyValue("ShowRowHeader", uno::Any(false));
        model->setPropertyValue("VScroll", uno::Any(true));
        model->setPropertyValue("SelectionModel",
                                uno::Any(com::sun::star::view::SelectionType_SINGLE));
        break;
    case control_kind::button:
    case control_kind::check_box:
        model->setPropertyValue("MultiLine", uno::Any(true));
        break;
    case control_kind::edit:
    case control_kind::bar:
        break;
    }
    if (takes_focus(kind)) {
        model->setPropertyValue("Tabstop", uno::Any(true));
    }
}

} // namespace

panel_controls::panel_controls(office::context_ref context,
                               const uno::Reference<awt::XWindow>& window, std::string help_url)
    : dialog_controls(window), context_(std::move(context)), window_(window),
      help_url_(std::move(help_url)) {}

void panel_controls::add(control_kind kind, const std::string& name) {
    const auto service = rtl::OUString::createFromAscii(control_service(kind));
    const auto make = [&](const rtl::OUString& of) {
        return context_->getServiceManager()->createInstanceWithContext(of, context_);
    };
    const uno::Reference<awt::XControl> control(make(service), uno::UNO_QUERY_THROW);
    const uno::Reference<awt::XControlModel> bare(make(service + "Model"), uno::UNO_QUERY_THROW);
    const uno::Reference<beans::XPropertySet> model(bare, uno::UNO_QUERY_THROW);
    const auto uno_name = office::to_uno(name);
    model->setPropertyValue("HelpURL", uno::Any(office::to_uno(help_url_)));
    dress(model, kind);
    control->setModel(bare);
    uno::Reference<awt::XControlContainer>(window_, uno::UNO_QUERY_THROW)
        ->addControl(uno_name, control);
    kinds_.emplace(name, kind);
    if (kind == control_kind::table) {
        table(name).show_selection_always();
    }
    if (takes_focus(kind)) {
        lead_to_help(context_, this->control<awt::XWindow>(name), help_topic(help_url_));
    }
}

table_control panel_controls::table(const std::string& name) const {
    return table_control(control<awt::XControl>(name));
}

void panel_controls::add(const control_plan& plan) {
    add(plan.kind, plan.name);
    if (*plan.label != 0) {
        label(plan.name, core::message(plan.label));
    }
    if (*plan.help != 0) {
        const std::string text = core::message(plan.help);
        help(plan.name, text);
        if (plan.kind == control_kind::table) {
            table(plan.name).give_name(text);
        }
    }
}

void panel_controls::columns(const std::string& table, const std::vector<table_column>& columns) {
    columns_[table] = columns;
    this->table(table).columns(columns);
}

void panel_controls::fill(const std::string& table, const table_rows& rows) const {
    this->table(table).fill(rows);
}

std::optional<std::size_t> panel_controls::selected(const std::string& table) const {
    return this->table(table).selected();
}

void panel_controls::select(const std::string& table, std::size_t row) const {
    this->table(table).select(row);
}

void panel_controls::items(const std::string& choice, const std::vector<std::string>& items,
                           std::size_t chosen) const {
    offer(choice, items);
    choose(choice, chosen);
}

void panel_controls::fill_colour(const std::string& bar, std::int32_t colour) const {
    model(bar)->setPropertyValue("BackgroundColor", uno::Any(sal_Int32{colour}));
}

void panel_controls::place(const arrangement& made) const {
    for (const auto& [name, kind] : kinds_) {
        const auto window = control<awt::XWindow>(name);
        const auto found = made.boxes.find(name);
        window->setVisible(found != made.boxes.end());
        if (found != made.boxes.end()) {
            const auto& at = found->second;
            window->setPosSize(at.x, at.y, at.width, at.height, awt::PosSize::POSSIZE);
            if (kind == control_kind::table) {
                table(name).fit(columns_.at(name), at.width, line());
            }
        }
    }
}

int panel_controls::line() const {
    constexpr int plenty = 10'000;
    constexpr int least = 8; // of a font that can be read
    if (line_ == 0) {
        for (const auto& [name, kind] : kinds_) {
            if (kind == control_kind::text) {
                line_ = std::max(line_, height_for(name, plenty));
            }
        }
        line_ = std::max(line_, least);
    }
    return line_;
}

int panel_controls::width(const std::string& name) const {
    return control<awt::XLayoutConstrains>(name)->getPreferredSize().Width;
}

int panel_controls::height(const std::string& name) const {
    return control<awt::XLayoutConstrains>(name)->getPreferredSize().Height;
}

int panel_controls::height_for(const std::string& name, int width) const {
    return control<awt::XLayoutConstrains>(name)->calcAdjustedSize({width, 0}).Height;
}

std::vector<uno::Reference<com::sun::star::lang::XComponent>> panel_controls::models() const {
    std::vector<uno::Reference<com::sun::star::lang::XComponent>> all;
    for (const auto& [name, kind] : kinds_) {
        all.emplace_back(control<awt::XControl>(name)->getModel(), uno::UNO_QUERY_THROW);
    }
    return all;
}

uno::Reference<uno::XInterface> panel_controls::raw(const std::string& name) const {
    return control<uno::XInterface>(name);
}

} // namespace octroi::addon
