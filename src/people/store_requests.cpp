#include "people/store_requests.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>

namespace onroll::people {

using store_rows::sql;
using store_rows::stored_id;

namespace store_requests_detail {

RecordsRequest request_from(const db::Rows& rows)
{
    RecordsRequest request{stored_id<RecordsRequestId>(rows.text("id")),
                           stored_id<PersonId>(rows.text("person")),
                           rows.text("asked_by"),
                           {},
                           rows.text("why_complex"),
                           rows.optional_date("answered_on"),
                           rows.text("outcome"),
                           stored_id<access::UserId>(rows.text("made_by")),
                           static_cast<int>(rows.integer("version"))};
    request.clock.received_on = rows.date("received_on");
    request.clock.identity_asked = rows.integer("identity_asked") == 1;
    request.clock.identity_shown_on = rows.optional_date("identity_shown_on");
    request.clock.complexity =
        rows.integer("complex") == 1 ? Complexity::complex : Complexity::ordinary;
    return request;
}

void add_pauses(db::Queries& database, const access::AgencyId& agency, RecordsRequest& request)
{
    auto rows = database.query(sql()("pauses_of_request"), agency.text(), request.id.text());
    while (rows.next())
        request.clock.pauses.push_back({rows.date("starts_on"), rows.optional_date("ends_on")});
}

std::vector<RecordsRequest> requests_in(db::Rows rows)
{
    std::vector<RecordsRequest> requests;
    while (rows.next()) requests.push_back(request_from(rows));
    return requests;
}

std::vector<RecordsRequest> with_pauses(db::Queries& database, const access::AgencyId& agency,
                                        std::vector<RecordsRequest> requests)
{
    for (auto& request : requests) add_pauses(database, agency, request);
    return requests;
}

Result<void> check_day(const Scope& scope, const RecordsRequest& request, Date on)
{
    if (on > scope.today()) return bad_input("The day must be today or earlier", "on");
    if (on < request.clock.received_on)
        return bad_input("The day must not be before the request was received", "on");
    return {};
}

/// Writes the request as it is now; conflict where somebody else wrote first, or it was answered.
Result<void> write(db::Transaction& transaction, const Scope& scope, const RecordsRequest& request,
                   std::string_view field)
{
    const auto before = find_request(transaction, scope.agency, request.id);
    if (!before) return before.error();
    if (before->answered_on)
        return Error{ErrorKind::conflict, "The request was answered already", {}, {}};
    if (transaction.run(sql()("change_records_request"), request.clock.identity_shown_on,
                        request.clock.complexity == Complexity::complex, request.why_complex,
                        request.answered_on, request.outcome, scope.agency.text(),
                        request.id.text(), request.version) != 1)
        return store_detail::stale();
    store_detail::note(transaction, scope, audit::Kind::changed, "records_request.change", "person",
                       request.person.text(), {std::string(field), "request:" + request.id.text()});
    return {};
}

bool is_paused(const RecordsRequest& request)
{
    return !request.clock.pauses.empty() && !request.clock.pauses.back().until;
}

} // namespace store_requests_detail

using namespace store_requests_detail;

Result<RecordsRequestId> receive_request(db::Transaction& transaction, const Scope& scope,
                                         const PersonId& person, const NewRecordsRequest& asked)
{
    if (asked.asked_by.empty()) return bad_input("Enter who asks", "asked_by");
    if (asked.asked_by.size() > 200)
        return bad_input("Keep who asks under 200 characters", "asked_by");
    if (asked.received_on > scope.today())
        return bad_input("The day must be today or earlier", "received_on");
    if (const auto found = find_person(transaction, scope.agency, person); !found)
        return found.error();
    const auto id = crypto::new_id<RecordsRequestId>();
    transaction.run(sql()("add_records_request"), scope.agency.text(), id.text(), person.text(),
                    asked.asked_by, asked.received_on, asked.identity_asked, scope.user.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, "records_request.change",
                       "person", person.text(), {"request:" + id.text()});
    return id;
}

Result<void> identity_shown(db::Transaction& transaction, const Scope& scope,
                            const RecordsRequest& request, Date on)
{
    if (const auto fits = check_day(scope, request, on); !fits) return fits;
    if (!request.clock.identity_asked) return bad_input("They were not asked who they are", "on");
    auto now = request;
    now.clock.identity_shown_on = on;
    return write(transaction, scope, now, "identity_shown_on");
}

Result<void> ask_what_is_meant(db::Transaction& transaction, const Scope& scope,
                               const RecordsRequest& request, Date on)
{
    if (const auto fits = check_day(scope, request, on); !fits) return fits;
    if (is_paused(request)) return bad_input("The clock stands still already", "on");
    for (const auto& pause : request.clock.pauses)
        if (on <= *pause.until)
            return bad_input("The day must be after they answered last time", "on");
    if (const auto written = write(transaction, scope, request, "pauses"); !written) return written;
    transaction.run(sql()("begin_pause"), scope.agency.text(), request.id.text(), on);
    return {};
}

Result<void> told_what_is_meant(db::Transaction& transaction, const Scope& scope,
                                const RecordsRequest& request, Date on)
{
    if (const auto fits = check_day(scope, request, on); !fits) return fits;
    if (!is_paused(request)) return bad_input("The clock does not stand still", "on");
    if (on < request.clock.pauses.back().from)
        return bad_input("The day must not be before you asked them", "on");
    if (const auto written = write(transaction, scope, request, "pauses"); !written) return written;
    transaction.run(sql()("end_pause"), std::optional(on), scope.agency.text(), request.id.text());
    return {};
}

Result<void> take_longer(db::Transaction& transaction, const Scope& scope,
                         const RecordsRequest& request, std::string_view why)
{
    if (why.empty()) return bad_input("Enter why it takes longer, as you tell the person", "why");
    if (why.size() > 500) return bad_input("Keep the reason under 500 characters", "why");
    const auto due = subject_request_due(request.clock);
    if (request.clock.complexity == Complexity::ordinary && due.by && *due.by < scope.today())
        return bad_input("The first month is over, so it cannot be made longer", "why");
    auto now = request;
    now.clock.complexity = Complexity::complex;
    now.why_complex = why;
    return write(transaction, scope, now, "complex");
}

Result<void> answer_request(db::Transaction& transaction, const Scope& scope,
                            const RecordsRequest& request, Date on, std::string_view outcome)
{
    if (const auto fits = check_day(scope, request, on); !fits) return fits;
    if (outcome.empty()) return bad_input("Enter what you answered", "outcome");
    if (outcome.size() > 1000)
        return bad_input("Keep the answer under 1,000 characters", "outcome");
    auto now = request;
    now.answered_on = on;
    now.outcome = outcome;
    return write(transaction, scope, now, "answered_on");
}

std::vector<RecordsRequest> requests_of(db::Queries& database, const access::AgencyId& agency,
                                        const PersonId& person)
{
    auto requests =
        requests_in(database.query(sql()("records_requests_of"), agency.text(), person.text()));
    return with_pauses(database, agency, std::move(requests));
}

std::vector<RecordsRequest> open_requests(db::Queries& database, const access::AgencyId& agency)
{
    auto requests = requests_in(database.query(sql()("open_records_requests"), agency.text()));
    return with_pauses(database, agency, std::move(requests));
}

Result<RecordsRequest> find_request(db::Queries& database, const access::AgencyId& agency,
                                    const RecordsRequestId& id)
{
    std::optional<RecordsRequest> request;
    {
        auto rows = database.query(sql()("find_records_request"), agency.text(), id.text());
        if (rows.next()) request = request_from(rows);
    }
    if (!request) return not_found("There is no such request");
    add_pauses(database, agency, *request);
    return *std::move(request);
}

} // namespace onroll::people
