// Pictures of the record in the place of a template's.
#include "core/base64.hpp"
#include "core/digest.hpp"
#include "odf/archive.hpp"
#include "support/documents.hpp"
#include "support/pictures.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace octroi::odf {
namespace {

constexpr const char* old_base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAAA=";
const std::string old_path = "Pictures/" + core::sha256(*core::from_base64(old_base64)) + ".png";

std::string frame(const std::string& name, const std::string& size, const std::string& content) {
    return "<text:p><draw:frame draw:style-name=\"fr1\" draw:name=\"" + name +
           "\" text:anchor-type=\"as-char\"" + size + ">" + content + "</draw:frame></text:p>";
}

std::string own(const std::string& name,
                const std::string& size = " svg:width=\"4cm\" svg:height=\"2cm\"") {
    return frame(name, size,
                 "<draw:image><office:binary-data>" + std::string(old_base64) +
                     "</office:binary-data></draw:image><svg:title>Logo</svg:title>");
}

core::record with_logo(const std::string& bytes) {
    core::record data;
    data.images["image_logo"] = std::make_shared<const core::picture>(*core::read_picture(bytes));
    return data;
}

test::merged merge(const std::string& body, const core::record& data,
                   const test::flat_parts& parts = {}) {
    return test::merge(body, data, test::nested_catalogue(), parts);
}

std::vector<std::string> pictures_in(const std::string& package) {
    std::vector<std::string> names;
    for (const auto& entry : read_archive(package)) {
        if (entry.name.starts_with("Pictures/")) {
            names.push_back(entry.name);
        }
    }
    return names;
}

std::string path_of(const core::record& data) {
    const auto& picture = *data.images.at("image_logo");
    return "Pictures/" + picture.digest + "." + std::string(picture.extension());
}

std::string shown(const std::string& path) {
    return "<draw:image xlink:href=\"" + path +
           "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>"
           "<svg:title>Logo</svg:title>";
}

TEST(image, takes_the_place_of_the_templates_in_its_frame) {
    const auto data = with_logo(test::png(200, 100));
    const auto document = merge(own("image_logo"), data);
    EXPECT_EQ(document.body, frame("image_logo", " svg:width=\"4cm\" svg:height=\"2.000cm\"",
                                   shown(path_of(data))));
    EXPECT_EQ(pictures_in(document.bytes), std::vector<std::string>{path_of(data)});
    EXPECT_EQ(test::part(document.bytes, path_of(data)), data.images.at("image_logo")->bytes);
    const auto manifest = test::part(document.bytes, "META-INF/manifest.xml");
    EXPECT_NE(manifest.find("manifest:full-path=\"" + path_of(data) +
                            "\" manifest:media-type=\"image/png\""),
              std::string::npos);
    EXPECT_EQ(manifest.find(old_path), std::string::npos);
}

TEST(image, keeps_its_proportions_inside_the_frame) {
    const auto size_of = [](const std::string& bytes, const std::string& box) {
        const auto body = merge(own("image_logo", box), with_logo(bytes)).body;
        return test::attribute_values(body, "svg:width")[0] + " " +
               test::attribute_values(body, "svg:height")[0];
    };
    const std::string box = " svg:width=\"4cm\" svg:height=\"2cm\"";
    EXPECT_EQ(size_of(test::png(100, 100), box), "2.000cm 2cm");
    EXPECT_EQ(size_of(test::jpeg(400, 100), box), "4cm 1.000cm");
    EXPECT_EQ(size_of("<svg/>", box), "4cm 2cm");
}

TEST(image, is_shown_in_numbered_frames_and_headers_and_packed_once) {
    const auto data = with_logo(test::png(2, 1));
    const auto document =
        merge(own("image_logo") + own("image_logo_2"), data, {"", own("image_logo_3"), ""});
    for (const char* part : {"content.xml", "styles.xml"}) {
        const auto xml = test::part(document.bytes, part);
        EXPECT_NE(xml.find(path_of(data)), std::string::npos) << part;
        EXPECT_EQ(xml.find(old_path), std::string::npos) << part;
    }
    EXPECT_EQ(pictures_in(document.bytes), std::vector<std::string>{path_of(data)});
}

TEST(image, of_the_template_stays_without_one_in_the_record) {
    const auto document = merge(own("image_logo"), {});
    EXPECT_NE(document.body.find(shown(old_path)), std::string::npos) << document.body;
    EXPECT_EQ(pictures_in(document.bytes), std::vector<std::string>{old_path});
    EXPECT_NE(test::part(document.bytes, "META-INF/manifest.xml").find(old_path),
              std::string::npos);
}

TEST(image, of_the_template_stays_where_another_frame_shows_it) {
    const auto data = with_logo(test::png(2, 1));
    const auto document = merge(own("image_logo") + own("Image1"), data);
    auto found = pictures_in(document.bytes);
    std::sort(found.begin(), found.end());
    std::vector<std::string> expected{old_path, path_of(data)};
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(found, expected);
}

TEST(image, in_several_formats_becomes_one) {
    const auto data = with_logo(test::png(2, 1));
    const auto body = merge(frame("image_logo", "",
                                  "<draw:image xlink:href=\"Pictures/a.svg\"/><draw:image "
                                  "xlink:href=\"Pictures/a.png\"/><svg:title>Logo</svg:title>"),
                            data)
                          .body;
    EXPECT_EQ(body, frame("image_logo", "", shown(path_of(data))));
}

std::vector<std::string> problems(const std::string& body) {
    std::vector<std::string> found;
    for (const auto& problem : document_template("essai.fodt", test::flat_text(body))
                                   .problems(test::nested_catalogue())) {
        found.push_back(problem.text);
    }
    return found;
}

TEST(frame, named_like_an_image_must_hold_one) {
    EXPECT_EQ(problems(own("image_logo")), std::vector<std::string>());
    const auto found =
        problems(frame("image_logo", "", "<draw:text-box><text:p/></draw:text-box>"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("image_logo"), std::string::npos);
}

TEST(frame, named_nearly_like_an_image_is_refused_with_a_suggestion) {
    const auto found = problems(own("image_signatur"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("image_signature"), std::string::npos) << found[0];
    EXPECT_EQ(problems(own("Image1") + own("image_du_plan_de_la_commune")),
              std::vector<std::string>());
}

} // namespace
} // namespace octroi::odf
