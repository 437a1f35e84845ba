// Checking registers in memory: 10,000 to 1,000,000 actions with about three financings each. The
// time a row must not grow with the number of rows (issue 3).
#include "core/check/check.hpp"
#include "support/large_register.hpp"

#include <benchmark/benchmark.h>

namespace {

namespace core = octroi::core;

core::register_book book_of(std::size_t actions) {
    core::register_book book("registre.ods");
    for (auto& sheet : octroi::test::large_register(actions)) {
        book.add(std::move(sheet));
    }
    return book;
}

void check_register(benchmark::State& state) {
    const auto actions = static_cast<std::size_t>(state.range(0));
    const auto book = book_of(actions);
    std::size_t rows = 0;
    for (const auto* table : book.tables()) {
        rows += table->size();
    }
    std::size_t findings = 0;
    for (auto _ : state) {
        findings = core::check::check_register(book).findings.size();
    }
    state.counters["findings"] = static_cast<double>(findings);
    state.counters["s_a_row"] =
        benchmark::Counter(static_cast<double>(rows) * static_cast<double>(state.iterations()),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(check_register)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

} // namespace
