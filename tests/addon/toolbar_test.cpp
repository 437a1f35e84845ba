// The toolbar in a window of Calc.
#include "office/uno_values.hpp"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/frame/XLayoutManager.hpp>
#include <gtest/gtest.h>

#include "dispatching.hpp"
#include "live_office.hpp"

namespace octroi::test {
namespace {

namespace uno = com::sun::star::uno;

const rtl::OUString toolbar("private:resource/toolbar/addon_org.octroi.toolbar");

/// A document in a window, and what is around it.
class window {
public:
    explicit window(const char* factory)
        : document_(office::new_hidden(live_office(), factory)), frame_(frame_of(document_.get())) {
        frame_->getContainerWindow()->setVisible(true);
        uno::Reference<com::sun::star::beans::XPropertySet>(frame_, uno::UNO_QUERY_THROW)
            ->getPropertyValue("LayoutManager") >>= layout_;
    }

    bool shows_toolbar() const { return layout_->isElementVisible(toolbar); }
    void close_toolbar() const { layout_->hideElement(toolbar); }
    void open_toolbar() const { layout_->showElement(toolbar); }

private:
    office::closing_document document_;
    frame_ref frame_;
    uno::Reference<com::sun::star::frame::XLayoutManager> layout_;
};

TEST(toolbar, shows_in_calc_and_not_in_writer) {
    EXPECT_TRUE(window("private:factory/scalc").shows_toolbar());
    EXPECT_FALSE(window("private:factory/swriter").shows_toolbar());
}

TEST(toolbar, stays_closed_once_it_was_closed) {
    const window first("private:factory/scalc");
    ASSERT_TRUE(first.shows_toolbar());
    first.close_toolbar();
    EXPECT_FALSE(window("private:factory/scalc").shows_toolbar());
    first.open_toolbar();
    EXPECT_TRUE(window("private:factory/scalc").shows_toolbar());
}

} // namespace
} // namespace octroi::test
