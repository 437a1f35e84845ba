#include "open_register.hpp"
#include "office/view.hpp"
#include <gtest/gtest.h>
#include <iostream>
#include <thread>
namespace octroi::test {
void dump(const accessible& a, int depth) {
    if (depth > 30) return;
    const auto p = a.place();
    std::cout << std::string(depth * 2, ' ') << a.role() << " '" << a.name() << "' " << p.x << "," << p.y << " " << p.width << "x" << p.height << (a.showing() ? "" : " hidden") << " n=" << a.context()->getAccessibleChildCount() << "\n";
    const auto r = a.role();
    if (r == 58 || r==77 || r==81 || !a.showing()) return;
    if (a.context()->getAccessibleChildCount() > 200) return;
    for (auto& c : a.children()) dump(c, depth + 1);
}
TEST(dump, it) {
    const screen shown(1400, 900);
    const auto office = start_office({{}, {{"DISPLAY", shown.display()}, {"SAL_USE_VCLPLUGIN", "gen"}}, false});
    const octroi::office::temporary_folder folder;
    write_demonstration(office->context(), folder.path() / "registre.ods");
    open_register reg(office->context(), folder.path() / "registre.ods");
    reg.frame()->getContainerWindow()->setPosSize(0, 0, 1400, 900, 15);
    reg.send("org.octroi:panel");
    std::this_thread::sleep_for(std::chrono::seconds(4));
    shown.photograph({0, 0, 1400, 900}, OCTROI_SCREENSHOTS "/first.png");
    dump(reg.window(), 0);
}
}
