// Whether a table gives something away beside all that was released before it: two dates, an area
// less one school, everybody less one group, a percentage with a known base. Every release is kept
// in a register, and a new one is refused where together they pin down a small count. Pure.
#pragma once

#include "insight/rules_suppression.h"

#include "kernel/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace onroll::insight {

/// One number that was released, about some of the smallest pieces that the records divide into
/// (one school, one group, one date). A rounded number or a percentage is a range.
struct ReleasedNumber {
    std::vector<std::uint32_t> pieces; ///< by number, each once
    std::int64_t low = 0;
    std::int64_t high = 0;

    static ReleasedNumber exactly(std::vector<std::uint32_t> pieces, std::int64_t count)
    {
        return {std::move(pieces), count, count};
    }
    /// What a number rounded to a multiple of `base` tells.
    static ReleasedNumber rounded(std::vector<std::uint32_t> pieces, std::int64_t shown,
                                  std::int64_t base);
    /// What a percentage shown with `decimals` tells of a count among `of`.
    static ReleasedNumber percentage(std::vector<std::uint32_t> pieces, double shown, int decimals,
                                     std::int64_t of);
};

/// A table, chart, map or file that was or is to be released: the numbers in it, and the sets of
/// pieces whose counts it hides.
struct TableRelease {
    std::string name;
    std::vector<ReleasedNumber> numbers;
    std::vector<std::vector<std::uint32_t>> hidden;
};

/// A small count that the releases together would pin down.
struct Disclosure {
    std::vector<std::uint32_t> pieces;
    AttackerBounds bounds;
};

struct ReleaseVerdict {
    std::vector<Disclosure> disclosures; ///< empty: it may be released
    /// Small counts for which no answer was found in the work allowed; counted as refused.
    int undecided = 0;
    bool may_be_released() const { return disclosures.empty() && undecided == 0; }
};

/// Looks at each small piece and each hidden set of all releases. `counts` are the true counts of
/// the pieces, used only to see which are small. Zeros are not protected. Too large above 4,000
/// pieces; bad input for a piece that does not exist or a number that contradicts the counts.
/// Source: differencing, in Willenborg and de Waal (2001), chapter 6; bounds by an integer linear
/// programme with the floor of 0, since a reader need not know what is hidden.
Result<ReleaseVerdict> check_release(const std::vector<std::int64_t>& counts,
                                     const std::vector<TableRelease>& released,
                                     const TableRelease& proposed, const SuppressionRule& = {});

} // namespace onroll::insight
