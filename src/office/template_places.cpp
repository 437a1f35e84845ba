#include "office/template_places.hpp"

#include "office/uno_values.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XContentEnumerationAccess.hpp>
#include <com/sun/star/container/XEnumerationAccess.hpp>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/style/XStyleFamiliesSupplier.hpp>
#include <com/sun/star/text/TextContentAnchorType.hpp>
#include <com/sun/star/text/XDependentTextField.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <com/sun/star/text/XTextFramesSupplier.hpp>
#include <com/sun/star/text/XTextGraphicObjectsSupplier.hpp>
#include <com/sun/star/text/XTextRangeCompare.hpp>
#include <com/sun/star/text/XTextSectionsSupplier.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include <algorithm>
#include <array>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace text = com::sun::star::text;
namespace container = com::sun::star::container;
namespace beans = com::sun::star::beans;

namespace {

using range_ref = uno::Reference<text::XTextRange>;
using properties_ref = uno::Reference<beans::XPropertySet>;

bool serves(const uno::Reference<uno::XInterface>& object, const char* service) {
    const uno::Reference<com::sun::star::lang::XServiceInfo> info(object, uno::UNO_QUERY);
    return info.is() && info->supportsService(rtl::OUString::createFromAscii(service));
}

struct field_service {
    const char* service;
    odf::place_kind kind;
};
constexpr std::array<field_service, 6> field_services = {
    {{"com.sun.star.text.TextField.User", odf::place_kind::field},
     {"com.sun.star.text.TextField.InputUser", odf::place_kind::field},
     {"com.sun.star.text.TextField.HiddenParagraph", odf::place_kind::hidden_paragraph},
     {"com.sun.star.text.TextField.HiddenText", odf::place_kind::hidden_text},
     {"com.sun.star.text.TextField.ConditionalText", odf::place_kind::conditional_text},
     {"com.sun.star.text.TextField.GetReference", odf::place_kind::reference}}};

odf::place_kind kind_of(const uno::Reference<text::XTextField>& field) {
    const auto* known = std::find_if(field_services.begin(), field_services.end(),
                                     [&](const auto& each) { return serves(field, each.service); });
    return known == field_services.end() ? odf::place_kind::none : known->kind;
}

/// As odf::template_place has it.
std::string name_of(const uno::Reference<text::XTextField>& field, odf::place_kind kind) {
    const properties_ref own(field, uno::UNO_QUERY_THROW);
    if (kind == odf::place_kind::reference) {
        return from_uno(value_of<rtl::OUString>(own, "SourceName"));
    }
    if (kind != odf::place_kind::field) {
        return std::string(
            odf::plain_condition(from_uno(value_of<rtl::OUString>(own, "Condition"))));
    }
    const uno::Reference<text::XDependentTextField> dependent(field, uno::UNO_QUERY);
    if (dependent.is() && dependent->getTextFieldMaster().is()) {
        return from_uno(value_of<rtl::OUString>(dependent->getTextFieldMaster(), "Name"));
    }
    return from_uno(value_of<rtl::OUString>(own, "Content"));
}

/// Goes through a text as LibreOffice writes it to a file: the order in which places are counted.
class place_search {
public:
    explicit place_search(const odf::template_place& place) : place_(place) {}

    const range_ref& found() const { return found_; }

    void through(const uno::Reference<uno::XInterface>& searched) {
        const uno::Reference<container::XEnumerationAccess> blocks(searched, uno::UNO_QUERY);
        if (!blocks.is()) {
            return;
        }
        const auto each = blocks->createEnumeration();
        while (!found_.is() && each->hasMoreElements()) {
            const uno::Reference<uno::XInterface> block(each->nextElement(), uno::UNO_QUERY);
            const uno::Reference<text::XTextTable> table(block, uno::UNO_QUERY);
            if (table.is()) {
                through_cells(table);
            } else {
                through_paragraph(block);
            }
        }
    }

private:
    void through_cells(const uno::Reference<text::XTextTable>& table) {
        for (const auto& name : table->getCellNames()) {
            through(table->getCellByName(name));
        }
    }

    void through_paragraph(const uno::Reference<uno::XInterface>& paragraph) {
        if (place_.kind == odf::place_kind::paragraph) {
            const auto typed = odf::without_white_space(typed_in(paragraph));
            take_if(typed.find(place_.name) != std::string::npos, paragraph);
        }
        through_frames(paragraph);
        const uno::Reference<container::XEnumerationAccess> portions(paragraph, uno::UNO_QUERY);
        if (!portions.is()) {
            return;
        }
        const auto each = portions->createEnumeration();
        while (!found_.is() && each->hasMoreElements()) {
            through_portion(properties_ref(each->nextElement(), uno::UNO_QUERY_THROW));
        }
    }

    void through_portion(const properties_ref& portion) {
        const auto type = value_of<rtl::OUString>(portion, "TextPortionType");
        if (type == "TextField") {
            const auto field = value_of<uno::Reference<text::XTextField>>(portion, "TextField");
            const auto kind = kind_of(field);
            take_if(kind == place_.kind && name_of(field, kind) == place_.name, portion);
        } else if (type == "Frame") {
            through_frames(portion);
        } else if (type == "Footnote") {
            through(value_of<uno::Reference<uno::XInterface>>(portion, "Footnote"));
        }
    }

    /// Those anchored to a paragraph or to a character in it.
    void through_frames(const uno::Reference<uno::XInterface>& anchor) {
        const uno::Reference<container::XContentEnumerationAccess> contents(anchor, uno::UNO_QUERY);
        if (!contents.is()) {
            return;
        }
        const auto frames = contents->createContentEnumeration("com.sun.star.text.TextContent");
        while (!found_.is() && frames.is() && frames->hasMoreElements()) {
            const uno::Reference<uno::XInterface> frame(frames->nextElement(), uno::UNO_QUERY);
            if (serves(frame, "com.sun.star.text.TextFrame")) {
                through(frame);
            }
        }
    }

    /// Without the examples of user fields; what other fields show is text in a file too.
    static std::string typed_in(const uno::Reference<uno::XInterface>& paragraph) {
        std::string typed;
        const uno::Reference<container::XEnumerationAccess> portions(paragraph, uno::UNO_QUERY);
        if (!portions.is()) {
            return typed;
        }
        const auto each = portions->createEnumeration();
        while (each->hasMoreElements()) {
            const properties_ref portion(each->nextElement(), uno::UNO_QUERY_THROW);
            const auto type = value_of<rtl::OUString>(portion, "TextPortionType");
            const bool user =
                type == "TextField" &&
                kind_of(value_of<uno::Reference<text::XTextField>>(portion, "TextField")) ==
                    odf::place_kind::field;
            if (!user && (type == "Text" || type == "TextField")) {
                typed += from_uno(range_ref(portion, uno::UNO_QUERY_THROW)->getString());
            }
        }
        return typed;
    }

    void take_if(bool alike, const uno::Reference<uno::XInterface>& range) {
        if (alike && !found_.is() && count_++ == place_.occurrence) {
            found_.set(range, uno::UNO_QUERY);
        }
    }

    const odf::template_place& place_;
    int count_ = 0;
    range_ref found_;
};

/// The text of a header or footer; null if the page style has none.
uno::Reference<uno::XInterface> area_text(const uno::Reference<uno::XInterface>& document,
                                          const odf::template_place& place) {
    static constexpr std::array<std::pair<const char*, const char*>, 6> areas = {
        {{"header", "HeaderText"},
         {"header-left", "HeaderTextLeft"},
         {"header-first", "HeaderTextFirst"},
         {"footer", "FooterText"},
         {"footer-left", "FooterTextLeft"},
         {"footer-first", "FooterTextFirst"}}};
    const auto* area = std::find_if(areas.begin(), areas.end(),
                                    [&](const auto& each) { return each.first == place.area; });
    const uno::Reference<com::sun::star::style::XStyleFamiliesSupplier> families(document,
                                                                                 uno::UNO_QUERY);
    const uno::Reference<container::XNameAccess> styles(
        families->getStyleFamilies()->getByName("PageStyles"), uno::UNO_QUERY_THROW);
    const auto name = to_uno(place.page_style);
    if (area == areas.end() || !styles->hasByName(name)) {
        return {};
    }
    return value_of<uno::Reference<uno::XInterface>>(
        properties_ref(styles->getByName(name), uno::UNO_QUERY_THROW), area->second);
}

void search_body(const uno::Reference<uno::XInterface>& document, place_search& search) {
    // Frames of a page come first in a file.
    const uno::Reference<text::XTextFramesSupplier> supplier(document, uno::UNO_QUERY_THROW);
    const uno::Reference<container::XIndexAccess> frames(supplier->getTextFrames(),
                                                         uno::UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < frames->getCount(); ++i) {
        const properties_ref frame(frames->getByIndex(i), uno::UNO_QUERY_THROW);
        if (value_of<text::TextContentAnchorType>(frame, "AnchorType") ==
            text::TextContentAnchorType_AT_PAGE) {
            search.through(frame);
        }
    }
    search.through(uno::Reference<text::XTextDocument>(document, uno::UNO_QUERY_THROW)->getText());
}

uno::Reference<uno::XInterface> named(const uno::Reference<container::XNameAccess>& all,
                                      const std::string& name) {
    const auto wanted = to_uno(name);
    return all->hasByName(wanted)
               ? uno::Reference<uno::XInterface>(all->getByName(wanted), uno::UNO_QUERY)
               : uno::Reference<uno::XInterface>();
}

/// The first paragraph of a section: the whole might be longer than the window.
range_ref beginning_of(const range_ref& block) {
    if (!block.is()) {
        return {};
    }
    const uno::Reference<text::XParagraphCursor> cursor(
        block->getText()->createTextCursorByRange(block->getStart()), uno::UNO_QUERY);
    if (!cursor.is()) {
        return block->getStart();
    }
    cursor->gotoEndOfParagraph(true);
    return {cursor, uno::UNO_QUERY};
}

range_ref range_of(const uno::Reference<uno::XInterface>& document,
                   const odf::template_place& place) {
    if (place.kind == odf::place_kind::section) {
        const uno::Reference<text::XTextContent> section(
            named(uno::Reference<text::XTextSectionsSupplier>(document, uno::UNO_QUERY_THROW)
                      ->getTextSections(),
                  place.name),
            uno::UNO_QUERY);
        return section.is() ? beginning_of(section->getAnchor()) : range_ref();
    }
    if (place.kind == odf::place_kind::table) {
        const uno::Reference<text::XTextTable> table(
            named(uno::Reference<text::XTextTablesSupplier>(document, uno::UNO_QUERY_THROW)
                      ->getTextTables(),
                  place.name),
            uno::UNO_QUERY);
        return table.is() && table->getCellNames().hasElements()
                   ? range_ref(table->getCellByName(table->getCellNames()[0]), uno::UNO_QUERY)
                   : range_ref();
    }
    place_search search(place);
    if (place.area.empty()) {
        search_body(document, search);
    } else {
        search.through(area_text(document, place));
    }
    return search.found();
}

/// A picture or a frame with text.
place_shown select_frame(const controller_ref& controller, const std::string& name) {
    const auto document = controller->getModel();
    auto frame =
        named(uno::Reference<text::XTextGraphicObjectsSupplier>(document, uno::UNO_QUERY_THROW)
                  ->getGraphicObjects(),
              name);
    if (!frame.is()) {
        frame = named(uno::Reference<text::XTextFramesSupplier>(document, uno::UNO_QUERY_THROW)
                          ->getTextFrames(),
                      name);
    }
    if (!frame.is()) {
        return place_shown::gone;
    }
    return uno::Reference<com::sun::star::view::XSelectionSupplier>(controller,
                                                                    uno::UNO_QUERY_THROW)
                   ->select(uno::Any(frame))
               ? place_shown::yes
               : place_shown::hidden;
}

/// Whether the window's cursor stands where it was sent: it stays away from what is hidden.
bool stands_at(const range_ref& cursor, const range_ref& wanted) {
    const uno::Reference<text::XTextRangeCompare> compare(wanted->getText(), uno::UNO_QUERY);
    try {
        return compare.is() && compare->compareRegionEnds(cursor->getEnd(), wanted->getEnd()) == 0;
    } catch (const com::sun::star::lang::IllegalArgumentException&) {
        return false; // it is in another text
    }
}

} // namespace

place_shown show_place(const controller_ref& controller, const odf::template_place& place) {
    if (place.kind == odf::place_kind::property) {
        return place_shown::elsewhere;
    }
    if (place.kind == odf::place_kind::frame) {
        return select_frame(controller, place.name);
    }
    const auto wanted = range_of(controller->getModel(), place);
    if (!wanted.is()) {
        return place_shown::gone;
    }
    const auto cursor =
        uno::Reference<text::XTextViewCursorSupplier>(controller, uno::UNO_QUERY_THROW)
            ->getViewCursor();
    try {
        cursor->gotoRange(wanted->getStart(), false);
        cursor->gotoRange(wanted->getEnd(), true);
    } catch (const uno::RuntimeException&) {
        return place_shown::hidden;
    }
    return stands_at(range_ref(cursor, uno::UNO_QUERY_THROW), wanted) ? place_shown::yes
                                                                      : place_shown::hidden;
}

} // namespace octroi::office
