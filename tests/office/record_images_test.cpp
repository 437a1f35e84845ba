#include "core/error.hpp"
#include "office/files.hpp"
#include "office/record_images.hpp"
#include "support/pictures.hpp"
#include "support/registers.hpp"

#include <gtest/gtest.h>

namespace octroi::office {
namespace {

constexpr core::date day{std::chrono::year{2016}, std::chrono::July, std::chrono::day{11}};

class record_images_test : public ::testing::Test {
protected:
    core::record filled(const std::string& logo) const {
        const core::parameters settings(test::book({test::sheet_of(
            "parametres",
            {{{"cle", "image.logo"}, {"valeur", logo}, {"valide_du", "2016-01-01"}},
             {{"cle", "image.logo"}, {"valeur", "ancien.png"}, {"valide_au", "2015-12-31"}}})}));
        core::record data;
        record_images({{}, folder_.path() / "registre", folder_.path() / "modeles"})
            .add(data, settings, day);
        return data;
    }

    std::string refusal(const std::string& logo) const {
        try {
            filled(logo);
        } catch (const core::user_error& error) {
            return error.what();
        }
        return {};
    }

    void put(const std::string& file, const std::string& bytes) const {
        prepare_folder((folder_.path() / file).parent_path());
        write_file(folder_.path() / file, bytes);
    }

    temporary_folder folder_;
};

TEST_F(record_images_test, come_from_beside_the_register_first) {
    put("modeles/logo.png", test::png(1, 1));
    const auto own = filled("logo.png");
    ASSERT_TRUE(own.images.contains("image_logo"));
    EXPECT_EQ(own.images.at("image_logo")->width, 1U);
    EXPECT_FALSE(own.images.contains("image_signature"));
    put("registre/logo.png", test::png(2, 1));
    EXPECT_EQ(filled("logo.png").images.at("image_logo")->width, 2U);
}

TEST_F(record_images_test, that_are_missing_or_of_another_format_are_named) {
    EXPECT_NE(refusal("logo.png").find("« logo.png »"), std::string::npos);
    put("registre/logo.gif", "GIF89a");
    EXPECT_NE(refusal("logo.gif").find("PNG, JPEG ou SVG"), std::string::npos);
}

} // namespace
} // namespace octroi::office
