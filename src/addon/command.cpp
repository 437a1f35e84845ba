#include "addon/command.hpp"

#include "addon/session.hpp"
#include "core/compute/comparison.hpp"
#include "core/error.hpp"
#include "core/messages.hpp"
#include "core/text.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XModel.hpp>

#include <sstream>

namespace octroi::addon {

namespace {

uno::Any value_of(const command_call::arguments& values, const char* name) {
    for (const auto& value : values) {
        if (value.Name.equalsAscii(name)) {
            return value.Value;
        }
    }
    return {};
}

uno::Reference<com::sun::star::frame::XModel> model_of(const frame_ref& frame) {
    return frame.is() && frame->getController().is()
               ? frame->getController()->getModel()
               : uno::Reference<com::sun::star::frame::XModel>();
}

} // namespace

bool command_call::has(const char* name) const {
    return value_of(values_, name).hasValue();
}

std::string command_call::text(const char* name) const {
    rtl::OUString text;
    value_of(values_, name) >>= text;
    return office::from_uno(text);
}

bool command_call::flag(const char* name) const {
    bool flag = false;
    value_of(values_, name) >>= flag;
    return flag;
}

std::optional<std::int64_t> command_call::year(const char* name) const {
    const auto given = value_of(values_, name);
    sal_Int64 number = 0;
    if (given >>= number) {
        return core::compute::parse_year(std::to_string(number));
    }
    const std::string typed = text(name);
    return typed.empty() ? std::nullopt : std::optional(core::compute::parse_year(typed));
}

std::vector<std::string> command_call::texts(const char* name) const {
    std::vector<std::string> found;
    const auto take = [&](const std::string& text) {
        if (const auto kept = core::trim(text); !kept.empty()) {
            found.emplace_back(kept);
        }
    };
    uno::Sequence<rtl::OUString> several;
    if (value_of(values_, name) >>= several) {
        for (const auto& one : several) {
            take(office::from_uno(one));
        }
        return found;
    }
    std::istringstream lines(text(name));
    for (std::string line; std::getline(lines, line);) {
        take(line);
    }
    return found;
}

office::component_ref command_call::document() const {
    return {model_of(frame_), uno::UNO_QUERY};
}

office::spreadsheet_ref command_call::spreadsheet() const {
    office::spreadsheet_ref document(model_of(frame_), uno::UNO_QUERY);
    if (!document.is()) {
        throw core::user_error(core::error_kind::input, core::message("menu.not_register"));
    }
    return document;
}

session::pointer command_call::known() const {
    spreadsheet();
    return session_of(context_, frame_);
}

std::filesystem::path command_call::file() const {
    const auto model = model_of(frame_);
    return model.is() ? office::path_of(model->getURL()) : std::filesystem::path();
}

std::string command_call::document_name() const {
    const auto known = file();
    const std::string name =
        known.empty() ? office::from_uno(frame_->getName()) : known.filename().string();
    return name.empty() ? core::message("menu.unsaved") : name;
}

} // namespace octroi::addon
