// Rates of small groups drawn towards the whole, so that three events in a small school do not look
// like a pattern. Follows Marshall (1991) and Clayton and Kaldor (1987). Pure. Never used to rank
// schools.
#pragma once

#include <optional>
#include <vector>

namespace onroll::insight {

/// Events among pupils, of one school or area. Decimals are allowed: some old counts are scaled.
struct Exposure {
    double events = 0;
    double pupils = 0; ///< above 0
    bool operator==(const Exposure&) const = default;
};

/// How Marshall's method saw the whole, and each rate drawn towards it, as events for one pupil.
struct MarshallEstimate {
    double overall = 0;
    double variance_between = 0; ///< A; 0 where chance alone explains the differences
    std::vector<double> weights; ///< C: 1 keeps the rate as it is, 0 replaces it by the whole's
    std::vector<double> rates;
};

/// Nothing where no group has a pupil. Groups without pupils are a Bug: leave them out.
/// Source: Marshall (1991), Applied Statistics 40, global empirical Bayes estimator.
std::optional<MarshallEstimate> marshall_estimate(const std::vector<Exposure>&);

/// A gamma distribution of the true rates: shape and, in pupils, rate.
struct RatePrior {
    double shape = 0;
    double pupils = 0;
    /// Of the counts, with all constants; smaller is a better fit.
    double minus_log_likelihood = 0;
    /// False where the groups differ no more than chance: the prior is then all but a point.
    bool groups_differ = true;
};

/// The prior under which these counts are likeliest. Nothing where there are no events or fewer
/// than two groups. Source: Clayton and Kaldor (1987), Biometrics 43; maximum likelihood.
std::optional<RatePrior> fit_rate_prior(const std::vector<Exposure>&);

/// Minus the log likelihood of the counts under a prior. Source: Clayton and Kaldor (1987).
double minus_log_likelihood(const std::vector<Exposure>&, double shape, double pupils);

/// The mean of what is known of one group's true rate, for one pupil.
/// Source: Clayton and Kaldor (1987).
double posterior_mean(const Exposure&, const RatePrior&);

/// What is known of one group's true rate, for one pupil: its mean, and the range that holds it 95
/// times in 100.
struct ShrunkRate {
    double mean = 0;
    double low = 0;
    double high = 0;
};

/// Source: Clayton and Kaldor (1987), posterior gamma distribution, equal tails.
ShrunkRate shrunk_rate(const Exposure&, const RatePrior&);

} // namespace onroll::insight
