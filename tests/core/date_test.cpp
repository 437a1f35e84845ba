#include "core/date.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

date day(int year, unsigned month, unsigned number) {
    return date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

TEST(date, is_read_in_all_forms_an_officer_types) {
    for (const char* text :
         {"11/07/2016", "11/7/2016", "11.07.2016", "11-07-2016", "2016-07-11", " 11/07/2016 ",
          "11 juillet 2016", "11\u00A0juillet\u00A02016", "11 JUILLET 2016", "11 Juillet 2016"}) {
        EXPECT_EQ(parse_date(text), day(2016, 7, 11)) << text;
    }
    EXPECT_EQ(parse_date("1er janvier 2016"), day(2016, 1, 1));
    EXPECT_EQ(parse_date("1 janvier 2016"), day(2016, 1, 1));
    EXPECT_EQ(parse_date("3 aout 2016"), day(2016, 8, 3));
    EXPECT_EQ(parse_date("3 août 2016"), day(2016, 8, 3));
    EXPECT_EQ(parse_date("28 FÉVRIER 2017"), day(2017, 2, 28));
}

TEST(date, is_refused_unless_it_is_one_existing_day) {
    for (const char* text :
         {"", "31/02/2016", "29/02/2015", "2016-02-30", "2016-13-01", "0/1/2016", "11/07/16",
          "07/2016", "juillet 2016", "11 juillet", "11 juillet 16", "11/07/2016 bis", "11072016",
          "2016", "11 juil 2016", "en juillet", "31 juin 2016", "2016-7-11", "-1/07/2016"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(date, is_not_made_of_a_range_of_days) {
    for (const char* text : {"1-3 mai 2016", "1/3 mai 2016", "1, 3 mai 2016", "1 3 mai 2016",
                             "3 mai 20 16", "3 mai 2015-2016"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(iso_date, takes_the_iso_form_only) {
    EXPECT_EQ(parse_iso_date("2016-07-11"), day(2016, 7, 11));
    for (const char* text : {"11/07/2016", "2016-07-1", "2016-7-011", "2016/07/11", "2016-02-30",
                             "", "2016-07-11 ", "+016-07-11"}) {
        EXPECT_FALSE(parse_iso_date(text)) << text;
    }
}

TEST(iso_date, is_written_with_four_two_and_two_digits) {
    EXPECT_EQ(iso(day(2016, 7, 1)), "2016-07-01");
    EXPECT_EQ(iso(day(987, 12, 31)), "0987-12-31");
}

TEST(french_date, has_a_no_break_space_before_the_month_and_1er) {
    EXPECT_EQ(french(day(2016, 1, 1)), "1er\u00A0janvier 2016");
    EXPECT_EQ(french(day(2016, 7, 11)), "11\u00A0juillet 2016");
    EXPECT_EQ(french(day(2016, 8, 31)), "31\u00A0août 2016");
}

TEST(french_date, is_read_back) {
    for (unsigned month = 1; month <= 12; ++month) {
        EXPECT_EQ(parse_date(french(day(2016, month, 1))), day(2016, month, 1));
        EXPECT_EQ(parse_date(french(day(2016, month, 29))), day(2016, month, 29));
    }
}

TEST(period, names_the_year_once_when_it_is_the_same) {
    EXPECT_EQ(french_period(day(2016, 3, 1), day(2016, 6, 30)),
              "du 1er\u00A0mars au 30\u00A0juin 2016");
    EXPECT_EQ(french_period(day(2016, 3, 1), day(2017, 2, 28)),
              "du 1er\u00A0mars 2016 au 28\u00A0février 2017");
    EXPECT_EQ(french_period(day(2016, 5, 3), day(2016, 5, 3)), "le 3\u00A0mai 2016");
}

TEST(months_later, is_the_last_day_where_the_day_does_not_exist) {
    EXPECT_EQ(plus_months(day(2010, 4, 16), 36), day(2013, 4, 16));
    EXPECT_EQ(plus_months(day(2012, 2, 29), 36), day(2015, 2, 28));
    EXPECT_EQ(plus_months(day(2012, 2, 29), 48), day(2016, 2, 29));
    EXPECT_EQ(plus_months(day(2016, 12, 31), 2), day(2017, 2, 28));
    EXPECT_EQ(plus_months(day(2016, 1, 31), -2), day(2015, 11, 30));
    EXPECT_EQ(plus_months(day(2016, 1, 31), 0), day(2016, 1, 31));
}

TEST(days_later, crosses_leap_days_and_years) {
    EXPECT_EQ(plus_days(day(2016, 3, 1), -1), day(2016, 2, 29));
    EXPECT_EQ(plus_days(day(2015, 3, 1), -1), day(2015, 2, 28));
    EXPECT_EQ(plus_days(day(2016, 12, 31), 1), day(2017, 1, 1));
    EXPECT_EQ(plus_days(day(1900, 2, 28), 1), day(1900, 3, 1));
}

TEST(days_since_epoch, counts_from_1970) {
    EXPECT_EQ(days_since_epoch(day(1970, 1, 1)), 0);
    EXPECT_EQ(days_since_epoch(day(1899, 12, 30)), -25569);
    EXPECT_EQ(days_since_epoch(day(2016, 7, 11)), 16993);
}

} // namespace
} // namespace octroi::core
