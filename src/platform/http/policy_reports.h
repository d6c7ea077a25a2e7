// POST /policy-reports: where browsers tell that a page of ours asked for something that its
// content security policy does not let in. Of what they send, the name of the directive alone is
// read: the rest may hold addresses of records. trust.md S-02, L-09.
#pragma once

#include "platform/clock/clock.h"
#include "platform/http/router.h"

#include <functional>
#include <string_view>

namespace onroll::http {

inline constexpr std::string_view policy_reports_path = "/policy-reports";
/// Reports are told so often in an hour; anybody can send them, so the rest is taken and forgotten.
inline constexpr int policy_reports_told_in_an_hour = 20;

/// The directive that a report is about, as the standard writes it: "script-src-elem"; empty where
/// the text is no such report or names none that there is.
/// Source: Content Security Policy Level 3, sections 5.3 and 6.7; Reporting API, section 4.1.
std::string_view directive_in_report(std::string_view text);

/// `tell` is given a word of the standard, never one that was sent.
void mount_policy_reports(Router& router, const Clock& clock,
                          std::function<void(std::string_view directive)> tell);

} // namespace onroll::http
