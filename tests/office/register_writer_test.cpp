#include "core/error.hpp"
#include "core/reference.hpp"
#include "office/files.hpp"
#include "office/register_writer.hpp"
#include "office/uno_values.hpp"
#include "support/documents.hpp"
#include "support/registers.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/ValidationType.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XPrintAreas.hpp>
#include <com/sun/star/sheet/XSheetCondition.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/sheet/XViewPane.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <regex>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::office {
namespace {

namespace uno = com::sun::star::uno;
namespace sheet = com::sun::star::sheet;

using property_set = uno::Reference<com::sun::star::beans::XPropertySet>;

/// Thousands are set apart by a narrow no-break space in newer offices.
std::string plain_spaces(const std::string& text) {
    return std::regex_replace(text, std::regex("\u00A0|\u202F"), " ");
}

/// « 0,01 » as the schemas write it.
std::string with_points(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    return text;
}

/// Rates stand as text in the initial rows and as numbers in Calc.
bool same(const core::table_field& field, const core::cell_value& found,
          const core::cell_value& expected) {
    const auto* rate = std::get_if<std::string>(&expected);
    if (field.type != core::field_type::rate || rate == nullptr) {
        return found == expected;
    }
    const auto* number = std::get_if<core::number>(&found);
    return number != nullptr && number->ratio() == core::parse_rate(*rate);
}

class register_writer : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        blank_ = std::make_unique<test::workbook>(
            component_ref(new_register(test::live_office(), false), uno::UNO_QUERY_THROW));
        show_register(test::live_office(), blank_->document());
        demonstration_ = std::make_unique<test::workbook>(
            component_ref(new_register(test::live_office(), true), uno::UNO_QUERY_THROW));
    }

    static void TearDownTestSuite() {
        blank_.reset();
        demonstration_.reset();
    }

    static std::string cell_of(const core::table_schema& schema, std::size_t field, int row) {
        return test::place_in_register(schema.name, schema.usual_fields()[field].name, row);
    }

    static property_set validation_of(const std::string& sheet_name, const std::string& cell) {
        const property_set cells(blank_->sheet(sheet_name)->getCellRangeByName(to_uno(cell)),
                                 uno::UNO_QUERY_THROW);
        return {cells->getPropertyValue("Validation"), uno::UNO_QUERY_THROW};
    }

    static std::unique_ptr<test::workbook> blank_;
    static std::unique_ptr<test::workbook> demonstration_;
};

std::unique_ptr<test::workbook> register_writer::blank_;
std::unique_ptr<test::workbook> register_writer::demonstration_;

TEST_F(register_writer, has_every_column_of_every_table_in_order) {
    for (const auto& schema : core::table_schemas()) {
        for (std::size_t i = 0; i < schema.usual_fields().size(); ++i) {
            EXPECT_EQ(blank_->shown(schema.title, cell_of(schema, i, -1)),
                      schema.usual_fields()[i].title);
        }
        const auto beyond = core::column_name(static_cast<int>(schema.usual_fields().size())) + "1";
        EXPECT_EQ(blank_->shown(schema.title, beyond), "") << schema.title;
    }
}

TEST_F(register_writer, offers_closed_lists_on_the_first_and_the_last_prepared_row) {
    int lists = 0;
    for (const auto& schema : core::table_schemas()) {
        for (std::size_t i = 0; i < schema.usual_fields().size(); ++i) {
            const auto& field = schema.usual_fields()[i];
            if (field.allowed.empty()) {
                continue;
            }
            ++lists;
            for (const int row : {0, 2999}) {
                const auto cell = cell_of(schema, i, row);
                SCOPED_TRACE(schema.title + "." + cell);
                const auto validation = validation_of(schema.title, cell);
                sheet::ValidationType type{};
                validation->getPropertyValue("Type") >>= type;
                EXPECT_EQ(type, sheet::ValidationType_LIST);
                const auto formula = from_uno(
                    uno::Reference<sheet::XSheetCondition>(validation, uno::UNO_QUERY_THROW)
                        ->getFormula1());
                std::smatch place;
                ASSERT_TRUE(std::regex_match(
                    formula, place, std::regex(R"(\$(\w+)\.\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+))")))
                    << formula;
                const int first = std::stoi(place[3]);
                ASSERT_EQ(std::stoi(place[4]) - first + 1, static_cast<int>(field.allowed.size()));
                for (std::size_t value = 0; value < field.allowed.size(); ++value) {
                    EXPECT_EQ(with_points(blank_->shown(
                                  place[1], place[2].str() +
                                                std::to_string(first + static_cast<int>(value)))),
                              field.allowed[value]);
                }
            }
        }
    }
    EXPECT_GT(lists, 10);
}

TEST_F(register_writer, offers_the_communes_where_one_is_to_be_named) {
    const auto cell = test::place_in_register("actions", "commune", 0);
    const uno::Reference<sheet::XSheetCondition> condition(validation_of("Actions", cell),
                                                           uno::UNO_QUERY_THROW);
    const auto first = test::place_in_register("communes", "commune", 0);
    EXPECT_TRUE(from_uno(condition->getFormula1())
                    .starts_with("$Communes.$" + first.substr(0, first.size() - 1) + "$2:"))
        << from_uno(condition->getFormula1());
}

TEST_F(register_writer, keeps_headers_in_sight_on_screen_and_paper) {
    const property_set settings(blank_->document(), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::container::XNameAccess> ranges(
        settings->getPropertyValue("DatabaseRanges"), uno::UNO_QUERY_THROW);
    const uno::Reference<com::sun::star::frame::XModel> model(blank_->document(),
                                                              uno::UNO_QUERY_THROW);
    const uno::Reference<sheet::XSpreadsheetView> view(model->getCurrentController(),
                                                       uno::UNO_QUERY_THROW);
    for (const auto& schema : core::table_schemas()) {
        SCOPED_TRACE(schema.title);
        const auto target = blank_->sheet(schema.title);
        view->setActiveSheet(target);
        // The first of the panes is the fixed one: the header alone.
        const uno::Reference<com::sun::star::container::XIndexAccess> panes(view,
                                                                            uno::UNO_QUERY_THROW);
        EXPECT_GE(panes->getCount(), 2);
        const uno::Reference<sheet::XViewPane> above(panes->getByIndex(0), uno::UNO_QUERY_THROW);
        EXPECT_EQ(above->getVisibleRange().StartRow, 0);
        EXPECT_EQ(above->getVisibleRange().EndRow, 0);
        const uno::Reference<sheet::XPrintAreas> printing(target, uno::UNO_QUERY_THROW);
        EXPECT_TRUE(printing->getPrintTitleRows());
        EXPECT_EQ(printing->getTitleRows().StartRow, 0);
        EXPECT_EQ(printing->getTitleRows().EndRow, 0);
        bool filter = false;
        property_set(ranges->getByName(to_uno(schema.title)), uno::UNO_QUERY_THROW)
            ->getPropertyValue("AutoFilter") >>= filter;
        EXPECT_TRUE(filter);
    }
    view->setActiveSheet(blank_->sheet("Lisez-moi"));
}

TEST_F(register_writer, shows_amounts_dates_and_numbers_the_french_way) {
    test::workbook book(
        component_ref(new_register(test::live_office(), false), uno::UNO_QUERY_THROW));
    const auto shown = [&](const char* field, double stored) {
        const auto cell = test::place_in_register("actions", field, 0);
        book.put("Actions", cell, stored);
        return plain_spaces(book.shown("Actions", cell));
    };
    EXPECT_EQ(shown("montant_vote", 1234.5), "1 234,50 €");
    EXPECT_EQ(shown("montant_vote", 0), "0,00 €");
    EXPECT_EQ(shown("date_cp", 42562), "11/07/2016");
    EXPECT_EQ(shown("exercice", 2016), "2016");
    EXPECT_EQ(shown("public_nombre", 1500), "1 500");
}

TEST_F(register_writer, demonstration_reads_back_as_the_rows_it_was_made_of) {
    const auto book = read_register(demonstration_->document(), "démonstration");
    for (const auto& schema : core::table_schemas()) {
        const auto rows = core::initial_rows(schema.name, true);
        const auto expected = core::table::bind(schema, test::sheet_of(schema.name, rows)).value();
        const auto& found = book.need(schema.name);
        ASSERT_EQ(found.size(), rows.size()) << schema.title;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t field = 0; field < schema.usual_fields().size(); ++field) {
                const auto& value = found.at(row, field);
                EXPECT_TRUE(same(schema.usual_fields()[field], value, expected.at(row, field)))
                    << core::quoted_value(value) << " / "
                    << core::quoted_value(expected.at(row, field)) << " in "
                    << found.address(row, field).sheet << '.' << found.address(row, field).a1();
            }
        }
    }
}

TEST_F(register_writer, blank_register_holds_reference_data_only) {
    const auto book = read_register(blank_->document(), "vierge");
    const auto& communes = book.need("communes");
    EXPECT_EQ(communes.size(), 37U); // 36 communes and La Défense
    EXPECT_EQ(book.need("actions").size(), 0U);
    EXPECT_EQ(book.need("contrats").size(), 0U);
    EXPECT_GT(book.need("bareme").size(), 0U);
    EXPECT_GT(book.need("parametres").size(), 0U);
    const auto name = communes.schema().index("nom_du_maire");
    for (std::size_t row = 0; row < communes.size(); ++row) {
        EXPECT_TRUE(core::is_empty(communes.at(row, name))) << "no invented mayor";
    }
}

TEST_F(register_writer, first_sheet_tells_that_demonstration_data_are_fictitious) {
    const auto names = demonstration_->document()->getSheets()->getElementNames();
    EXPECT_EQ(from_uno(names[0]), "Lisez-moi");
    std::string text;
    for (int row = 1; row <= 8; ++row) {
        text += demonstration_->shown("Lisez-moi", "B" + std::to_string(row));
    }
    EXPECT_NE(text.find("fictifs"), std::string::npos) << text;
}

TEST_F(register_writer, saves_the_frozen_headers) {
    const temporary_folder folder;
    const auto file = folder.path() / "r.ods";
    create_register_file(test::live_office(), {.output = file});
    const auto settings = test::part(read_file(file).value(), "settings.xml");
    const std::regex frozen_below_first_row(
        R"(VerticalSplitMode" config:type="short">2<.*?VerticalSplitPosition" config:type="int">1<)");
    EXPECT_EQ(std::distance(
                  std::sregex_iterator(settings.begin(), settings.end(), frozen_below_first_row),
                  std::sregex_iterator()),
              static_cast<std::ptrdiff_t>(core::table_schemas().size()))
        << settings;
    EXPECT_NE(settings.find(R"(ActiveTable" config:type="string">Lisez-moi<)"), std::string::npos);
}

TEST_F(register_writer, saves_whole_files_and_refuses_other_kinds) {
    const temporary_folder folder;
    const auto make = [&](const char* name) {
        create_register_file(test::live_office(), {.output = folder.path() / name});
        return read_file(folder.path() / name).value_or("");
    };
    EXPECT_TRUE(make("r.ods").starts_with("PK"));
    EXPECT_TRUE(make("r.xlsx").starts_with("PK"));
    EXPECT_THROW(make("r.ods"), core::user_error);
    EXPECT_THROW(make("r.xls"), core::user_error);
    EXPECT_THROW(make("sans-extension"), core::user_error);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "r.xls"));
}

} // namespace
} // namespace octroi::office
