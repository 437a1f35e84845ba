#include "core/json_text.hpp"

#include <boost/json/serialize.hpp>

namespace octroi::core {

namespace {

void write(std::string& out, const boost::json::value& value, const std::string& indent) {
    const std::string inner = indent + "  ";
    const char* separator = "\n";
    if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
        out += '{';
        for (const auto& [key, item] : *object) {
            out += separator + inner + boost::json::serialize(boost::json::value(key)) + ": ";
            write(out, item, inner);
            separator = ",\n";
        }
        out += "\n" + indent + "}";
    } else if (const auto* array = value.if_array(); array != nullptr && !array->empty()) {
        out += '[';
        for (const auto& item : *array) {
            out += separator + inner;
            write(out, item, inner);
            separator = ",\n";
        }
        out += "\n" + indent + "]";
    } else {
        out += boost::json::serialize(value);
    }
}

} // namespace

std::string indented(const boost::json::value& value) {
    std::string out;
    write(out, value, "");
    return out + "\n";
}

} // namespace octroi::core
