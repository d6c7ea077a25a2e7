// The second word for a deletion or the end of a hold, from somebody who need not open records.
// trust.md Z-10; docs/decisions/2026-11-26-second-word-for-a-deletion.md.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/store_limits.h"
#include "people/store_retention.h"
#include "people/views_agree.h"

#include "forms/asked.h"

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
    return rows;
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
    const bool deletes = form["step"] == "delete";
    if (!id || (!deletes && form["step"] != "end_hold"))
        return show(request, services, {bad_input("Choose what you agree to", "step")});
    const auto saved =
        save(request, services, "agree to deletion", form,
             [&](db::Transaction& transaction) -> Result<std::string> {
                 if (is_own_or_relatives(transaction, actor, *id) ||
                     !waits_for_second(transaction, actor.agency, *id,
                                       deletes ? SecondStep::deletion : SecondStep::end_of_hold))
                     return Error{ErrorKind::conflict, "That does not wait any more", {}, {}};
                 const auto scope = scope_of(request, services, "retention.agree");
                 if (deletes) {
                     if (const auto done = agree_to_deletion(transaction, scope, *id); !done)
                         return done.error();
                 } else if (const auto done = agree_to_end_hold(transaction, scope, *id); !done) {
                     return done.error();
                 }
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
