#include "casework/rules_service.h"

#include <algorithm>
#include <string_view>

namespace onroll::casework {
namespace rules_service_detail {

std::string with_own_words(std::string sentence, const std::string& own)
{
    if (own.empty()) return sentence;
    const bool ended = own.ends_with('.') || own.ends_with('!') || own.ends_with('?');
    return sentence + " " + own + (ended ? "" : ".");
}

/// The limits of the promise.
constexpr std::string_view told_if_you =
    "We tell others only if you agree, if the law says we must, or if somebody is at risk of harm.";
/// After a sentence about the council and schools.
constexpr std::string_view told_them_if_you =
    "We tell them, or anybody else, only if you agree, if the law says we must, or if somebody is "
    "at risk of harm.";
constexpr std::string_view told_if_family =
    "Others are told only if the family agrees, if the law says so, or if somebody is at risk of "
    "harm.";

std::string who_runs(const std::string& service, const ServicePolicy& policy)
{
    const auto paid = "The council pays for " + service;
    switch (policy.kind) {
    case ServiceKind::in_house:
        return paid + " and employs its staff.";
    case ServiceKind::outsourced:
        return paid + ". " +
               (policy.run_by.empty() ? std::string("Another organisation") : policy.run_by) +
               " runs it.";
    case ServiceKind::mixed:
        return paid + ", and runs it together with " +
               (policy.run_by.empty() ? std::string("another organisation") : policy.run_by) + ".";
    }
    return paid + ".";
}

} // namespace rules_service_detail
using namespace rules_service_detail;

Eligible eligible_under(const ServicePolicy& policy, const NewContact& told)
{
    if (told.enquiry != Enquiry::about_a_child)
        return {Welcome::open_to_all, "Advice to schools and professionals is open to all."};
    switch (policy.eligibility) {
    case Eligibility::everyone:
        return {
            Welcome::help,
            with_own_words("This service helps everybody. No need has to be shown.", policy.whom)};
    case Eligibility::send_and_signposts:
        return {
            Welcome::ask_first,
            with_own_words("This service helps where there are special educational needs, known "
                           "or suspected. No diagnosis is needed, and an exclusion can be the "
                           "first sign. If there is none, signpost.",
                           policy.whom)};
    case Eligibility::screens_some_out:
        return {
            Welcome::ask_first,
            with_own_words("This service turns some enquiries away. Signpost those.", policy.whom)};
    case Eligibility::other:
        return {Welcome::ask_first, policy.whom};
    }
    return {};
}

std::string whom_in_words(const ServicePolicy& policy)
{
    switch (policy.eligibility) {
    case Eligibility::everyone:
        return with_own_words("Any family whose child has been excluded, or may be.", policy.whom);
    case Eligibility::send_and_signposts:
        return with_own_words("Families whose child has, or may have, special educational needs. "
                              "You do not need a diagnosis. We tell everybody else who can help.",
                              policy.whom);
    case Eligibility::screens_some_out:
        return with_own_words("We cannot help everybody.", policy.whom);
    case Eligibility::other:
        return policy.whom;
    }
    return {};
}

std::string run_in_words(const ServicePolicy& policy, const std::string& area)
{
    return who_runs("the service", policy) +
           " It is impartial and confidential: the council and schools in " + area +
           " cannot see your record. " + std::string(told_if_you);
}

std::string notice_in_words(const std::string& service, const ServicePolicy* policy,
                            const std::string& area, NoticeFor reader)
{
    const auto begins = (policy ? who_runs(service, *policy) : service + " runs this service.") +
                        " It is impartial. ";
    const auto council = "The council and schools in " + area + " cannot see ";
    switch (reader) {
    case NoticeFor::staff:
        return begins + "What is written here is confidential. " + council +
               "it, or that it is here. " + std::string(told_if_family);
    case NoticeFor::family:
        return begins + "What you tell us is confidential. " + council +
               "what you tell us, or that you came to us. " + std::string(told_them_if_you);
    case NoticeFor::conversation:
        return begins +
               "What is written here is confidential. Only the family, their adviser and the "
               "school "
               "can read it. " +
               std::string(told_if_family);
    case NoticeFor::paper:
        return begins + "What a family tells it is confidential. " + std::string(told_if_family);
    }
    return begins;
}

std::vector<std::string> lines_in(const std::string& text)
{
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        auto line = text.substr(from, end - from);
        from = end + 1;
        const auto first = line.find_first_not_of(" \t\r-*");
        if (first == std::string::npos) continue;
        lines.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
    }
    return lines;
}

} // namespace onroll::casework
