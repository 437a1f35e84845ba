/// @file
/// The dialog of *Vérifier le modèle*, which stands beside the template in Writer: all its problems
/// at once, each of which leads to its place.
#pragma once

#include "addon/dialog_table.hpp"
#include "addon/document_dialog.hpp"
#include "odf/template_report.hpp"

#include <string>
#include <vector>

namespace octroi::addon {

class template_dialog : public document_dialog {
public:
    static constexpr const char* file_name = "template_check";

    /// `name`: what messages call the template.
    template_dialog(office::context_ref context, const office::component_ref& document,
                    std::string name);

    /// Reads the document again. Throws user_error for one that does not say what it makes.
    void check();
    const odf::template_report& report() const { return report_; }

protected:
    void fill_in() override;
    std::vector<handler_method> handler_methods() override;

private:
    void list_problems();
    void show_detail();
    const odf::template_problem* chosen() const;

    void on_problem();

    std::string name_;
    odf::template_report report_;
    dialog_table table_;
};

} // namespace octroi::addon
