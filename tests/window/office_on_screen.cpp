#include "office_on_screen.hpp"

#include <com/sun/star/awt/PosSize.hpp>

#include <cstdlib>

namespace octroi::test {

namespace {

office::office_start on(const std::string& display, std::map<std::string, std::string> variables) {
    variables["DISPLAY"] = display;
    if (std::getenv("SAL_USE_VCLPLUGIN") == nullptr) {
        variables["SAL_USE_VCLPLUGIN"] = "gen"; // needs nothing but an X server
    }
    return {{}, std::move(variables), false};
}

open_register filling(const office_on_screen& where) {
    return {where.context(), where.file()};
}

} // namespace

office_on_screen::office_on_screen(int width, int height,
                                   const std::map<std::string, std::string>& variables)
    : screen_(width, height), width_(width), height_(height),
      file_(folder_.path() / "registre.ods"),
      office_(start_office(on(screen_.display(), variables))) {
    write_demonstration(context(), file_);
}

shown_register::shown_register(const office_on_screen& where)
    : where_(&where), opened_(filling(where)), panels_(opened_) {
    opened_.frame()->getContainerWindow()->setPosSize(0, 0, where.width(), where.height(),
                                                      com::sun::star::awt::PosSize::POSSIZE);
}

void shown_register::widen_to(int width) const {
    panels_.settle();
    const auto now = panels_.control.place();
    constexpr int edge = 5; // left of the panels, where it can be caught
    const int y = where_->height() / 3;
    where_->shown().drag(now.x - edge, y, now.x - edge + now.width - width, y);
    panels_.settle();
}

} // namespace octroi::test
