#include "tests/every_route/script_forms.h"

#include <algorithm>

namespace script_forms {

const std::map<std::string, std::string>& not_filled()
{
    static const std::map<std::string, std::string> all{
        {"/sign-out", "asks nothing, and ends the sign-in by which the test goes on"},
        {"/account/stay", "asks nothing: it says that somebody is still there"},
        {"/drafts", "asks nothing: it drops what was typed"},
        {"/family/leave", "asks nothing, and ends the visit by which the test goes on"},
        {"/sign-in/back-channel/{provider}",
         "is sent by a provider of sign-ins, and answers no page"}};
    return all;
}

const std::vector<ByHand>& sent_by_hand()
{
    static const std::vector<ByHand> all{
        {"asks for a secret that a letter, a link or a first step brought",
         {"/join/{token}", "/open", "/open/again", "/set-up", "/sign-in/code",
          "/sign-in/set-up-codes"}},
        {"stands between a page and who asks for it: a proof, a reason, an emergency",
         {"/account/prove", "/purpose", "/break-glass/open"}},
        {"follows an answer of the checker that has a result to take away",
         {"/check/calendar", "/check/easy-read", "/check/hand-over", "/check/sheet"}},
        {"is sent by a page's script, or by a browser",
         {"/drafts/keep", "/policy-reports", "/area/{code}/briefing"}},
        {"is about records that somebody ticked in a list, or about a list that was narrowed first",
         {"/advice/batches/close", "/advice/batches/messages", "/advice/batches/notes",
          "/advice/cases/views", "/people/list/views", "/people/list/views/{view}",
          "/people/list/views/{view}/delete"}},
        {"follows a search that found nothing, or a hand-over by its code",
         {"/people/new", "/advice/contacts/look", "/advice/cases"}},
        {"follows a file that was read and waits to be taken in",
         {"/area/import/{token}", "/people/import/{import}"}},
        {"needs a second person, after the first has proposed it",
         {"/advice/keep/cases/{case}/remove", "/advice/keep/contacts/{contact}/remove",
          "/people/export/waiting", "/people/{person}/delete",
          "/people/{person}/erasure/{request}/carry-out", "/data-protection/overrides/{share}"}},
        {"is offered in one state of a case, a contact or a paper, which the area's have passed or "
         "not reached",
         {"/advice/cases/{case}/dates/settle", "/advice/cases/{case}/levels/end",
          "/advice/cases/{case}/levels/move", "/advice/cases/{case}/messages/{thread}/let-go",
          "/advice/cases/{case}/papers/{release}/decide",
          "/advice/cases/{case}/papers/{release}/give-up", "/advice/cases/{case}/state",
          "/advice/contacts/{contact}/reach", "/advice/keep/contacts/{contact}/end-hold",
          "/advice/keep/contacts/{contact}/hold", "/advice/keep/contacts/{contact}/take-back"}},
        {"is offered to whoever has another way to sign in, or while support may look",
         {"/account/ways/remove", "/staff/support/{user}/end"}}};
    return all;
}

bool is_sent_by_hand(const std::string& pattern)
{
    const auto& all = sent_by_hand();
    return std::any_of(all.begin(), all.end(), [&](const ByHand& one) {
        return std::find(one.patterns.begin(), one.patterns.end(), pattern) != one.patterns.end();
    });
}

Turn turn_of(const http::Route& route)
{
    if (route.policy.name().starts_with("account.")) return Turn::own_account;
    for (const std::string_view part : {"staff.", "agency.", "api_keys.", "support."})
        if (route.policy.name().starts_with(part)) return Turn::colleagues;
    for (const std::string_view part :
         {"/delete",   "/remove", "/agree",    "/carry-out",   "/close", "/own",
          "/withhold", "/undo",   "/end",      "/restriction", "/death", "/give-up",
          "/take-out", "/retire", "/withdraw", "/stop",        "/state", "/levels/",
          "/hold",     "/groups", "/notice",   "/decision"})
        if (route.pattern.find(part) != std::string::npos) return Turn::ending;
    return Turn::at_once;
}

} // namespace script_forms
