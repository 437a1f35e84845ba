#include "odf/numbering.hpp"

#include "odf/xml.hpp"

#include <algorithm>
#include <ranges>

namespace octroi::odf {

namespace {

constexpr std::string_view outline_style = "Outline";

std::string roman(unsigned number) {
    static constexpr std::array<std::pair<unsigned, std::string_view>, 13> digits = {{{1000, "m"},
                                                                                      {900, "cm"},
                                                                                      {500, "d"},
                                                                                      {400, "cd"},
                                                                                      {100, "c"},
                                                                                      {90, "xc"},
                                                                                      {50, "l"},
                                                                                      {40, "xl"},
                                                                                      {10, "x"},
                                                                                      {9, "ix"},
                                                                                      {5, "v"},
                                                                                      {4, "iv"},
                                                                                      {1, "i"}}};
    std::string text;
    for (const auto& [value, digit] : digits) {
        for (; number >= value; number -= value) {
            text += digit;
        }
    }
    return text;
}

/// a…z, then aa, ab… or aa, bb…
std::string letters(unsigned number, bool doubled) {
    constexpr unsigned alphabet = 26;
    const auto letter = [](unsigned index) { return static_cast<char>('a' + index); };
    if (doubled) {
        const unsigned index = (number - 1) % alphabet;
        return std::string((number - 1) / alphabet + 1, letter(index));
    }
    std::string text;
    for (; number > 0; number = (number - 1) / alphabet) {
        text.insert(text.begin(), letter((number - 1) % alphabet));
    }
    return text;
}

std::string upper_ascii(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    return text;
}

level_format format_of(const pugi::xml_node& level) {
    level_format read;
    if (name_of(level) == "text:list-level-style-bullet" ||
        name_of(level) == "text:list-level-style-image") {
        return read;
    }
    read.format = attribute_of(level, "style:num-format");
    read.prefix = attribute_of(level, "style:num-prefix");
    read.suffix = attribute_of(level, "style:num-suffix");
    read.pattern = attribute_of(level, "loext:num-list-format");
    if (read.pattern.empty()) {
        read.pattern = attribute_of(level, "style:num-list-format");
    }
    read.start = level.attribute("text:start-value").as_uint(1);
    read.shown_levels = level.attribute("text:display-levels").as_uint(1);
    read.doubled_letters = level.attribute("style:num-letter-sync").as_bool();
    return read;
}

numbering_styles::levels levels_of(const pugi::xml_node& style) {
    numbering_styles::levels levels;
    for (const auto& level : style.children()) {
        const auto at = level.attribute("text:level").as_uint();
        if (at >= 1 && at <= list_levels) {
            levels.at(at - 1) = format_of(level);
        }
    }
    return levels;
}

/// Where a restart begins; Writer writes -1 for the start of the level.
unsigned start_in(const pugi::xml_node& node, const level_format& level) {
    const int start = node.attribute("text:start-value").as_int(-1);
    return start < 0 ? level.start : static_cast<unsigned>(start);
}

bool is_apart(std::string_view name) {
    return name == "text:note" || name == "office:annotation" || name == "text:tracked-changes" ||
           name == "text:table-of-content" || name.starts_with("draw:") ||
           (name.starts_with("text:") && name.ends_with("-index"));
}

} // namespace

std::optional<std::string> formatted_number(unsigned number, std::string_view format,
                                            bool doubled_letters) {
    if (format == "1") {
        return std::to_string(number);
    }
    if (number == 0) {
        return "0";
    }
    if (format == "a") {
        return letters(number, doubled_letters);
    }
    if (format == "A") {
        return upper_ascii(letters(number, doubled_letters));
    }
    if (format == "i") {
        return roman(number);
    }
    if (format == "I") {
        return upper_ascii(roman(number));
    }
    return std::nullopt;
}

numbering_styles::numbering_styles(const pugi::xml_node& content, const pugi::xml_node& styles) {
    const auto common = styles.child("office:styles");
    outline_ = levels_of(common.child("text:outline-style"));
    read(common, false);
    read(content.child("office:automatic-styles"), true);
}

void numbering_styles::read(const pugi::xml_node& styles, bool automatic) {
    for (const auto& style : styles.children()) {
        const std::string name(attribute_of(style, "style:name"));
        if (name_of(style) == "text:list-style") {
            lists_[name] = levels_of(style);
        } else if (name_of(style) == "style:style" &&
                   attribute_of(style, "style:family") == "paragraph") {
            paragraphs_[name] = {std::string(attribute_of(style, "style:parent-style-name")),
                                 automatic,
                                 static_cast<bool>(style.attribute("style:list-style-name")),
                                 style.attribute("style:default-outline-level").as_int() > 0};
        }
    }
}

const numbering_styles::levels* numbering_styles::find(std::string_view list_style) const {
    if (list_style == outline_style) {
        return &outline_;
    }
    const auto found = lists_.find(list_style);
    return found == lists_.end() ? nullptr : &found->second;
}

bool numbering_styles::follows_outline(std::string_view paragraph_style) const {
    bool own = true; // nothing but automatic styles so far
    for (auto style = paragraphs_.find(paragraph_style); style != paragraphs_.end();
         style = paragraphs_.find(style->second.parent)) {
        if (style->second.has_list) {
            return false;
        }
        // A style that only inherits from a numbered heading is not one of the numbered headings.
        if (style->second.has_outline) {
            return own;
        }
        own = own && style->second.automatic;
    }
    return true;
}

numbering::numbering(const numbering_styles& styles, const pugi::xml_node& content)
    : styles_(&styles), trees_(1) { // the first is the outline
    read(content.child("office:body").child("office:text"));
}

void numbering::read(const pugi::xml_node& node) {
    for (const auto& child : node.children()) {
        const auto name = name_of(child);
        if (name == "text:h") {
            note(child);
            read_heading(child);
        } else if (name == "text:p") {
            note(child);
        } else if (name == "text:list") {
            read_list(child, nullptr);
        } else if (!is_apart(name)) {
            read(child);
        }
    }
}

/// Every paragraph has its place, numbered or not.
void numbering::note(const pugi::xml_node& paragraph) {
    order_.emplace(paragraph.hash_value(), order_.size());
}

void numbering::read_heading(const pugi::xml_node& node) {
    const auto level = std::clamp(node.attribute("text:outline-level").as_uint(1), 1U,
                                  static_cast<unsigned>(list_levels));
    const bool counted = !node.attribute("text:is-list-header").as_bool() &&
                         styles_->follows_outline(attribute_of(node, "text:style-name"));
    if (counted) {
        std::optional<unsigned> restart;
        if (node.attribute("text:restart-numbering").as_bool()) {
            restart = start_in(node, styles_->outline().at(level - 1));
        }
        count(node, {0, &styles_->outline(), level - 1}, restart);
    }
    headings_.push_back({node, level, {}, order_.at(node.hash_value())});
    if (const auto* item = find(node)) {
        headings_.back().label = label(*item, item->level, true);
    }
}

numbering::tree numbering::tree_of(const pugi::xml_node& list) {
    const std::string style(attribute_of(list, "text:style-name"));
    if (style == outline_style) {
        return 0;
    }
    std::optional<tree> continued;
    if (const auto id = list.attribute("text:continue-list")) {
        const auto found = tree_by_id_.find(std::string_view(id.value()));
        continued = found == tree_by_id_.end() ? std::nullopt : std::optional(found->second);
    } else if (list.attribute("text:continue-numbering").as_bool()) {
        continued = last_tree_;
    }
    if (continued && style_by_tree_[*continued] == style) {
        return *continued;
    }
    trees_.emplace_back();
    style_by_tree_[trees_.size() - 1] = style;
    return trees_.size() - 1;
}

void numbering::read_list(const pugi::xml_node& list, const list_context* around) {
    list_context context;
    const auto* formats = styles_->find(attribute_of(list, "text:style-name"));
    if (around != nullptr) {
        context = {around->of, formats == nullptr ? around->formats : formats,
                   std::min(around->level + 1, list_levels - 1)};
    } else {
        context = {tree_of(list), formats, 0};
        last_tree_ = context.of;
    }
    if (const auto id = list.attribute("xml:id")) {
        tree_by_id_[id.value()] = context.of;
    }
    for (const auto& item : list.children()) {
        read_item(item, context);
    }
}

/// The first paragraph of an item carries its number; a header has none.
void numbering::read_item(const pugi::xml_node& item, const list_context& list) {
    bool first = name_of(item) == "text:list-item";
    for (const auto& child : item.children()) {
        const auto name = name_of(child);
        if (name == "text:list") {
            read_list(child, &list);
        } else if (!is_paragraph(child)) {
            read(child);
        } else {
            note(child);
            if (first) {
                list_context own = list;
                if (const auto* formats =
                        styles_->find(attribute_of(item, "text:style-override"))) {
                    own.formats = formats;
                }
                std::optional<unsigned> restart;
                if (item.attribute("text:start-value") && own.formats != nullptr) {
                    restart = start_in(item, own.formats->at(own.level));
                }
                count(child, own, restart);
                first = false;
            }
            if (name == "text:h") {
                const auto* counted = find(child);
                headings_.push_back(
                    {child, child.attribute("text:outline-level").as_uint(1),
                     counted == nullptr ? std::string() : label(*counted, counted->level, true),
                     order_.at(child.hash_value())});
            }
        }
    }
}

void numbering::count(const pugi::xml_node& paragraph, const list_context& list,
                      std::optional<unsigned> restart) {
    if (list.formats == nullptr) {
        return;
    }
    auto& state = trees_[list.of];
    const auto start = [&](std::size_t level) { return list.formats->at(level).start; };
    for (std::size_t level = 0; level < list.level; ++level) {
        if (state.numbers.at(level) == 0) {
            state.numbers.at(level) = start(level);
            state.skipped.at(level) = true;
        }
    }
    auto& number = state.numbers.at(list.level);
    if (restart) {
        number = *restart;
    } else {
        number = number == 0 ? start(list.level) : number + 1;
    }
    state.skipped.at(list.level) = false;
    for (std::size_t level = list.level + 1; level < list_levels; ++level) {
        state.numbers.at(level) = 0;
        state.skipped.at(level) = false;
    }
    item_by_node_.emplace(paragraph.hash_value(), items_.size());
    items_.push_back({list.of, list.formats, list.level, state, order_.at(paragraph.hash_value())});
}

const numbering::numbered* numbering::find(const pugi::xml_node& paragraph) const {
    const auto found = item_by_node_.find(paragraph.hash_value());
    return found == item_by_node_.end() ? nullptr : &items_[found->second];
}

/// The last counted paragraph of a list up to a place.
const numbering::numbered* numbering::last_before(std::size_t order, tree of) const {
    for (const auto& item : std::views::reverse(items_)) {
        if (item.order <= order && item.of == of) {
            return &item;
        }
    }
    return nullptr;
}

/// The label of a level of the item: its own, or that of a level above it.
std::string numbering::label(const numbered& item, std::size_t level, bool affixes) const {
    const auto& own = item.formats->at(level);
    if (own.format.empty()) {
        return {};
    }
    const auto number_of = [&](std::size_t at) {
        const auto& format = item.formats->at(at);
        const auto number = item.state.numbers.at(at);
        return formatted_number(number, format.format, format.doubled_letters)
            .value_or(std::to_string(number));
    };
    if (affixes && !own.pattern.empty()) {
        std::string text = own.pattern;
        for (std::size_t at = 0; at <= level; ++at) {
            const std::string mark = "%" + std::to_string(at + 1) + "%";
            if (const auto found = text.find(mark); found != std::string::npos) {
                text.replace(found, mark.size(),
                             item.formats->at(at).format.empty() ? "" : number_of(at));
            }
        }
        return text;
    }
    std::string text;
    const std::size_t first = level + 1 - std::min<std::size_t>(own.shown_levels, level + 1);
    for (std::size_t at = first; at <= level; ++at) {
        if (!item.formats->at(at).format.empty()) {
            text += (text.empty() ? "" : ".") + number_of(at);
        }
    }
    return affixes ? own.prefix + text + own.suffix : text;
}

std::optional<std::string> numbering::reference(const pugi::xml_node& target,
                                                const pugi::xml_node& from,
                                                number_context context) const {
    if (!order_.contains(target.hash_value())) {
        return std::nullopt;
    }
    const auto* item = find(target);
    if (item == nullptr || item->formats->at(item->level).format.empty()) {
        return std::string();
    }
    // Levels above that the reference shares with its target are left out, as Writer does.
    std::size_t shared = 0;
    const auto place = order_.find(from.hash_value());
    if (context == number_context::nearest && place != order_.end()) {
        const auto* near = last_before(place->second, item->of);
        while (near != nullptr && shared <= std::min(near->level, item->level) &&
               near->state.numbers.at(shared) == item->state.numbers.at(shared)) {
            ++shared;
        }
    }
    const bool with_superior = context != number_context::none && shared < item->level + 1;
    std::string text;
    for (std::size_t level = item->level;;) {
        text.insert(0, label(*item, level, true));
        // A label that shows the levels above says all that theirs would.
        const auto shown = std::max(item->formats->at(level).shown_levels, 1U);
        if (!with_superior || level < shown || level - shown < shared) {
            break;
        }
        level -= shown;
    }
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

std::optional<std::string> numbering::chapter(const pugi::xml_node& target) const {
    const auto place = order_.find(target.hash_value());
    if (place == order_.end()) {
        return std::nullopt;
    }
    unsigned below = list_levels + 1;
    for (const auto& heading : std::views::reverse(headings_)) {
        if (heading.order > place->second || heading.level >= below) {
            continue;
        }
        const auto* item = find(heading.node);
        const bool unnumbered_level = styles_->outline().at(heading.level - 1).format.empty();
        const bool odd =
            item != nullptr && std::any_of(item->state.skipped.begin(), item->state.skipped.end(),
                                           [](bool skipped) { return skipped; });
        if (!unnumbered_level && !odd) {
            return item == nullptr ? std::string() : label(*item, item->level, false);
        }
        below = heading.level;
    }
    return std::string();
}

} // namespace octroi::odf
