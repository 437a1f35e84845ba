#include "odf/archive.hpp"

#include <gtest/gtest.h>

namespace octroi::odf {
namespace {

std::vector<archive_entry> some_entries() {
    return {packed_entry("mimetype", "type", true),
            packed_entry("content.xml", std::string(5000, 'x')), packed_entry("vide", "")};
}

TEST(archive, gives_back_what_was_put_in_order) {
    const auto entries = read_archive(write_archive(some_entries()));
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[0].name, "mimetype");
    EXPECT_FALSE(entries[0].deflated);
    EXPECT_EQ(unpacked(entries[0]), "type");
    EXPECT_TRUE(entries[1].deflated);
    EXPECT_EQ(unpacked(entries[1]), std::string(5000, 'x'));
    EXPECT_EQ(unpacked(entries[2]), "");
}

TEST(archive, copies_packed_entries_unchanged) {
    const std::string first = write_archive(some_entries());
    EXPECT_EQ(write_archive(read_archive(first)), first);
}

TEST(archive, has_the_same_bytes_for_the_same_entries) {
    EXPECT_EQ(write_archive(some_entries()), write_archive(some_entries()));
}

TEST(archive, refuses_bytes_that_are_none) {
    for (const std::string& bytes : {std::string(), std::string("PK"), std::string("PK\x03\x04"),
                                     std::string("hello, world"), std::string(1000, '\0')}) {
        EXPECT_THROW(read_archive(bytes), archive_error);
    }
}

TEST(archive, refuses_every_truncation_that_loses_something) {
    const std::string whole = write_archive(some_entries());
    // The last four bytes are zeros of an archive this small: minizip does without them.
    for (std::size_t size = 0; size < whole.size() - 4; ++size) {
        EXPECT_THROW(read_archive(std::string_view(whole).substr(0, size)), archive_error) << size;
    }
}

TEST(archive, survives_any_single_damaged_byte) {
    const std::string whole = write_archive(some_entries());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
        try {
            for (const auto& entry : read_archive(damaged)) {
                const std::string bytes = unpacked(entry);
                EXPECT_LE(bytes.size(), 5000U);
            }
        } catch (const archive_error& error) {
            EXPECT_STRNE(error.what(), "");
        }
    }
}

TEST(entry, with_wrong_content_is_refused) {
    auto entry = packed_entry("a", "contenu", true);
    entry.packed[0] = 'C';
    EXPECT_THROW(unpacked(entry), archive_error);
    entry = packed_entry("a", std::string(1000, 'x'));
    entry.packed.resize(entry.packed.size() / 2);
    EXPECT_THROW(unpacked(entry), archive_error);
    entry = packed_entry("a", std::string(1000, 'x'));
    entry.size = 10;
    EXPECT_THROW(unpacked(entry), archive_error);
}

TEST(archive, refuses_encrypted_entries) {
    std::string bytes = write_archive({packed_entry("a", "b", true)});
    bytes[6] = static_cast<char>(bytes[6] | 1);
    const auto directory = bytes.find("PK\x01\x02");
    bytes[directory + 8] = static_cast<char>(bytes[directory + 8] | 1);
    try {
        read_archive(bytes);
        FAIL() << "accepted";
    } catch (const archive_error& error) {
        EXPECT_NE(std::string(error.what()).find("encrypted"), std::string::npos);
    }
}

TEST(archive, refuses_content_that_claims_to_be_huge) {
    std::string bytes = write_archive({packed_entry("a", std::string(100, 'b'))});
    const auto directory = bytes.find("PK\x01\x02");
    bytes.replace(directory + 24, 4, "\xFF\xFF\xFF\x7F");
    EXPECT_THROW(read_archive(bytes), archive_error);
}

} // namespace
} // namespace octroi::odf
