#include "office/open_template.hpp"

#include "core/error.hpp"
#include "core/json_text.hpp"
#include "core/messages.hpp"
#include "office/files.hpp"
#include "office/uno_values.hpp"

#include <boost/json.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>

#include <set>

namespace octroi::office {

namespace uno = com::sun::star::uno;
namespace json = boost::json;

namespace {

json::array names(const std::set<std::string>& all) {
    json::array listed;
    for (const auto& name : all) {
        listed.emplace_back(name);
    }
    return listed;
}

} // namespace

bool is_text_document(const component_ref& document) {
    const uno::Reference<com::sun::star::lang::XServiceInfo> info(document, uno::UNO_QUERY);
    return info.is() && info->supportsService("com.sun.star.text.TextDocument");
}

template_report check_open_template(const component_ref& document, const std::string& name) {
    if (!is_text_document(document)) {
        throw core::user_error(core::error_kind::input,
                               core::message("template.not_text", {{"file", name}}));
    }
    const temporary_folder folder;
    const auto copy = folder.path() / "copy.odt";
    // Storing "to" a place, unlike "as", leaves the document where and as it is.
    uno::Reference<com::sun::star::frame::XStorable>(document, uno::UNO_QUERY_THROW)
        ->storeToURL(file_url(copy),
                     properties({{"FilterName", uno::Any(rtl::OUString("writer8"))}}));
    const odf::document_template read(name, read_file(copy).value_or(""));
    const auto& catalogue = read.catalogue();
    return {name, catalogue.unit, read.usage(catalogue), read.problems(catalogue)};
}

std::string to_json(const template_report& report) {
    json::array problems;
    for (const auto& problem : report.problems) {
        problems.push_back(json::object{
            {"message", problem.text}, {"name", problem.name}, {"suggestion", problem.guess}});
    }
    return core::indented(json::object{{"template", report.name},
                                       {"unit", report.unit},
                                       {"fields", names(report.usage.fields)},
                                       {"lists", names(report.usage.lists)},
                                       {"problems", std::move(problems)}});
}

} // namespace octroi::office
