#include "casework/rules_service.h"

#include <algorithm>

namespace onroll::casework {
namespace rules_service_detail {

std::string with_own_words(std::string sentence, const std::string& own)
{
    if (own.empty()) return sentence;
    return sentence + " " + own;
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
    const std::string promise = " It is impartial and confidential: the council and schools in " +
                                area + " cannot see your record.";
    const auto& by = policy.run_by;
    switch (policy.kind) {
    case ServiceKind::in_house:
        return "The council pays for the service and employs its staff." + promise;
    case ServiceKind::outsourced:
        return "The council pays for the service. " +
               (by.empty() ? std::string("Another organisation") : by) + " runs it." + promise;
    case ServiceKind::mixed:
        return "The council pays for the service, and runs it together with " +
               (by.empty() ? std::string("another organisation") : by) + "." + promise;
    }
    return promise;
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
