#include "core/check/slice_rules.hpp"

#include "core/check/wording.hpp"
#include "core/text.hpp"

#include <unordered_map>

#include <algorithm>

namespace octroi::core::check {

namespace {

struct slice {
    checked_row row;
    money from;
    std::optional<money> until; ///< nothing: open
};

struct slice_set {
    std::string name; ///< of the first rule that refers to it, else its own
    std::vector<slice> slices;
    bool sound = true;
};

/// In the order of the sheet.
std::vector<slice_set> slice_sets(const checked_register& in) {
    const auto& sheet = in.sheet("tranches");
    const field id = sheet.column("id_tranches");
    const field from = sheet.column("a_partir_de");
    const field until = sheet.column("jusqu_a");
    std::vector<slice_set> sets;
    std::unordered_map<std::string, std::size_t> by_id;
    for (const auto row : sheet) {
        const std::string name = row.text(id);
        if (name.empty()) {
            continue;
        }
        const auto [found, is_new] = by_id.emplace(identifier_key(name), sets.size());
        if (is_new) {
            sets.push_back({name, {}});
        }
        auto& set = sets[found->second];
        const auto begin = row.amount(from);
        const auto end = row.amount(until);
        set.sound = set.sound && begin && (end || row.blank(until));
        set.slices.push_back({row, begin.value_or(money()), end});
    }
    const auto& scale = in.sheet("bareme");
    std::unordered_map<std::string, bool> named;
    for (const auto row : scale) {
        const auto key = identifier_key(row.text(scale.column("id_tranches")));
        const auto found = by_id.find(key);
        const auto rule = row.text(scale.column("id_regle"));
        if (found != by_id.end() && !rule.empty() && named.emplace(key, true).second) {
            sets[found->second].name = rule;
        }
    }
    return sets;
}

/// False if the slice is no interval.
bool check_bounds(const slice_set& set, const slice& one, field until, const reporter& report) {
    if (one.until && *one.until <= one.from) {
        report.variant("order", one.row, until,
                       {{"r", set.name}, {"a", shown(one.from)}, {"b", shown(*one.until)}});
        return false;
    }
    return true;
}

void check_neighbours(const slice_set& set, const slice& before, const slice& after,
                      const reporter& report) {
    const auto& sheet = after.row.of();
    const field from = sheet.column("a_partir_de");
    if (before.from == after.from) {
        report.variant("overlap", after.row, from,
                       {{"r", set.name},
                        {"a", shown(after.from)},
                        {"b", shown(before.until.value_or(after.until.value_or(after.from)))}});
    } else if (!before.until) {
        report.variant("closed", before.row, sheet.column("jusqu_a"),
                       {{"r", set.name}, {"a", shown(before.from)}}, after.from);
    } else if (*before.until < after.from) {
        report.at(after.row, from,
                  {{"r", set.name}, {"a", shown(*before.until)}, {"b", shown(after.from)}});
    } else if (after.from < *before.until) {
        report.variant("overlap", after.row, from,
                       {{"r", set.name}, {"a", shown(after.from)}, {"b", shown(*before.until)}});
    }
}

void check_set(slice_set& set, const reporter& report) {
    auto& slices = set.slices;
    std::stable_sort(slices.begin(), slices.end(),
                     [](const slice& a, const slice& b) { return a.from < b.from; });
    const auto& sheet = slices.front().row.of();
    const field from = sheet.column("a_partir_de");
    const field until = sheet.column("jusqu_a");
    if (slices.front().from > money()) {
        report.at(slices.front().row, from,
                  {{"r", set.name}, {"a", shown(money())}, {"b", shown(slices.front().from)}});
    }
    bool sound = true;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const bool was_sound = sound;
        sound = check_bounds(set, slices[i], until, report);
        if (i > 0 && sound && was_sound) {
            check_neighbours(set, slices[i - 1], slices[i], report);
        }
    }
    if (sound && slices.back().until) {
        report.variant("open", slices.back().row, until,
                       {{"r", set.name}, {"b", shown(*slices.back().until)}});
    }
}

} // namespace

void slices_touch(const checked_register& in, const reporter& report) {
    for (auto& set : slice_sets(in)) {
        if (set.sound) {
            check_set(set, report);
        }
    }
    const auto& scale = in.sheet("bareme");
    const field id = scale.column("id_tranches");
    for (const auto row : scale) {
        if (row.choice(scale.column("mode")) == "TRANCHES" && row.blank(id)) {
            report.variant("none", row, id, {{"r", row.text(scale.column("id_regle"))}});
        }
    }
}

} // namespace octroi::core::check
