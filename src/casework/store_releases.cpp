#include "casework/store_releases.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "people/store.h"
#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::casework {
namespace store_releases_detail {

Release release_from(const db::Rows& rows)
{
    const auto state = release_state_named(rows.text("state"));
    ensure(state.has_value(), "the store holds only states that it was given");
    const auto audience = pack_for_named(rows.text("audience"));
    ensure(audience.has_value(), "the store holds only audiences that it was given");
    const auto person = rows.optional_text("person");
    Release release{.id = ReleaseId::parse(rows.text("id")).value(),
                    .case_id = CaseId::parse(rows.text("case_id")).value(),
                    .person = std::nullopt,
                    .recipient = rows.text("recipient"),
                    .purpose = rows.text("purpose"),
                    .audience = *audience,
                    .state = *state,
                    .begun_at = rows.instant("begun_at"),
                    .begun_by = access::UserId::parse(rows.text("begun_by")).value(),
                    .released_at = rows.optional_instant("released_at"),
                    .released_by = optional_user(rows, "released_by"),
                    .stopped_at = rows.optional_instant("stopped_at"),
                    .stopped_by = optional_user(rows, "stopped_by"),
                    .version = rows.integer("version")};
    if (person) release.person = people::PersonId::parse(*person).value();
    return release;
}

Error no_longer_prepared()
{
    return Error{ErrorKind::conflict,
                 "These papers were changed or given by somebody else. Look at them again",
                 {},
                 {}};
}

/// Who was given the copy, as they are called now.
std::string reader_in_words(db::Queries& database, const access::AgencyId& agency,
                            const Release& release)
{
    if (!release.person) return release.recipient;
    const auto person = people::find_person(database, agency, *release.person);
    return person ? people::called(person->name) : std::string("somebody of the family");
}

std::string context_of(const ReleaseId& release)
{
    return "paper of " + release.text();
}

} // namespace store_releases_detail
using namespace store_releases_detail;

ReleaseId begin_release(db::Transaction& transaction, const access::AgencyId& agency,
                        const CaseId& case_id, const NewRelease& release, const access::UserId& by,
                        Instant now)
{
    const auto id = crypto::new_id<ReleaseId>();
    transaction.run(sql()("add_release"), agency.text(), id.text(), case_id.text(),
                    text_or_nothing(release.person), release.recipient, release.purpose,
                    key_of(release.audience), now, by.text());
    return id;
}

Result<Release> find_release(db::Queries& database, const access::AgencyId& agency,
                             const ReleaseId& id)
{
    auto rows = database.query(sql()("find_release"), agency.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return release_from(rows);
}

std::vector<Release> releases_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& case_id)
{
    auto rows = database.query(sql()("releases_of_case"), agency.text(), case_id.text());
    std::vector<Release> all;
    while (rows.next()) all.push_back(release_from(rows));
    return all;
}

Result<void> end_release(db::Transaction& transaction, const access::AgencyId& agency,
                         const ReleaseId& id, ReleaseState state, std::int64_t version,
                         const access::UserId& by, Instant now)
{
    if (transaction.run(sql()("set_release_state"), key_of(state), now, by.text(), agency.text(),
                        id.text(), version) != 1)
        return no_longer_prepared();
    return {};
}

Result<void> stop_release(db::Transaction& transaction, const access::AgencyId& agency,
                          const ReleaseId& id, const access::UserId& by, Instant now)
{
    if (transaction.run(sql()("stop_release"), now, by.text(), agency.text(), id.text()) == 1)
        return {};
    return Error{
        ErrorKind::conflict, "This copy is given to nobody, so nothing is to be stopped", {}, {}};
}

Result<std::int64_t> add_paper(db::Transaction& transaction, const access::AgencyId& agency,
                               const ReleaseId& release, const NewPaper& paper,
                               const crypto::Key& seal, Instant now)
{
    if (transaction.run(sql()("raise_release"), agency.text(), release.text()) != 1)
        return no_longer_prepared();
    const auto sealed = crypto::seal(seal, paper.bytes, context_of(release));
    auto rows = transaction.query(
        sql()("add_paper"), agency.text(), release.text(), agency.text(), release.text(),
        paper.name, paper.kind, static_cast<std::int64_t>(paper.bytes.size()),
        crypto::to_hex(crypto::sha256(paper.bytes)), db::as_blob(sealed), now,
        paper.scan ? key_of(*paper.scan) : std::string_view(), text_or_nothing(paper.document));
    ensure(rows.next(), "a paper that was added has a number");
    return rows.integer("number");
}

std::vector<Paper> papers_of_release(db::Queries& database, const access::AgencyId& agency,
                                     const ReleaseId& release)
{
    auto rows = database.query(sql()("papers_of_release"), agency.text(), release.text());
    std::vector<Paper> papers;
    while (rows.next()) {
        const auto decision = paper_decision_named(rows.text("decision"));
        ensure(decision.has_value(), "the store holds only decisions that it was given");
        const auto document = rows.optional_text("document");
        papers.push_back({.number = rows.integer("number"),
                          .name = rows.text("name"),
                          .kind = rows.text("kind"),
                          .size = rows.integer("size"),
                          .sha256 = rows.text("sha256"),
                          .decision = *decision,
                          .found = rows.integer("found"),
                          .reason = rows.text("reason"),
                          .decided_by = optional_user(rows, "decided_by"),
                          .scan = scan_state_named(rows.text("scan")),
                          .document = document
                                          ? std::optional(AttachmentId::parse(*document).value())
                                          : std::nullopt});
    }
    return papers;
}

Result<void> move_paper_up(db::Transaction& transaction, const access::AgencyId& agency,
                           const ReleaseId& release, std::int64_t number)
{
    if (transaction.run(sql()("raise_release"), agency.text(), release.text()) != 1)
        return no_longer_prepared();
    auto papers = papers_of_release(transaction, agency, release);
    const auto moved = std::find_if(papers.begin(), papers.end(),
                                    [&](const Paper& paper) { return paper.number == number; });
    if (moved == papers.end()) return not_found("The page was not found. Check the address");
    if (moved == papers.begin()) return {};
    std::iter_swap(moved, moved - 1);
    std::int64_t place = 0;
    for (const auto& paper : papers)
        transaction.run(sql()("set_paper_place"), ++place, agency.text(), release.text(),
                        paper.number);
    return {};
}

Result<std::string> paper_bytes(db::Queries& database, const access::AgencyId& agency,
                                const ReleaseId& release, std::int64_t number,
                                const crypto::Key& seal)
{
    auto rows = database.query(sql()("paper_bytes"), agency.text(), release.text(), number);
    if (!rows.next()) return not_found("The page was not found. Check the address");
    const auto sealed = rows.blob("sealed");
    return crypto::open(seal, {reinterpret_cast<const char*>(sealed.data()), sealed.size()},
                        context_of(release));
}

Result<void> decide_paper(db::Transaction& transaction, const access::AgencyId& agency,
                          const ReleaseId& release, const PaperDecided& decided,
                          const access::UserId& by, Instant now)
{
    if (transaction.run(sql()("raise_release"), agency.text(), release.text()) != 1)
        return no_longer_prepared();
    if (transaction.run(sql()("decide_paper"), key_of(decided.decision), decided.found,
                        decided.reason, by.text(), now, agency.text(), release.text(),
                        decided.number) != 1)
        return not_found("The page was not found. Check the address");
    return {};
}

std::vector<ChronologyEntry>
entries_of_releases(db::Queries& database, const access::AgencyId& agency, const CaseId& case_id)
{
    std::vector<ChronologyEntry> entries;
    for (const auto& release : releases_of_case(database, agency, case_id)) {
        const auto add = [&](const char* title, const std::optional<Moment>& at,
                             const std::optional<access::UserId>& by) {
            if (!at) return;
            entries.push_back(
                {.on = in_london(*at).date,
                 .at = *at,
                 .kind = EntryKind::paper,
                 .title = title,
                 .by = by,
                 .detail =
                     "For: " + reader_in_words(database, agency, release) + ". " + release.purpose,
                 .href = "/advice/cases/" + case_id.text() + "/papers/" + release.id.text()});
        };
        const bool was_given =
            release.state == ReleaseState::released || release.state == ReleaseState::stopped;
        if (was_given) add("A copy of papers was given", release.released_at, release.released_by);
        add("A copy of papers was stopped", release.stopped_at, release.stopped_by);
    }
    return entries;
}

void keep_back(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
               const KeptBack& words, const access::UserId& by, Instant now)
{
    transaction.run(sql()("add_kept_back"), agency.text(), case_id.text(), agency.text(),
                    case_id.text(), words.words, text_or_nothing(words.told_to), now, by.text());
}

std::vector<KeptBack> kept_back_in_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& case_id)
{
    auto rows = database.query(sql()("kept_back_in_case"), agency.text(), case_id.text());
    std::vector<KeptBack> all;
    while (rows.next()) {
        const auto told = rows.optional_text("told_to");
        KeptBack one{rows.text("words"), std::nullopt};
        if (told) one.told_to = people::PersonId::parse(*told).value();
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace onroll::casework
