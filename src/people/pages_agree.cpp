// The second word for a deletion or the end of a hold, from somebody who need not open records.
// trust.md Z-10; docs/decisions/2026-11-26-second-word-for-a-deletion.md.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_erasure.h"
#include "people/store_limits.h"
#include "people/store_retention.h"
#include "people/views_agree.h"

#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

namespace pages_agree_detail {

using namespace pages_shared;

const std::string agree_page = "/people/agree";

std::string period_of(db::Queries& reader, const access::AgencyId& agency, const PersonId& id,
                      Date today)
{
    const auto retention = retention_of_person(reader, agency, id);
    if (!retention) return "The record is gone already.";
    if (std::holds_alternative<OnLegalHold>(*retention)) return "The record is on legal hold.";
    const auto* kept = std::get_if<KeepUntil>(&*retention);
    if (!kept) return "It cannot be told yet how long to keep the record.";
    auto words = std::string(in_words(kept->rule.group)) + ": kept until " +
                 in_words(kept->last_day) + ". " + kept->rule.source + ".";
    if (kept->last_day >= today) words += " It is not due any more.";
    return words;
}

std::string parts_of(const ErasureRequest& request)
{
    if (request.decision == ErasureDecision::whole) return "The whole record.";
    std::string words;
    for (const auto part : request.parts)
        words += (words.empty() ? "" : "; ") + std::string(in_words(part));
    return words + ".";
}

/// Whoever asks has nothing to do with the record of themselves or a relative.
bool is_own_or_relatives(db::Queries& reader, const access::Actor& actor, const PersonId& id)
{
    return standing_to(reader, actor, id).conflict;
}

std::vector<AgreeRow> rows_for(const http::Request& request, const Services& services,
                               db::Queries& reader)
{
    const auto& actor = access::actor(request);
    std::vector<AgreeRow> rows;
    for (const auto& one : waiting_for_second(reader, actor.agency)) {
        if (is_own_or_relatives(reader, actor, one.person)) continue;
        const bool deletes = one.step == SecondStep::deletion;
        rows.push_back({.what = deletes ? "Delete a record" : "End a hold on a record",
                        .period = period_of(reader, actor.agency, one.person, today_of(services)),
                        .asked_by = services.staff_name(actor.agency, one.asked_by.text()) +
                                    (one.asked_at ? " on " + in_words(in_london(*one.asked_at).date)
                                                  : std::string()),
                        .person = one.person.text(),
                        .step = deletes ? "delete" : "end_hold",
                        .own = one.asked_by == actor.user});
    }
    for (const auto& one : erasures_of_agency(reader, actor.agency)) {
        if (!waits_for_second(one) || is_own_or_relatives(reader, actor, one.person)) continue;
        rows.push_back({.what = one.decision == ErasureDecision::whole
                                    ? "Erase a record, as somebody asked"
                                    : "Erase parts of a record, as somebody asked",
                        .period = parts_of(one),
                        .asked_by = services.staff_name(actor.agency, one.decided_by->text()) +
                                    " on " + in_words(*one.decided_on),
                        .person = one.person.text(),
                        .step = "erase",
                        .own = one.decided_by == actor.user});
    }
    return rows;
}

/// A record may not go from under a case. Parts of it may.
Result<void> agree_to(db::Transaction& transaction, const Scope& scope, std::string_view step,
                      const PersonId& id, bool has_casework)
{
    if (step == "end_hold") {
        const auto done = agree_to_end_hold(transaction, scope, id);
        return done ? Result<void>() : Result<void>(done.error());
    }
    if (step == "erase") {
        for (const auto& one : erasures_of(transaction, scope.agency, id))
            if (waits_for_second(one))
                return carry_out_erasure(transaction, scope, one, has_casework);
        return Error{ErrorKind::conflict, "That does not wait any more", {}, {}};
    }
    if (has_casework)
        return Error{ErrorKind::conflict,
                     "A case of this person is kept with its history, so the record stays as long "
                     "as the case",
                     {},
                     {}};
    return agree_to_deletion(transaction, scope, id);
}

bool waits(db::Queries& reader, const access::AgencyId& agency, std::string_view step,
           const PersonId& id)
{
    if (step == "erase") {
        const auto all = erasures_of(reader, agency, id);
        return std::any_of(all.begin(), all.end(),
                           [](const ErasureRequest& one) { return waits_for_second(one); });
    }
    return waits_for_second(reader, agency, id,
                            step == "delete" ? SecondStep::deletion : SecondStep::end_of_hold);
}

http::Response show(const http::Request& request, const Services& services, Errors errors = {})
{
    auto reader = database_of(request, services).read(db::View::snapshot);
    const bool wrong = !errors.empty();
    return page(request, services, "What waits for a second person",
                agree_view({.rows = rows_for(request, services, reader),
                            .action = agree_page,
                            .start = start_of(request, agree_page),
                            .errors = std::move(errors)}),
                "/start", wrong);
}

http::Response agree(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    const auto form = form_of(request);
    const auto id = PersonId::parse(form["person"]);
    const auto step = form["step"];
    if (!id || (step != "delete" && step != "end_hold" && step != "erase"))
        return show(request, services, {bad_input("Choose what you agree to")});
    const auto saved =
        save(request, services, "agree to deletion", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 if (is_own_or_relatives(transaction, actor, *id) ||
                     !waits(transaction, actor.agency, step, *id))
                     return Error{ErrorKind::conflict, "That does not wait any more", {}, {}};
                 const auto scope = scope_of(request, services, "retention.agree");
                 const auto done = agree_to(transaction, scope, step, *id,
                                            holds_more(transaction, services, actor, *id));
                 if (!done) return done.error();
                 return agree_page;
             });
    if (saved) return http::redirect(*saved);
    return show(request, services, {saved.error()});
}

} // namespace pages_agree_detail

void add_agree_pages(http::Router& router, const Services& services)
{
    using namespace pages_agree_detail;
    const auto& guard = *services.guard;
    router.get(agree_page, guard.policy("retention.waiting"),
               [&services](const http::Request& request) { return show(request, services); });
    router.post(agree_page, forms::taking(guard.policy("retention.agree"), {"person", "step"}),
                [&services](const http::Request& request) { return agree(request, services); });
}

} // namespace onroll::people
