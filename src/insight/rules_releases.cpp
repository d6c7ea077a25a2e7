#include "insight/rules_releases.h"

#include "insight/rules_rates.h"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <set>

namespace onroll::insight {

namespace rules_releases_detail {

constexpr std::size_t most_pieces = 4'000;
constexpr int most_branches = 2'000;

/// GLPK keeps its environment to itself only within one thread at a time.
std::mutex& one_at_a_time()
{
    static std::mutex mutex;
    return mutex;
}

using Problem = std::unique_ptr<glp_prob, decltype(&glp_delete_prob)>;

void stop_after_many_branches(glp_tree* tree, void* branches)
{
    if (glp_ios_reason(tree) == GLP_ISELECT && ++*static_cast<int*>(branches) > most_branches)
        glp_ios_terminate(tree);
}

/// The released numbers as rows over the pieces as columns; each piece is whole and at least 0.
Problem programme_of(std::size_t pieces, const std::vector<const ReleasedNumber*>& numbers)
{
    Problem problem(glp_create_prob(), &glp_delete_prob);
    const auto columns = static_cast<int>(pieces);
    glp_add_cols(problem.get(), columns);
    for (int column = 1; column <= columns; ++column) {
        glp_set_col_kind(problem.get(), column, GLP_IV);
        glp_set_col_bnds(problem.get(), column, GLP_LO, 0, 0);
    }
    if (!numbers.empty()) glp_add_rows(problem.get(), static_cast<int>(numbers.size()));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto row = static_cast<int>(i) + 1;
        const auto low = static_cast<double>(numbers[i]->low);
        const auto high = static_cast<double>(numbers[i]->high);
        glp_set_row_bnds(problem.get(), row, low == high ? GLP_FX : GLP_DB, low, high);
        std::vector<int> places{0};
        std::vector<double> ones{0};
        for (const auto piece : numbers[i]->pieces) {
            places.push_back(static_cast<int>(piece) + 1);
            ones.push_back(1);
        }
        glp_set_mat_row(problem.get(), row, static_cast<int>(places.size()) - 1, places.data(),
                        ones.data());
    }
    return problem;
}

enum class Toward { least, most };

struct Bound {
    enum class Kind { found, without_limit, undecided } kind = Kind::undecided;
    std::int64_t value = 0;
};

/// The least or the most that the pieces can be together.
Bound bound_of(glp_prob* problem, const std::vector<std::uint32_t>& pieces, Toward toward)
{
    glp_set_obj_dir(problem, toward == Toward::least ? GLP_MIN : GLP_MAX);
    for (int column = 1; column <= glp_get_num_cols(problem); ++column)
        glp_set_obj_coef(problem, column, 0);
    for (const auto piece : pieces) glp_set_obj_coef(problem, static_cast<int>(piece) + 1, 1);
    glp_std_basis(problem);
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    if (glp_simplex(problem, &simplex) != 0) return {};
    if (glp_get_status(problem) == GLP_UNBND) return {Bound::Kind::without_limit, 0};
    if (glp_get_status(problem) != GLP_OPT) return {};
    int branches = 0;
    glp_iocp whole;
    glp_init_iocp(&whole);
    whole.msg_lev = GLP_MSG_OFF;
    whole.cb_func = stop_after_many_branches;
    whole.cb_info = &branches;
    if (glp_intopt(problem, &whole) != 0 || glp_mip_status(problem) != GLP_OPT) return {};
    return {Bound::Kind::found, std::llround(glp_mip_obj_val(problem))};
}

std::int64_t count_of(const std::vector<std::int64_t>& counts,
                      const std::vector<std::uint32_t>& pieces)
{
    return std::accumulate(
        pieces.begin(), pieces.end(), std::int64_t{0},
        [&](std::int64_t sum, std::uint32_t piece) { return sum + counts[piece]; });
}

/// Every small piece, and every hidden set that is small.
std::vector<std::vector<std::uint32_t>> small_sets(const std::vector<std::int64_t>& counts,
                                                   const std::vector<TableRelease>& released,
                                                   const TableRelease& proposed,
                                                   const SuppressionRule& rule)
{
    std::set<std::vector<std::uint32_t>> sets;
    for (std::uint32_t piece = 0; piece < counts.size(); ++piece)
        if (is_small(counts[piece], rule)) sets.insert({piece});
    const auto add_hidden = [&](const TableRelease& release) {
        for (auto pieces : release.hidden) {
            std::sort(pieces.begin(), pieces.end());
            if (is_small(count_of(counts, pieces), rule)) sets.insert(std::move(pieces));
        }
    };
    for (const auto& release : released) add_hidden(release);
    add_hidden(proposed);
    return {sets.begin(), sets.end()};
}

std::optional<Error> trouble_with(const TableRelease& release,
                                  const std::vector<std::int64_t>& counts)
{
    const auto exists = [&](const std::vector<std::uint32_t>& pieces) {
        return std::all_of(pieces.begin(), pieces.end(),
                           [&](std::uint32_t piece) { return piece < counts.size(); });
    };
    for (const auto& pieces : release.hidden)
        if (!exists(pieces)) return bad_input("A hidden cell names a piece that does not exist");
    for (const auto& number : release.numbers) {
        if (!exists(number.pieces)) return bad_input("A number names a piece that does not exist");
        const auto count = count_of(counts, number.pieces);
        if (count < number.low || count > number.high)
            return bad_input("A released number does not fit the records");
    }
    return std::nullopt;
}

} // namespace rules_releases_detail

ReleasedNumber ReleasedNumber::rounded(std::vector<std::uint32_t> pieces, std::int64_t shown,
                                       std::int64_t base)
{
    // As rounded_to: from half a base below (halves go up) to less than half a base above.
    const auto low = std::max<std::int64_t>(0, shown - base / 2);
    return {std::move(pieces), low, shown + (base - 1) / 2};
}

ReleasedNumber ReleasedNumber::percentage(std::vector<std::uint32_t> pieces, double shown,
                                          int decimals, std::int64_t of)
{
    const double half = 0.5 * std::pow(10, -decimals);
    const auto whole = static_cast<double>(of);
    const auto low = static_cast<std::int64_t>(std::ceil((shown - half) * whole / 100 - 1e-9));
    const auto high = static_cast<std::int64_t>(std::floor((shown + half) * whole / 100 + 1e-9));
    return {std::move(pieces), std::max<std::int64_t>(0, low), std::min(of, high)};
}

Result<ReleaseVerdict> check_release(const std::vector<std::int64_t>& counts,
                                     const std::vector<TableRelease>& released,
                                     const TableRelease& proposed, const SuppressionRule& rule)
{
    using namespace rules_releases_detail;
    if (counts.size() > most_pieces)
        return Error{ErrorKind::too_large,
                     "There are too many pieces to check together. Check a part of the area",
                     {},
                     {}};
    std::vector<const ReleasedNumber*> numbers;
    const auto add_numbers = [&](const TableRelease& release) {
        for (const auto& number : release.numbers) numbers.push_back(&number);
    };
    for (const auto& release : released) {
        if (auto trouble = trouble_with(release, counts)) return *trouble;
        add_numbers(release);
    }
    if (auto trouble = trouble_with(proposed, counts)) return *trouble;
    add_numbers(proposed);

    ReleaseVerdict verdict;
    const std::lock_guard lock(one_at_a_time());
    const auto problem = programme_of(counts.size(), numbers);
    for (const auto& pieces : small_sets(counts, released, proposed, rule)) {
        const auto most = bound_of(problem.get(), pieces, Toward::most);
        if (most.kind == Bound::Kind::without_limit) continue;
        const auto least = bound_of(problem.get(), pieces, Toward::least);
        if (most.kind == Bound::Kind::undecided || least.kind == Bound::Kind::undecided) {
            ++verdict.undecided;
        } else if (most.value - least.value < rule.width) {
            verdict.disclosures.push_back({pieces, {least.value, most.value}});
        }
    }
    return verdict;
}

} // namespace onroll::insight
