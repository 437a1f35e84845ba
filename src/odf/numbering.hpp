/// @file
/// The numbers of headings and list paragraphs, as Writer counts and shows them: merged documents
/// are written without Writer, and what refers to a number must print the right one.
///
/// Counted are the text of the body, its tables and sections; not frames, notes, headers and
/// footers, nor what a tracked change deleted.
#pragma once

#include <pugixml.hpp>
#include <unordered_map>

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octroi::odf {

inline constexpr std::size_t list_levels = 10;

/// How one level of a list is numbered.
struct level_format {
    std::string format; ///< « 1 », « a », « A », « i », « I »; empty for none, also for bullets
    std::string prefix;
    std::string suffix;
    std::string pattern; ///< « %1%.%2% », where the level has one; stands for prefix and suffix too
    unsigned start = 1;
    unsigned shown_levels = 1;
    bool doubled_letters = false; ///< « aa, bb » instead of « aa, ab »
};

/// A number in one of these formats; nothing for a format of another script.
std::optional<std::string> formatted_number(unsigned number, std::string_view format,
                                            bool doubled_letters = false);

/// The list and heading styles of a template: they do not change from document to document.
class numbering_styles {
public:
    using levels = std::array<level_format, list_levels>;

    numbering_styles(const pugi::xml_node& content, const pugi::xml_node& styles);

    const levels& outline() const { return outline_; }
    /// The levels of a list style, or null.
    const levels* find(std::string_view list_style) const;
    /// Whether headings of this paragraph style are numbered by the outline.
    bool follows_outline(std::string_view paragraph_style) const;

private:
    struct paragraph_style {
        std::string parent;
        bool automatic = false;
        bool has_list = false;    ///< also an empty one: no numbering
        bool has_outline = false; ///< a level of its own
    };

    void read(const pugi::xml_node& styles, bool automatic);

    levels outline_;
    std::map<std::string, levels, std::less<>> lists_;
    std::map<std::string, paragraph_style, std::less<>> paragraphs_;
};

enum class number_context {
    nearest, ///< with the levels above that differ from those where the reference stands
    none,
    all
};

class numbering {
public:
    /// A heading, in the order of the document.
    struct heading {
        pugi::xml_node node;
        unsigned level = 1;
        std::string label; ///< « Article 2 – », empty for none
        std::size_t order = 0;
    };

    /// Counts the content of a merged document.
    numbering(const numbering_styles& styles, const pugi::xml_node& content);

    const std::vector<heading>& headings() const { return headings_; }

    /// What a reference at `from` to the number of a paragraph shows: empty for a paragraph without
    /// a number, nothing for one that is not counted here.
    std::optional<std::string> reference(const pugi::xml_node& target, const pugi::xml_node& from,
                                         number_context context) const;

    /// What a reference to the chapter around a paragraph shows: its number alone.
    std::optional<std::string> chapter(const pugi::xml_node& target) const;

private:
    using tree = std::size_t;
    using levels = numbering_styles::levels;

    /// The state of one list.
    struct counters {
        std::array<unsigned, list_levels> numbers{}; ///< 0: none yet
        std::array<bool, list_levels> skipped{};     ///< levels that no paragraph has
    };

    struct numbered {
        tree of = 0;
        const levels* formats = nullptr;
        std::size_t level = 0;
        counters state; ///< when it was counted
        std::size_t order = 0;
    };

    struct list_context {
        tree of = 0;
        const levels* formats = nullptr;
        std::size_t level = 0;
    };

    void read(const pugi::xml_node& node);
    void read_heading(const pugi::xml_node& heading);
    void read_list(const pugi::xml_node& list, const list_context* around);
    void read_item(const pugi::xml_node& item, const list_context& list);
    tree tree_of(const pugi::xml_node& list);
    void count(const pugi::xml_node& paragraph, const list_context& list,
               std::optional<unsigned> restart);
    void note(const pugi::xml_node& paragraph);
    const numbered* find(const pugi::xml_node& paragraph) const;
    const numbered* last_before(std::size_t order, tree of) const;
    std::string label(const numbered& item, std::size_t level, bool affixes) const;

    const numbering_styles* styles_;
    std::vector<counters> trees_;
    std::map<std::string, tree, std::less<>> tree_by_id_;
    std::map<tree, std::string> style_by_tree_;
    std::optional<tree> last_tree_;
    std::unordered_map<std::size_t, std::size_t> order_; ///< of each paragraph, by its node
    std::unordered_map<std::size_t, std::size_t> item_by_node_;
    std::vector<numbered> items_;
    std::vector<heading> headings_;
};

} // namespace octroi::odf
