// What the pages of an event share: the school that was typed, what a form asks, and the routes of
// telling more.
#pragma once

#include "casework/event_form.h"
#include "casework/pages_case_frame.h"

#include "check/services.h"
#include "forms/asked.h"

#include <vector>

namespace onroll::casework {

/// Finds the school that was typed, unless it is the one chosen before. The choices, where the
/// words fit several.
std::vector<check::SchoolChoice> settle_school(const http::Form& form, const QuestionGroup& group,
                                               const Services& services, TypedFacts& typed);

/// Adds what the form of a group asks.
void add_questions(forms::Asked& asked, const QuestionGroup& group);

/// An event as it is known, and more told of it. Called by add_event_pages.
void add_telling_pages(http::Router& router, const Services& services);

} // namespace onroll::casework
