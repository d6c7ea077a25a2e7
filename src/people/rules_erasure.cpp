#include "people/rules_erasure.h"

#include <algorithm>
#include <array>

namespace onroll::people {

namespace rules_erasure_detail {

struct ToldReason {
    KeepReason reason;
    std::string_view source, told;
};
constexpr std::array told_reasons{
    ToldReason{
        KeepReason::public_task, "UK GDPR Article 17(3)(b)",
        "The law gives us a task, and we hold this to do it. The right to have it erased does "
        "not apply to what we hold for that."},
    ToldReason{KeepReason::legal_claim, "UK GDPR Article 17(3)(e)",
               "It is needed for a legal claim, or may soon be."},
    ToldReason{KeepReason::statistics, "UK GDPR Article 17(3)(d)",
               "It is kept for statistics or research that could not be done without it."},
    ToldReason{KeepReason::still_needed, "UK GDPR Article 17(1)(a)",
               "We still need it for what we collected it for."},
    ToldReason{KeepReason::unfounded, "UK GDPR Article 12(5)(b)",
               "We have answered the same request before, or there is no basis for it."}};

const ToldReason& told(KeepReason reason)
{
    return *std::find_if(told_reasons.begin(), told_reasons.end(),
                         [&](const ToldReason& one) { return one.reason == reason; });
}

Error conflict(std::string words)
{
    return {ErrorKind::conflict, std::move(words), {}, {}};
}

constexpr std::size_t most_words = 2'000;

} // namespace rules_erasure_detail

using namespace rules_erasure_detail;

std::vector<Error> problems_of(const ErasureAnswer& answer)
{
    std::vector<Error> problems;
    switch (answer.decision) {
    case ErasureDecision::open:
        problems.push_back(bad_input("Choose what you decided", "decision"));
        break;
    case ErasureDecision::whole:
        if (!answer.refusals.empty())
            problems.push_back(bad_input(
                "Choose no reason to keep anything where the whole record goes", "refusals"));
        break;
    case ErasureDecision::parts:
        if (answer.parts.empty()) problems.push_back(bad_input("Choose which parts go", "parts"));
        if (answer.refusals.empty())
            problems.push_back(bad_input("Choose why the rest stays", "refusals"));
        break;
    case ErasureDecision::refused:
        if (answer.refusals.empty())
            problems.push_back(bad_input("Choose why all of it stays", "refusals"));
        break;
    }
    if (answer.decision != ErasureDecision::parts && !answer.parts.empty())
        problems.push_back(bad_input("Choose parts only where parts of it go", "parts"));
    if (answer.words.size() > most_words)
        problems.push_back(bad_input("Keep the words under 2,000 characters", "words"));
    return problems;
}

std::string_view source_of(KeepReason reason)
{
    return told(reason).source;
}

std::string_view told_in_words(KeepReason reason)
{
    return told(reason).told;
}

std::optional<Error> why_not_yet(const ErasureRequest& request, const access::UserId& by,
                                 const ErasureState& state)
{
    if (request.decision == ErasureDecision::open)
        return conflict("Decide about the request first");
    if (request.decision == ErasureDecision::refused)
        return conflict("All of it stays, so there is nothing to erase");
    if (request.carried_out_on) return conflict("It was erased already");
    if (!request.answered_on)
        return conflict("Send the answer first. Once it is erased, you no longer know where to "
                        "send it");
    if (request.decided_by == by)
        return Error{
            ErrorKind::not_allowed, "Somebody other than who decided must carry it out", {}, {}};
    if (state.on_hold) return conflict("This record is on legal hold and stays");
    if (state.is_restricted) return conflict("The use of this record is restricted, so it stays");
    if (request.decision == ErasureDecision::whole && state.has_casework)
        return conflict("A case of this person is kept with its history, so the whole record "
                        "cannot go. Decide that parts of it go");
    return std::nullopt;
}

} // namespace onroll::people
