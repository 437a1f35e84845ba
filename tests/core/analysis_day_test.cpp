#include "core/analysis_day.hpp"
#include "core/report_deadline.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

date day(const char* iso_text) {
    return *parse_iso_date(iso_text);
}

parameters settings(const std::vector<reference_row>& rows) {
    return parameters(test::book({test::sheet_of("parametres", rows)}));
}

TEST(analysis_day, is_the_one_asked_for_else_that_of_the_register_else_today) {
    const auto dated = settings({{{"cle", "controle.date"}, {"valeur", "2016-09-30"}}});
    EXPECT_EQ(day_of_analysis(dated, day("2017-01-31")), day("2017-01-31"));
    EXPECT_EQ(day_of_analysis(dated, std::nullopt), day("2016-09-30"));
    EXPECT_EQ(day_of_analysis(settings({}), std::nullopt), today());
}

TEST(report_deadline, is_some_months_after_the_end) {
    EXPECT_EQ(report_deadline(settings({}), day("2016-12-31")), day("2017-06-30"));
    const auto months = [](const char* value) {
        return report_deadline(settings({{{"cle", "bilan.mois"}, {"valeur", value}}}),
                               day("2016-08-31"));
    };
    EXPECT_EQ(months("0"), day("2016-08-31"));
    EXPECT_EQ(months("600"), day("2066-08-31"));
    EXPECT_FALSE(months("601"));
    EXPECT_FALSE(months("-1"));
    EXPECT_FALSE(months("six"));
}

} // namespace
} // namespace octroi::core
