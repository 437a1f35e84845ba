#include "odf/inline_text.hpp"

#include "core/text.hpp"

#include <string>

namespace octroi::odf {

namespace {

class inserter {
public:
    explicit inserter(pugi::xml_node before) : parent_(before.parent()), before_(before) {}

    void add(char c) { run_ += c; }

    void element(const char* name) {
        flush();
        parent_.insert_child_before(name, before_);
    }

    void spaces(std::size_t count) {
        flush();
        auto node = parent_.insert_child_before("text:s", before_);
        if (count > 1) {
            node.append_attribute("text:c") = static_cast<unsigned>(count);
        }
    }

    void flush() {
        if (!run_.empty()) {
            parent_.insert_child_before(pugi::node_pcdata, before_).set_value(run_.c_str());
            run_.clear();
        }
    }

private:
    pugi::xml_node parent_;
    pugi::xml_node before_;
    std::string run_;
};

} // namespace

void show_text(pugi::xml_node node, std::string_view text) {
    const std::string shown = core::printable(text);
    inserter into(node);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const char c = shown[i];
        if (c == '\n') {
            into.element("text:line-break");
        } else if (c == '\t') {
            into.element("text:tab");
        } else if (c == ' ') {
            std::size_t count = 1;
            while (i + count < shown.size() && shown[i + count] == ' ') {
                ++count;
            }
            const bool edge = i == 0 || i + count == shown.size() || shown[i - 1] == '\n';
            if (!edge) {
                into.add(' ');
            }
            const std::size_t kept = count - (edge ? 0 : 1);
            if (kept > 0) {
                into.spaces(kept);
            }
            i += count - 1;
        } else {
            into.add(c);
        }
    }
    into.flush();
    node.parent().remove_child(node);
}

} // namespace octroi::odf
