// ODT merge of the convention templates, one thread: to stay within 2 ms a document (issue 2).
#include "core/conventions.hpp"
#include "odf/document_template.hpp"
#include "support/registers.hpp"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace core = octroi::core;
namespace odf = octroi::odf;

odf::document_template load(const std::string& name) {
    std::ifstream in(std::string(OCTROI_TEMPLATES) + "/" + name + ".fodt", std::ios::binary);
    if (!in) {
        throw std::runtime_error("no template " + name);
    }
    return {name, std::string{std::istreambuf_iterator<char>(in), {}}};
}

std::vector<core::document_draft> drafts_of(const std::string& section) {
    core::document_request request;
    request.spell = octroi::test::echo_speller();
    auto drafts = core::conventions(octroi::test::demonstration(), request);
    std::erase_if(drafts, [&](const auto& draft) { return draft.variant != section; });
    return drafts;
}

void merge(benchmark::State& state, const std::string& name, const std::string& section) {
    const auto& catalogue = *core::catalogue_of("convention");
    const auto source = load(name);
    const auto drafts = drafts_of(section);
    std::size_t next = 0;
    for (auto _ : state) {
        const auto& draft = drafts[next++ % drafts.size()];
        benchmark::DoNotOptimize(
            source.merge(draft.data, {draft.number, {{"octroi_numero", draft.number}}}, catalogue));
    }
}

void merge_fonctionnement(benchmark::State& state) {
    merge(state, "convention-fonctionnement", "FON");
}
BENCHMARK(merge_fonctionnement)->Unit(benchmark::kMicrosecond);

void merge_investissement(benchmark::State& state) {
    merge(state, "convention-investissement", "INV");
}
BENCHMARK(merge_investissement)->Unit(benchmark::kMicrosecond);

void read_template(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(load("convention-fonctionnement"));
    }
}
BENCHMARK(read_template)->Unit(benchmark::kMicrosecond);

void records_of_the_demonstration(benchmark::State& state) {
    const auto book = octroi::test::demonstration();
    core::document_request request;
    request.spell = octroi::test::echo_speller();
    for (auto _ : state) {
        benchmark::DoNotOptimize(core::conventions(book, request));
    }
}
BENCHMARK(records_of_the_demonstration)->Unit(benchmark::kMicrosecond);

} // namespace
