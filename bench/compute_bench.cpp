// Computing in memory: the scale's pipeline, whole registers of 10,000 to 1,000,000 actions, and
// the apportionment of 1,000,000 requests (issue 4).
#include "core/compute/apportionment.hpp"
#include "core/compute/computation.hpp"
#include "core/compute/grant.hpp"
#include "core/compute/grant_functions.hpp"
#include "support/large_register.hpp"

#include <benchmark/benchmark.h>

#include <random>
#include <vector>

namespace {

namespace core = octroi::core;
namespace compute = octroi::core::compute;

std::vector<compute::application> applications(std::size_t count) {
    std::mt19937_64 random(4);
    std::uniform_int_distribution<std::int64_t> cents(100'000, 30'000'000);
    std::vector<compute::application> made(count);
    for (auto& one : made) {
        one.eligible = core::money::from_cents(cents(random));
        one.cost = one.eligible + core::money::from_cents(cents(random) / 10);
        one.requested = core::money::from_cents(cents(random) / 2);
        one.quantity = core::rate(cents(random) % 20 + 1);
        one.population = 64'263;
        one.qpv = cents(random) % 2 == 0;
        one.other_public = core::money::from_cents(cents(random) / 4);
        one.own_share = core::rate(1, 5);
    }
    return made;
}

/// As the demonstration's scale for video protection.
compute::scale_terms terms() {
    compute::scale_terms of;
    of.share = core::rate(2, 5);
    of.qpv_bonus = core::rate(1, 10);
    of.highest_share = core::rate(1, 2);
    of.least_expense = core::money::from_cents(300'000);
    of.unit_ceiling = core::money::from_cents(1'500'000);
    of.grant_ceiling = core::money::from_cents(5'000'000);
    of.public_ceiling = core::rate(4, 5);
    of.floor = core::money::from_cents(75'000);
    of.unit = core::money::from_cents(100);
    of.direction = compute::rounding::down;
    return of;
}

void set_time_an_item(benchmark::State& state, std::size_t items) {
    state.counters["s_an_item"] =
        benchmark::Counter(static_cast<double>(items) * static_cast<double>(state.iterations()),
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void pipeline(benchmark::State& state) {
    const auto asked = applications(static_cast<std::size_t>(state.range(0)));
    const auto of = terms();
    for (auto _ : state) {
        core::money sum;
        for (const auto& one : asked) {
            sum += compute::compute_grant(of, one).amount;
        }
        benchmark::DoNotOptimize(sum);
    }
    set_time_an_item(state, asked.size());
}
BENCHMARK(pipeline)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void compute_register(benchmark::State& state) {
    const auto actions = static_cast<std::size_t>(state.range(0));
    core::register_book book("registre.ods");
    for (auto& sheet : octroi::test::large_register(actions)) {
        book.add(std::move(sheet));
    }
    std::size_t computed = 0;
    for (auto _ : state) {
        computed = compute::compute_register(book).actions.size();
    }
    state.counters["computed"] = static_cast<double>(computed);
    set_time_an_item(state, actions);
}
BENCHMARK(compute_register)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

/// What the functions in Calc do, apart from Calc: the demonstration's scale, so many actions.
void grants_of(benchmark::State& state) {
    const auto actions = static_cast<std::size_t>(state.range(0));
    compute::grant_tables tables;
    for (auto& sheet : octroi::test::large_register(actions)) {
        if (sheet.name == "Actions") {
            tables.actions = std::move(sheet);
        } else if (sheet.name == "Barème") {
            tables.scale = std::move(sheet);
        } else if (sheet.name == "Tranches") {
            tables.slices = std::move(sheet);
        }
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(compute::grants_of(tables));
    }
    set_time_an_item(state, actions);
}
BENCHMARK(grants_of)->Arg(1)->Arg(100'000)->Unit(benchmark::kMillisecond);

void apportion(benchmark::State& state) {
    std::mt19937_64 random(4);
    std::uniform_int_distribution<std::int64_t> cents(10'000, 5'000'000);
    std::vector<core::money> requests(static_cast<std::size_t>(state.range(0)));
    core::money sum;
    for (auto& request : requests) {
        request = core::money::from_cents(cents(random));
        sum += request;
    }
    compute::apportion_terms by;
    by.envelope = core::share(sum, 7, 10);
    by.floor = core::money::from_cents(state.range(1));
    for (auto _ : state) {
        benchmark::DoNotOptimize(compute::apportion(by, requests));
    }
    set_time_an_item(state, requests.size());
}
BENCHMARK(apportion)
    ->Args({10'000, 0})
    ->Args({100'000, 0})
    ->Args({1'000'000, 0})
    ->Args({1'000'000, 80'000})
    ->Unit(benchmark::kMillisecond);

} // namespace
