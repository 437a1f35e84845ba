#include "addon/field_dialog.hpp"

#include "core/messages.hpp"
#include "office/template_editing.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/frame/XModel.hpp>

#include <algorithm>

namespace octroi::addon {

namespace uno = com::sun::star::uno;

namespace {

const std::vector<table_column>& columns() {
    static const std::vector<table_column> all = {{"author.insert.column_name", 0, 5},
                                                  {"author.insert.column_meaning", 0, 8},
                                                  {"author.insert.column_example", 0, 4}};
    return all;
}

std::vector<std::string> row_of(const core::field_offer& offer) {
    if (offer.field == nullptr) {
        return {offer.name(),
                core::message("author.insert.list_row", {{"description", offer.description()}}),
                {}};
    }
    const std::string indent = offer.list == nullptr ? "" : "    ";
    return {indent + offer.name() + (offer.required() ? " *" : ""), offer.description(),
            offer.example()};
}

std::string source_of(const core::catalogue_field& field) {
    if (field.source_table.empty()) {
        return core::message("author.insert.computed");
    }
    if (field.source_table == "Paramètres") {
        return core::message("author.insert.setting", {{"key", field.source_column}});
    }
    return core::message("author.insert.source",
                         {{"table", field.source_table}, {"column", field.source_column}});
}

std::string detail_of(const core::field_offer& offer) {
    if (offer.field == nullptr) {
        return core::message("author.insert.list", {{"list", offer.name()}});
    }
    std::string text = offer.description() + ".";
    const auto add = [&](const std::string& sentence) { text += " " + sentence; };
    if (!offer.example().empty()) {
        add(core::message("author.insert.example", {{"example", offer.example()}}));
    }
    add(source_of(*offer.field));
    if (core::for_conditions(*offer.field)) {
        add(core::message("author.insert.for_conditions"));
    }
    if (offer.list != nullptr) {
        add(core::message("author.insert.in_list", {{"list", offer.list->name}}));
    }
    return text;
}

} // namespace

void field_dialog::fill_in() {
    catalogue_ = core::catalogue_of(office::template_unit(document_));
    set_texts();
    table_ = dialog_table(dialog_, "offers", columns(), core::message("author.insert.offers_help"));
    const rtl::Reference<field_dialog> self(this);
    table_.listen([self] { self->later("onOffer"); }, [self] { self->later("onRun"); });
    offer_units();
    list_offers();
    controls_.focus(catalogue_ == nullptr ? "unit" : "search");
}

std::vector<field_dialog::handler_method> field_dialog::handler_methods() {
    return {{"onUnit", [this] { on_unit(); }},
            {"onSearch", [this] { list_offers(); }},
            {"onOffer", [this] { show_offer(); }},
            {"onRun", [this] { on_run(); }}};
}

void field_dialog::set_texts() {
    dialog_->setTitle(office::to_uno(core::message("author.insert.title")));
    for (const auto& [name, key] : {std::pair{"unit_label", "author.insert.unit"},
                                    {"search_label", "author.insert.search"},
                                    {"intro", "author.insert.intro"},
                                    {"run", "author.insert.run"},
                                    {"close", "author.close"}}) {
        controls_.label(name, core::message(key));
    }
    controls_.help("unit", core::message("author.insert.unit_help"));
    controls_.help("search", core::message("author.insert.search_help"));
    controls_.help("offers", core::message("author.insert.offers_help"));
    controls_.help("run", core::message("author.insert.run_help"));
}

void field_dialog::offer_units() {
    filling_ = true;
    units_ = core::known_units();
    std::vector<std::string> items;
    for (const auto& unit : units_) {
        items.push_back(core::message("author.unit." + unit));
    }
    if (catalogue_ == nullptr) {
        units_.insert(units_.begin(), std::string());
        items.insert(items.begin(), core::message("author.insert.choose_unit"));
    }
    const auto known = std::find(units_.begin(), units_.end(),
                                 catalogue_ == nullptr ? std::string() : catalogue_->unit);
    controls_.offer("unit", items);
    controls_.choose("unit", static_cast<std::size_t>(known - units_.begin()));
    filling_ = false;
}

void field_dialog::list_offers() {
    filling_ = true;
    const std::string text = controls_.read("search");
    shown_ = catalogue_ == nullptr ? std::vector<core::field_offer>()
                                   : core::offers_with(*catalogue_, text);
    std::vector<std::vector<std::string>> rows;
    std::transform(shown_.begin(), shown_.end(), std::back_inserter(rows), row_of);
    table_.fill(rows);
    if (!rows.empty()) {
        table_.select(core::likeliest(shown_, text));
    }
    controls_.label("count", catalogue_ == nullptr
                                 ? std::string()
                                 : core::message("author.insert.count",
                                                 {{"count", std::to_string(shown_.size())}}));
    controls_.enable("run", !shown_.empty());
    if (catalogue_ == nullptr) {
        tell(core::message("author.insert.no_unit"), false);
    } else if (shown_.empty()) {
        tell(core::message("author.insert.none", {{"text", text}}), false);
    } else {
        tell({}, false);
    }
    filling_ = false;
    show_offer();
}

const core::field_offer* field_dialog::chosen() const {
    const auto row = table_.selected();
    return row && *row < shown_.size() ? &shown_[*row] : nullptr;
}

void field_dialog::show_offer() {
    const auto* offer = chosen();
    controls_.label("detail", offer == nullptr ? std::string() : detail_of(*offer));
}

office::controller_ref field_dialog::controller() const {
    return uno::Reference<com::sun::star::frame::XModel>(document_, uno::UNO_QUERY_THROW)
        ->getCurrentController();
}

void field_dialog::on_unit() {
    const auto position = controls_.chosen("unit");
    const bool same = catalogue_ != nullptr && units_[position] == catalogue_->unit;
    if (units_[position].empty() || same) {
        return;
    }
    office::set_template_unit(document_, units_[position]);
    catalogue_ = core::catalogue_of(units_[position]);
    offer_units();
    list_offers();
}

void field_dialog::on_run() {
    const auto* offer = chosen();
    if (offer == nullptr) {
        return;
    }
    if (offer->field != nullptr) {
        office::insert_field(controller(), *offer->field);
        tell(core::message("author.insert.done", {{"name", offer->name()}}), false);
    } else {
        const auto name = office::insert_list(controller(), *offer->list);
        tell(core::message("author.insert.list_done", {{"name", name}}), false);
    }
}

} // namespace octroi::addon
