// Passwords: links for a new one, choosing it, changing it.
#include "access/accounts_shared.h"
#include "access/guesses.h"
#include "access/mail_texts.h"
#include "access/rules_sign_in.h"

namespace onroll::access {

using namespace accounts_shared;

namespace accounts_passwords_detail {

constexpr std::chrono::minutes new_password_lasts{20};

/// Told only to whoever reads the mail of that address.
const Error address_signs_in_elsewhere{
    ErrorKind::conflict,
    "You already sign in to another organisation with this email address. Ask the administrator "
    "who invited you to send the invitation to another address of yours",
    {},
    "password"};

} // namespace accounts_passwords_detail

using namespace accounts_passwords_detail;

void ask_for_new_password(const Services& services, std::string_view email, const Visit& visit)
{
    const auto folded = folded_email(email);
    std::optional<User> user;
    if (folded) {
        auto reading = services.database->read();
        user = find_user_by_email(reading, *folded);
    }
    const auto guess =
        take_guess(services, GuessAt::code, "new password of " + folded.value_or("nobody"),
                   std::nullopt, visit);
    const bool send = guess && user && user->state == UserState::active;
    db::with_retry(*services.database, "ask for new password", [&](db::Transaction& transaction) {
        const auto now = services.clock->now();
        if (!send) {
            audit::note(transaction,
                        {.agency = "nobody",
                         .act = "account.new_password",
                         .kind = audit::Kind::denied,
                         .origin = visit.address,
                         .request = visit.request,
                         .outcome = audit::Outcome::refused},
                        now);
            return;
        }
        const auto token = add_link(transaction, owner_of(*user), LinkKind::new_password, now,
                                    now + new_password_lasts);
        mail::enqueue(transaction, services.keys->mail, user->agency.text(),
                      new_password_mail(user->email, visit.site + "/join/" + token), now);
        note(transaction, visit, owner_of(*user), "account.new_password", audit::Kind::changed,
             user->id, now);
    });
    services.wake_mail();
}

Result<User> whose_link(const Services& services, std::string_view token)
{
    auto reading = services.database->read();
    const auto link = find_link(reading, token, services.clock->now());
    if (!link) return not_found("This link has been used or has ended");
    return find_user(reading, link->owner.agency, link->owner.user);
}

Result<void> choose_password(const Services& services, std::string_view token,
                             std::string_view password, const Visit& visit)
{
    const auto user = whose_link(services, token);
    if (!user) return user.error();
    std::string agency_name;
    {
        auto reading = services.database->read();
        agency_name = find_agency(reading, user->agency).value().name;
    }
    if (auto checked = check_password(services, password, user->name, user->email, agency_name);
        !checked)
        return checked.error();
    const auto hash = services.hashing->hash(password);
    if (!hash) return hash.error();
    auto done = db::with_retry(
        *services.database, "choose password", [&](db::Transaction& transaction) -> Result<void> {
            const auto now = services.clock->now();
            const auto link = use_link(transaction, token, now);
            if (!link) return not_found("This link has been used or has ended");
            if (const auto other = find_user_by_email(transaction, user->email);
                user->state == UserState::invited && other->state == UserState::active)
                return address_signs_in_elsewhere;
            set_password_hash(transaction, user->agency, user->id, *hash);
            if (user->state == UserState::invited)
                set_state(transaction, *user, UserState::active, now);
            end_sign_ins(transaction, owner_of(*user));
            mail::enqueue(transaction, services.keys->mail, user->agency.text(),
                          password_changed_mail(user->email), now);
            note(transaction, visit, owner_of(*user), "account.new_password", audit::Kind::changed,
                 user->id, now);
            return {};
        });
    if (done) services.wake_mail();
    return done;
}

Result<void> change_password(const Services& services, const Actor& actor,
                             std::string_view password, const Visit& visit)
{
    std::string email;
    {
        auto reading = services.database->read();
        email = find_user(reading, actor.agency, actor.user).value().email;
    }
    if (auto checked = check_password(services, password, actor.name, email, actor.agency_name);
        !checked)
        return checked.error();
    const auto hash = services.hashing->hash(password);
    if (!hash) return hash.error();
    const Owner owner{actor.agency, actor.user};
    db::with_retry(*services.database, "change password", [&](db::Transaction& transaction) {
        const auto now = services.clock->now();
        set_password_hash(transaction, actor.agency, actor.user, *hash);
        drop_links(transaction, owner);
        end_sign_ins(transaction, owner, actor.sign_in.id);
        mail::enqueue(transaction, services.keys->mail, actor.agency.text(),
                      password_changed_mail(email), now);
        note(transaction, visit, owner, "account.change", audit::Kind::changed, actor.user, now,
             {"password"});
    });
    services.wake_mail();
    return {};
}

} // namespace onroll::access
