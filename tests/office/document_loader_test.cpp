#include "office/document_loader.hpp"
#include "office/files.hpp"

#include <com/sun/star/frame/XStorable.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

#include "live_office.hpp"
#include "workbook.hpp"

namespace octroi::test {
namespace {

TEST(loading, opens_a_copy_of_a_file_that_may_not_be_written) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root may write every file";
    }
    const office::temporary_folder folder;
    const auto file = folder.path() / "registre.ods";
    workbook("Essai").save(file);
    std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    const office::closing_document copy(
        office::load_hidden(live_office(), file, office::load_mode::copy).component);
    ASSERT_TRUE(copy.get().is());
    const com::sun::star::uno::Reference<com::sun::star::frame::XStorable> stored(
        copy.get(), com::sun::star::uno::UNO_QUERY_THROW);
    EXPECT_FALSE(stored->hasLocation());
    EXPECT_FALSE(stored->isReadonly());
}

} // namespace
} // namespace octroi::test
