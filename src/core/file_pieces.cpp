#include "core/file_pieces.hpp"

#include "core/distinct.hpp"
#include "core/required_pieces.hpp"
#include "core/text.hpp"

#include <algorithm>

namespace octroi::core {

namespace {

/// The office fills it in itself, once nothing lacks.
constexpr std::string_view completion = "date_de_completude";

bool lacks(const table_row& action, std::size_t column) {
    return action.of().has(column) && action.text(action.of().schema().fields[column].name).empty();
}

bool commitment_lacks(const table_row& action, const entities& known, const parameters& settings) {
    const auto* body = known.find(action.text("beneficiaire"));
    const auto requested = action.day("date_de_depot");
    const auto since = requested ? settings.day("cer.depuis", *requested) : std::nullopt;
    return body != nullptr && kind_of(*body) == entity_kind::association && since &&
           *since <= *requested && !action.yes("cer_souscrit");
}

bool authorisation_lacks(const table_row& action) {
    const auto column = action.of().schema().index("autorisation_videoprotection");
    return fold(action.text("thematique")) == "videoprotection" && lacks(action, column);
}

} // namespace

missing_pieces::missing_pieces(const register_book& book, const entities& known,
                               const parameters& settings, const row_index& financing)
    : known_(&known), settings_(&settings), financing_(&financing),
      has_financing_(book.find("financements") != nullptr) {}

std::vector<std::string> missing_pieces::of(const table_row& action, date on) const {
    distinct pieces;
    const auto label = [&](const std::string& title) {
        return settings_->text("pieces.libelle." + title, on);
    };
    const auto ask = [&](const std::string& title) {
        const std::string words = label(title);
        pieces.add(words.empty() ? title : words);
    };
    const auto& schema = action.of().schema();
    auto wanted = required_pieces(*settings_, schema, upper(action.text("section")), on);
    for (std::size_t column = 0; column < schema.fields.size(); ++column) {
        const auto& field = schema.fields[column];
        // Of the columns that every row needs, only the applicant's have words to ask for them.
        if (field.status == field_status::required && !label(field.title).empty() &&
            std::find(wanted.begin(), wanted.end(), column) == wanted.end()) {
            wanted.push_back(column);
        }
    }
    for (const auto column : wanted) {
        if (schema.fields[column].name != completion && lacks(action, column)) {
            ask(schema.fields[column].title);
        }
    }
    if (has_financing_ && financing_->find(action.text("numero_dossier")).empty()) {
        ask("Plan de financement");
    }
    const auto title_of = [&](std::string_view name) {
        return schema.fields[schema.index(name)].title;
    };
    if (authorisation_lacks(action)) {
        ask(title_of("autorisation_videoprotection"));
    }
    if (commitment_lacks(action, *known_, *settings_)) {
        ask(title_of("cer_souscrit"));
    }
    return pieces.items();
}

} // namespace octroi::core
