// What the pages share on which several cases are closed or written to at once: the cases that were
// chosen, and who is left out. Only for this part's own pages.
#pragma once

#include "casework/pages_case_frame.h"
#include "casework/pages_cases.h"
#include "casework/types_batches.h"
#include "casework/views_batches.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// Why a case is left out of an act that could be done to it; empty where it is not.
using WhyNot = std::function<std::string(db::Queries&, const Case&)>;

/// The cases that a form or an address offers (`case` and `offered`), ticked or not, as rows. Those
/// of nobody here are passed over.
std::vector<ChosenRow> offered_cases(const http::Request& request, const Services& services,
                                     const http::Fields& fields, std::string_view act,
                                     const WhyNot& why_not = {});

/// Of those offered: the ones that are ticked, and the ones that are left out.
std::vector<ChosenRow> ticked_of(std::vector<ChosenRow> offered, const http::Fields& fields);

/// Enters each case that is not left out, for the act; or what to answer instead.
std::optional<http::Response> refuses_any(const http::Request& request, const Services& services,
                                          const std::vector<ChosenRow>& cases,
                                          std::string_view act);

/// Saves once, notes the act on each case that is not left out, and answers the batch's page.
Result<std::string>
save_batch(const http::Request& request, const Services& services,
           const std::vector<ChosenRow>& cases, std::string_view act,
           const std::function<Result<NewBatch>(db::Transaction&, Instant)>& work);

/// The lines of those that are left out.
std::vector<BatchLine> lines_left_out(const std::vector<ChosenRow>& cases);

void add_close_several_pages(http::Router& router, const Services& services);
void add_write_several_pages(http::Router& router, const Services& services);

} // namespace onroll::casework
