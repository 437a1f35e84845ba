#include "core/base64.hpp"
#include "core/digest.hpp"
#include "core/picture.hpp"
#include "core/record.hpp"
#include "support/pictures.hpp"

#include <gtest/gtest.h>

namespace octroi::core {
namespace {

TEST(picture, is_known_by_its_bytes_with_its_size) {
    const auto png = read_picture(test::png(300, 70000));
    ASSERT_TRUE(png);
    EXPECT_EQ(png->media_type(), "image/png");
    EXPECT_EQ(png->width, 300U);
    EXPECT_EQ(png->height, 70000U);
    EXPECT_EQ(png->digest, sha256(png->bytes));
    const auto jpeg = read_picture(test::jpeg(640, 480));
    ASSERT_TRUE(jpeg);
    EXPECT_EQ(jpeg->extension(), "jpg");
    EXPECT_EQ(jpeg->width, 640U);
    EXPECT_EQ(jpeg->height, 480U);
}

TEST(picture, in_svg_may_have_a_declaration_and_comments_first) {
    for (const char* text :
         {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
          "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- > --><!DOCTYPE svg>\n<svg/>"}) {
        const auto svg = read_picture(text);
        ASSERT_TRUE(svg) << text;
        EXPECT_EQ(svg->extension(), "svg");
    }
}

TEST(picture, of_another_format_or_cut_off_is_refused) {
    for (const std::string& bytes :
         {std::string(), std::string("GIF89a"), std::string("<html/>"), std::string("<!-- svg"),
          test::png(1, 1).substr(0, 20), test::jpeg(1, 1).substr(0, 16),
          std::string("\xFF\xD8\xFF\xD9", 4)}) {
        EXPECT_FALSE(read_picture(bytes)) << bytes;
    }
}

TEST(fingerprint, changes_with_a_picture) {
    record data;
    data.fields["a"] = "b";
    const auto none = fingerprint(data, "t");
    const auto with = [&](const std::string& bytes) {
        data.images["image_logo"] = std::make_shared<const picture>(*read_picture(bytes));
        return fingerprint(data, "t");
    };
    const auto one = with(test::png(1, 1));
    EXPECT_NE(one, none);
    EXPECT_NE(with(test::png(1, 2)), one);
    EXPECT_EQ(with(test::png(1, 1)), one);
}

TEST(base64, gives_bytes_whatever_the_lines) {
    EXPECT_EQ(from_base64("aGVs\n  bG8="), "hello");
    EXPECT_EQ(from_base64(""), "");
    EXPECT_FALSE(from_base64("a!b"));
}

} // namespace
} // namespace octroi::core
