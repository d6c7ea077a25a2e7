// Public places, work set, and education from the sixth day. Pure.
#pragma once

#include "law/rules_reckoning.h"

#include <span>

namespace onroll::law {

/// The first five school days, on which the parent keeps the pupil out of public places and the
/// school sets and marks work. A pupil excluded after the afternoon session began starts with the
/// next school day. Source: EDU-00 and EDU-01, Education and Inspections Act 2006 s103(2);
/// statutory guidance part 6.
void first_five_days(const Reckoning&, Evaluation& out);

/// Suitable full-time education from the sixth school day of a run of suspensions at one school.
/// `all` holds every exclusion of the history and `order` their order of decision. Source: EDU-02
/// and EDU-04, EIA 2006 s100, SI 2007/1870 regulation 3 as amended by SI 2014/3216 from 5 January
/// 2015.
void sixth_day_of_suspensions(const Reckoning&, std::span<const Reckoning> all,
                              std::span<const std::size_t> order, Evaluation& out);

/// Suitable full-time education from the sixth school day of a permanent exclusion, by the
/// authority where the pupil lives. Source: EDU-03, Education Act 1996 s19(3A) and (3B); SI
/// 2007/1870 regulation 4.
void sixth_day_of_permanent_exclusion(const Reckoning&, Evaluation& out);

/// School and authority should provide from the first day for a looked-after child and, from 1
/// September 2022, for a child with a social worker. Source: EDU-06, statutory guidance part 6.
void first_day_provision(const Reckoning&, Evaluation& out);

/// A separation for safeguarding engages the authority's duty; one that is used as discipline, has
/// no end, is not led by the safeguarding lead, or was not referred, is a finding. Source: EDU-12,
/// HT-13 and FND-32, Education Act 1996 s19(1); guidance 2026 part 3.
void separation_duties(const History&, std::size_t separation, Evaluation& out);

} // namespace onroll::law
