#include "office/template_editing.hpp"

#include "core/error.hpp"
#include "core/field_offer.hpp"
#include "core/messages.hpp"
#include "office/document_change.hpp"
#include "office/uno_values.hpp"

#include <com/sun/star/beans/PropertyAttribute.hpp>
#include <com/sun/star/beans/XPropertyContainer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/document/XDocumentPropertiesSupplier.hpp>
#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/text/XDependentTextField.hpp>
#include <com/sun/star/text/XTextFieldsSupplier.hpp>
#include <com/sun/star/text/XTextSection.hpp>
#include <com/sun/star/text/XTextTable.hpp>
#include <com/sun/star/text/XTextTablesSupplier.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <cppuhelper/implbase1.hxx>

#include <charconv>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace beans = com::sun::star::beans;
namespace text = com::sun::star::text;
namespace lang = com::sun::star::lang;

namespace {

using properties_ref = uno::Reference<beans::XPropertySet>;
using cursor_ref = uno::Reference<text::XTextViewCursor>;

constexpr const char* unit_property = "octroi_unite";

[[noreturn]] void refuse(const char* key) {
    throw core::user_error(core::error_kind::input, core::message(key));
}

void set(const uno::Reference<uno::XInterface>& of, const char* name, const uno::Any& value) {
    properties_ref(of, uno::UNO_QUERY_THROW)
        ->setPropertyValue(rtl::OUString::createFromAscii(name), value);
}

properties_ref own_properties(const component_ref& document) {
    return {uno::Reference<com::sun::star::document::XDocumentPropertiesSupplier>(
                document, uno::UNO_QUERY_THROW)
                ->getDocumentProperties()
                ->getUserDefinedProperties(),
            uno::UNO_QUERY_THROW};
}

/// An empty one takes the property away.
void write_unit(const component_ref& document, const std::string& unit) {
    const auto properties = own_properties(document);
    const auto name = rtl::OUString::createFromAscii(unit_property);
    const uno::Reference<beans::XPropertyContainer> container(properties, uno::UNO_QUERY_THROW);
    if (properties->getPropertySetInfo()->hasPropertyByName(name)) {
        container->removeProperty(name);
    }
    if (!unit.empty()) {
        container->addProperty(name, beans::PropertyAttribute::REMOVABLE, uno::Any(to_uno(unit)));
    }
}

/// LibreOffice notes no change of a document's properties.
class unit_change : public cppu::WeakImplHelper1<com::sun::star::document::XUndoAction> {
public:
    unit_change(const component_ref& document, std::string before, std::string after)
        : document_(document), before_(std::move(before)), after_(std::move(after)) {}

    rtl::OUString SAL_CALL getTitle() override {
        return to_uno(core::message("author.undo_unit", {{"unit", after_}}));
    }
    void SAL_CALL undo() override { write(before_); }
    void SAL_CALL redo() override { write(after_); }

private:
    void write(const std::string& unit) const {
        const component_ref alive(document_);
        if (alive.is()) {
            write_unit(alive, unit);
        }
    }

    uno::WeakReference<lang::XComponent> document_; // its undo list holds us
    std::string before_;
    std::string after_;
};

void require_open_for_writing(const component_ref& document) {
    if (uno::Reference<com::sun::star::frame::XStorable>(document, uno::UNO_QUERY_THROW)
            ->isReadonly()) {
        refuse("author.read_only");
    }
}

/// UNO inserts into what is protected without a word.
void require_unprotected(const properties_ref& place) {
    auto section = value_of<uno::Reference<text::XTextSection>>(place, "TextSection");
    for (; section.is(); section = section->getParentSection()) {
        if (value_of<bool>(properties_ref(section, uno::UNO_QUERY_THROW), "IsProtected")) {
            refuse("author.protected");
        }
    }
    const auto cell = value_of<properties_ref>(place, "Cell");
    const auto frame = value_of<properties_ref>(place, "TextFrame");
    if ((cell.is() && value_of<bool>(cell, "IsProtected")) ||
        (frame.is() && value_of<bool>(frame, "ContentProtected"))) {
        refuse("author.protected");
    }
}

/// The cursor in the document's window, in a text that may be changed.
cursor_ref text_cursor(const controller_ref& controller) {
    require_open_for_writing(component_ref(controller->getModel(), uno::UNO_QUERY));
    const uno::Reference<lang::XServiceInfo> selected(controller->getModel()->getCurrentSelection(),
                                                      uno::UNO_QUERY);
    // Anything else is a picture, a frame or cells of a table; a window not shown yet has none.
    if (selected.is() && !selected->supportsService("com.sun.star.text.TextRanges")) {
        refuse("author.no_cursor");
    }
    auto cursor = uno::Reference<text::XTextViewCursorSupplier>(controller, uno::UNO_QUERY_THROW)
                      ->getViewCursor();
    try {
        cursor->getText();
        require_unprotected(properties_ref(cursor, uno::UNO_QUERY_THROW));
    } catch (const uno::RuntimeException&) {
        refuse("author.no_cursor"); // the cursor is in no text
    }
    return cursor;
}

class template_editor {
public:
    explicit template_editor(const uno::Reference<com::sun::star::frame::XModel>& document)
        : document_(document), factory_(document, uno::UNO_QUERY_THROW) {}

    uno::Reference<text::XTextContent> make_field(const core::catalogue_field& field) const {
        const uno::Reference<text::XDependentTextField> made(
            factory_->createInstance("com.sun.star.text.TextField.User"), uno::UNO_QUERY_THROW);
        made->attachTextFieldMaster(master_of(field));
        return {made, uno::UNO_QUERY_THROW};
    }

    uno::Reference<text::XTextTable> make_table(std::size_t columns) const {
        uno::Reference<text::XTextTable> made(
            factory_->createInstance("com.sun.star.text.TextTable"), uno::UNO_QUERY_THROW);
        made->initialize(2, static_cast<sal_Int32>(columns));
        return made;
    }

    void write(const uno::Reference<uno::XInterface>& cell, const char* style,
               const std::string& title) const {
        const uno::Reference<text::XText> into(cell, uno::UNO_QUERY_THROW);
        into->setString(to_uno(title));
        set_style(into, style);
    }

    void write(const uno::Reference<uno::XInterface>& cell, const char* style,
               const core::catalogue_field& field) const {
        const uno::Reference<text::XText> into(cell, uno::UNO_QUERY_THROW);
        into->insertTextContent(into->getStart(), make_field(field), false);
        set_style(into, style);
    }

    /// « actions », else « actions_2 »…
    rtl::OUString free_name(const std::string& wanted) const {
        const auto tables =
            uno::Reference<text::XTextTablesSupplier>(document_, uno::UNO_QUERY_THROW)
                ->getTextTables();
        auto name = to_uno(wanted);
        for (int number = 2; tables->hasByName(name); ++number) {
            name = to_uno(wanted + "_" + std::to_string(number));
        }
        return name;
    }

private:
    static void set_style(const uno::Reference<text::XText>& of, const char* style) {
        set(of->createTextCursor(), "ParaStyleName",
            uno::Any(rtl::OUString::createFromAscii(style)));
    }

    /// The document's own one is left as it is.
    properties_ref master_of(const core::catalogue_field& field) const {
        const auto masters =
            uno::Reference<text::XTextFieldsSupplier>(document_, uno::UNO_QUERY_THROW)
                ->getTextFieldMasters();
        const auto name = "com.sun.star.text.fieldmaster.User." + to_uno(field.name);
        if (masters->hasByName(name)) {
            return {masters->getByName(name), uno::UNO_QUERY_THROW};
        }
        properties_ref made(factory_->createInstance("com.sun.star.text.FieldMaster.User"),
                            uno::UNO_QUERY_THROW);
        set(made, "Name", uno::Any(to_uno(field.name)));
        double number = 0;
        const auto* end = field.example.data() + field.example.size();
        const auto read = std::from_chars(field.example.data(), end, number);
        if (field.name.ends_with("_num") && read.ec == std::errc() && read.ptr == end) {
            set(made, "IsExpression", uno::Any(true)); // a number to Writer's own conditions
            set(made, "Value", uno::Any(number));
        } else {
            set(made, "IsExpression", uno::Any(false));
            set(made, "Content",
                uno::Any(to_uno(field.example.empty() ? field.name : field.example)));
        }
        return made;
    }

    uno::Reference<com::sun::star::frame::XModel> document_;
    uno::Reference<lang::XMultiServiceFactory> factory_;
};

} // namespace

std::string template_unit(const component_ref& document) {
    const auto properties = own_properties(document);
    const auto name = rtl::OUString::createFromAscii(unit_property);
    rtl::OUString unit;
    if (properties->getPropertySetInfo()->hasPropertyByName(name)) {
        properties->getPropertyValue(name) >>= unit;
    }
    return from_uno(unit);
}

void set_template_unit(const component_ref& document, const std::string& unit) {
    require_open_for_writing(document);
    const std::string before = template_unit(document);
    write_unit(document, unit);
    undo_list_of(document)->addUndoAction(new unit_change(document, before, unit));
}

void insert_field(const controller_ref& controller, const core::catalogue_field& field) {
    const auto cursor = text_cursor(controller);
    const template_editor editor(controller->getModel());
    const one_step step(controller->getModel(),
                        core::message("author.undo_field", {{"field", field.name}}));
    const auto made = editor.make_field(field);
    const uno::Reference<text::XTextRange> here(cursor, uno::UNO_QUERY_THROW);
    cursor->getText()->insertTextContent(here, made, true);
    cursor->gotoRange(made->getAnchor()->getEnd(), false);
}

std::string insert_list(const controller_ref& controller, const core::catalogue_list& list) {
    const auto cursor = text_cursor(controller);
    if (value_of<uno::Reference<uno::XInterface>>(properties_ref(cursor, uno::UNO_QUERY_THROW),
                                                  "Footnote")
            .is()) {
        refuse("author.no_table_in_note");
    }
    const template_editor editor(controller->getModel());
    const auto name = editor.free_name(list.name);
    const one_step step(controller->getModel(),
                        core::message("author.undo_list", {{"list", from_uno(name)}}));
    const auto fields = core::usual_columns(list);
    const auto table = editor.make_table(fields.size());
    const uno::Reference<text::XTextRange> here(cursor, uno::UNO_QUERY_THROW);
    cursor->getText()->insertTextContent(
        here, uno::Reference<text::XTextContent>(table, uno::UNO_QUERY_THROW), true);
    uno::Reference<com::sun::star::container::XNamed>(table, uno::UNO_QUERY_THROW)->setName(name);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto column = rtl::OUString(static_cast<sal_Unicode>('A' + i));
        editor.write(table->getCellByName(column + "1"), "Table Heading",
                     core::column_title(*fields[i]));
        editor.write(table->getCellByName(column + "2"), "Table Contents", *fields[i]);
    }
    return from_uno(name);
}

} // namespace octroi::office
