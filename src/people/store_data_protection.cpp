#include "people/store_data_protection.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include "platform/crypto/new_id.h"

#include <algorithm>
#include <utility>

namespace onroll::people {

using store_rows::sql;
using store_rows::stored_id;

namespace store_data_protection_detail {

constexpr std::size_t longest = 4000;
constexpr std::string_view act = "data_protection.change";

Result<void> check_words(std::string_view words, const char* missing, const char* field)
{
    if (words.empty()) return bad_input(missing, field);
    if (words.size() > longest) return bad_input("Keep this under 4,000 characters", field);
    return {};
}

Result<void> check_day(const Scope& scope, Date on, Date first)
{
    if (on > scope.today()) return bad_input("The day must be today or earlier", "on");
    if (on < first) return bad_input("The day must not be before it began", "on");
    return {};
}

Complaint complaint_from(const db::Rows& rows)
{
    return {stored_id<ComplaintId>(rows.text("id")),
            rows.date("received_on"),
            rows.text("came_from"),
            rows.text("about"),
            rows.optional_date("acknowledged_on"),
            rows.text("progress"),
            rows.optional_date("answered_on"),
            rows.text("outcome"),
            static_cast<int>(rows.integer("version"))};
}

Result<void> write(db::Transaction& transaction, const Scope& scope, const Complaint& complaint,
                   std::string_view field)
{
    const auto before = find_complaint(transaction, scope.agency, complaint.id);
    if (!before) return before.error();
    if (before->answered_on)
        return Error{ErrorKind::conflict, "The complaint was answered already", {}, {}};
    if (transaction.run(sql()("change_complaint"), complaint.acknowledged_on, complaint.progress,
                        complaint.answered_on, complaint.outcome, scope.agency.text(),
                        complaint.id.text(), complaint.version) != 1)
        return store_detail::stale();
    store_detail::note(transaction, scope, audit::Kind::changed, act, "complaint",
                       complaint.id.text(), {std::string(field)});
    return {};
}

Breach breach_from(const db::Rows& rows)
{
    Breach breach{stored_id<BreachId>(rows.text("id"))};
    breach.aware_at = rows.instant("aware_at");
    breach.what = rows.text("what");
    if (const auto whose = rows.optional_text("whose_account"))
        breach.whose_account = stored_id<access::UserId>(*whose);
    breach.from = rows.date("from_day");
    breach.until = rows.date("until_day");
    breach.reported_on = rows.optional_date("reported_on");
    breach.not_reported = rows.text("not_reported");
    breach.told_on = rows.optional_date("told_on");
    breach.not_told = rows.text("not_told");
    breach.closed_on = rows.optional_date("closed_on");
    breach.learned = rows.text("learned");
    breach.version = static_cast<int>(rows.integer("version"));
    return breach;
}

Result<void> write(db::Transaction& transaction, const Scope& scope, const Breach& breach,
                   std::string_view field)
{
    const auto before = find_breach(transaction, scope.agency, breach.id);
    if (!before) return before.error();
    if (before->closed_on) return Error{ErrorKind::conflict, "The breach is closed", {}, {}};
    if (transaction.run(sql()("change_breach"), breach.reported_on, breach.not_reported,
                        breach.told_on, breach.not_told, breach.closed_on, breach.learned,
                        scope.agency.text(), breach.id.text(), breach.version) != 1)
        return store_detail::stale();
    store_detail::note(transaction, scope, audit::Kind::changed, act, "breach", breach.id.text(),
                       {std::string(field)});
    return {};
}

Result<void> check_decision(const Scope& scope, const Breach& breach, std::optional<Date> on,
                            std::string_view why_not)
{
    if (on) return check_day(scope, *on, in_london(breach.aware_at).date);
    return check_words(why_not, "Enter the day, or why it is not done", "words");
}

} // namespace store_data_protection_detail

using namespace store_data_protection_detail;

Result<ComplaintId> receive_complaint(db::Transaction& transaction, const Scope& scope,
                                      const NewComplaint& complaint)
{
    if (complaint.received_on > scope.today())
        return bad_input("The day must be today or earlier", "received_on");
    if (const auto sound = check_words(complaint.came_from, "Enter who complains", "came_from");
        !sound)
        return sound.error();
    if (const auto sound = check_words(complaint.about, "Enter what it is about", "about"); !sound)
        return sound.error();
    const auto id = crypto::new_id<ComplaintId>();
    transaction.run(sql()("add_complaint"), scope.agency.text(), id.text(), complaint.received_on,
                    complaint.came_from, complaint.about, scope.user.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, act, "complaint", id.text());
    return id;
}

Result<void> acknowledge_complaint(db::Transaction& transaction, const Scope& scope,
                                   const Complaint& complaint, Date on)
{
    if (const auto fits = check_day(scope, on, complaint.received_on); !fits) return fits;
    if (complaint.acknowledged_on) return bad_input("It was acknowledged already", "step");
    auto now = complaint;
    now.acknowledged_on = on;
    return write(transaction, scope, now, "acknowledged_on");
}

Result<void> note_progress(db::Transaction& transaction, const Scope& scope,
                           const Complaint& complaint, std::string_view words)
{
    if (const auto sound = check_words(words, "Enter what was looked into", "words"); !sound)
        return sound;
    auto now = complaint;
    now.progress +=
        (now.progress.empty() ? "" : "\n") + in_words(scope.today()) + ": " + std::string(words);
    if (now.progress.size() > 20 * longest)
        return bad_input("The notes on this complaint are full", "words");
    return write(transaction, scope, now, "progress");
}

Result<void> answer_complaint(db::Transaction& transaction, const Scope& scope,
                              const Complaint& complaint, Date on, std::string_view outcome)
{
    if (const auto fits = check_day(scope, on, complaint.received_on); !fits) return fits;
    if (const auto sound = check_words(outcome, "Enter what you answered", "words"); !sound)
        return sound;
    auto now = complaint;
    // An answer within the time acknowledges it too.
    if (!now.acknowledged_on) now.acknowledged_on = on;
    now.answered_on = on;
    now.outcome = outcome;
    return write(transaction, scope, now, "answered_on");
}

std::vector<Complaint> complaints_of(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Complaint> all;
    auto rows = database.query(sql()("complaints_of"), agency.text());
    while (rows.next()) all.push_back(complaint_from(rows));
    return all;
}

Result<Complaint> find_complaint(db::Queries& database, const access::AgencyId& agency,
                                 const ComplaintId& id)
{
    for (auto& one : complaints_of(database, agency))
        if (one.id == id) return std::move(one);
    return not_found("There is no such complaint");
}

Result<BreachId> open_breach(db::Transaction& transaction, const Scope& scope,
                             const NewBreach& breach)
{
    if (breach.aware_at > scope.now) return bad_input("The moment must not be to come", "aware_on");
    if (const auto sound = check_words(breach.what, "Enter what happened", "what"); !sound)
        return sound.error();
    if (breach.until < breach.from)
        return bad_input("The last day must not be before the first", "until");
    const auto id = crypto::new_id<BreachId>();
    transaction.run(sql()("add_breach"), scope.agency.text(), id.text(), breach.aware_at,
                    breach.what,
                    breach.whose_account ? std::optional(breach.whose_account->text())
                                         : std::optional<std::string>(),
                    breach.from, breach.until, scope.user.text());
    store_detail::note(transaction, scope, audit::Kind::recorded, act, "breach", id.text());
    return id;
}

Result<void> decide_report(db::Transaction& transaction, const Scope& scope, const Breach& breach,
                           std::optional<Date> on, std::string_view why_not)
{
    if (const auto sound = check_decision(scope, breach, on, why_not); !sound) return sound;
    auto now = breach;
    now.reported_on = on;
    now.not_reported = on ? std::string() : std::string(why_not);
    return write(transaction, scope, now, "reported_on");
}

Result<void> decide_telling(db::Transaction& transaction, const Scope& scope, const Breach& breach,
                            std::optional<Date> on, std::string_view why_not)
{
    if (const auto sound = check_decision(scope, breach, on, why_not); !sound) return sound;
    auto now = breach;
    now.told_on = on;
    now.not_told = on ? std::string() : std::string(why_not);
    return write(transaction, scope, now, "told_on");
}

Result<void> close_breach(db::Transaction& transaction, const Scope& scope, const Breach& breach,
                          std::string_view learned)
{
    if (!breach.reported_on && breach.not_reported.empty())
        return bad_input("Decide first whether it is reported", "step");
    if (!breach.told_on && breach.not_told.empty())
        return bad_input("Decide first whether the people are told", "step");
    if (const auto sound = check_words(learned, "Enter what was learned", "words"); !sound)
        return sound;
    auto now = breach;
    now.closed_on = scope.today();
    now.learned = learned;
    return write(transaction, scope, now, "closed_on");
}

std::vector<Breach> breaches_of(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<Breach> all;
    auto rows = database.query(sql()("breaches_of"), agency.text());
    while (rows.next()) all.push_back(breach_from(rows));
    return all;
}

Result<Breach> find_breach(db::Queries& database, const access::AgencyId& agency,
                           const BreachId& id)
{
    for (auto& one : breaches_of(database, agency))
        if (one.id == id) return std::move(one);
    return not_found("There is no such breach");
}

Result<void> save_notice_contact(db::Transaction& transaction, const Scope& scope,
                                 const NoticeContact& contact)
{
    if (const auto sound = check_words(contact.officer, "Enter whom to ask", "officer"); !sound)
        return sound;
    if (contact.email.empty() && contact.telephone.empty() && contact.post.empty())
        return bad_input("Enter an email address, a telephone number or an address", "email");
    for (const auto& [words, field] :
         {std::pair{&contact.email, "email"}, std::pair{&contact.telephone, "telephone"},
          std::pair{&contact.post, "post"}})
        if (words->size() > 300) return bad_input("Keep this under 300 characters", field);
    transaction.run(sql()("save_notice_contact"), scope.agency.text(), contact.officer,
                    contact.email, contact.telephone, contact.post);
    store_detail::note(transaction, scope, audit::Kind::changed, act, "notice",
                       scope.agency.text());
    return {};
}

std::optional<NoticeContact> notice_contact_of(db::Queries& database,
                                               const access::AgencyId& agency)
{
    auto rows = database.query(sql()("find_notice_contact"), agency.text());
    if (!rows.next()) return std::nullopt;
    return NoticeContact{rows.text("officer"), rows.text("email"), rows.text("telephone"),
                         rows.text("post")};
}

std::vector<std::string> ways_to_ask(db::Queries& database, const access::AgencyId& agency)
{
    std::vector<std::string> lines;
    const auto contact = notice_contact_of(database, agency);
    if (!contact) return lines;
    if (!contact->email.empty()) lines.push_back("Email: " + contact->email);
    if (!contact->telephone.empty()) lines.push_back("Telephone: " + contact->telephone);
    if (!contact->post.empty()) lines.push_back("Post: " + contact->post);
    return lines;
}

} // namespace onroll::people
