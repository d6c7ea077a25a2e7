// The set-up of an empty store, and further agencies.
#include "access/accounts_shared.h"
#include "access/guesses.h"
#include "access/rules_sign_in.h"

#include "platform/db/agency_in_force.h"

namespace onroll::access {

using namespace accounts_shared;

namespace accounts_detail {

constexpr std::chrono::minutes secret_lasts{30};

} // namespace accounts_detail

using namespace accounts_detail;

std::optional<std::string> new_setup_secret(db::Database& database, const Clock& clock)
{
    {
        auto reading = database.read();
        if (count_agencies(reading) > 0) return std::nullopt;
    }
    return make_setup_secret(database, clock.now(), clock.now() + secret_lasts);
}

Result<SignedIn> set_up(const Services& services, const FirstAgency& first, const Visit& visit)
{
    auto agency = first.agency;
    const auto agency_name = name_from(agency.name, "the organisation’s name", "agency_name");
    if (!agency_name) return agency_name.error();
    agency.name = *agency_name;
    const auto name = name_from(first.name, "your name", "name");
    if (!name) return name.error();
    const auto email = email_from(first.email, "email");
    if (!email) return email.error();
    if (auto checked = check_password(services, first.password, *name, *email, agency.name);
        !checked)
        return checked.error();
    const auto guess = take_guess(services, GuessAt::code, "set-up", std::nullopt, visit);
    if (!guess) return bad_input("Wait 5 minutes before you try the secret again", "secret");
    const auto hash = services.hashing->hash(first.password);
    if (!hash) return hash.error();
    const auto now = services.clock->now();
    return db::with_retry(
        *services.database, "set up", [&](db::Transaction& transaction) -> Result<SignedIn> {
            if (count_agencies(transaction) > 0)
                return Error{ErrorKind::not_allowed, "Onroll is set up already. Sign in", {}, {}};
            if (!use_setup_secret(transaction, first.secret, now))
                return bad_input("Enter the set-up secret that the server printed when it started. "
                                 "It lasts 30 minutes. Restart the server for a new one",
                                 "secret");
            forgive(transaction, *guess);
            const auto id = add_agency(transaction, agency, now);
            const auto user = add_user(transaction, id, *name, *email,
                                       {Role::administrator, Role::system_administrator}, now);
            if (!user) return user.error();
            set_password_hash(transaction, id, *user, *hash);
            const auto found = find_user(transaction, id, *user);
            set_state(transaction, found.value(), UserState::active, now);
            note(transaction, visit, {id, *user}, "account.set_up", audit::Kind::recorded, *user,
                 now);
            const auto lasts = limits_for(true).unfinished;
            return SignedIn{start_sign_in(transaction,
                                          {{id, *user},
                                           Stage::enrol,
                                           Proof::password_and_code,
                                           visit.browser,
                                           now + lasts},
                                          now),
                            Stage::enrol,
                            {},
                            SignInOf::administrator};
        });
}

Result<AgencyId> open_agency(const Services& services, const Owner& by, const NewAgency& agency,
                             std::string_view name, std::string_view email, const Visit& visit)
{
    auto opened = agency;
    const auto agency_name = name_from(agency.name, "the organisation’s name", "agency_name");
    if (!agency_name) return agency_name.error();
    opened.name = *agency_name;
    const auto first_name = name_from(name, "the first administrator’s name", "name");
    if (!first_name) return first_name.error();
    const auto first_email = email_from(email, "email");
    if (!first_email) return first_email.error();
    // What is made is another agency's.
    const db::WorkFor the_new_one(db::nobody_yet);
    auto id = db::with_retry(
        *services.database, "open agency", [&](db::Transaction& transaction) -> Result<AgencyId> {
            const auto now = services.clock->now();
            const auto new_id = add_agency(transaction, opened, now);
            const auto user = add_user(transaction, new_id, *first_name, *first_email,
                                       {Role::administrator}, now);
            if (!user) return user.error();
            send_invitation(transaction, services, {new_id, *user}, *first_email, visit, now);
            auto deed = account_deed(visit, by, "agency.open", audit::Kind::recorded, *user);
            deed.record_kind = "agency";
            deed.record = new_id.text();
            audit::note(transaction, deed, now);
            return new_id;
        });
    if (id) services.wake_mail();
    return id;
}

} // namespace onroll::access
