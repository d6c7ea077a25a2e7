#include "access/accounts_shared.h"

#include "access/mail_texts.h"
#include "access/rules_passwords.h"
#include "access/rules_sign_in.h"

#include "kernel/one_line.h"

namespace onroll::access::accounts_shared {

namespace accounts_shared_detail {

constexpr std::chrono::hours invitation_lasts{72};
constexpr std::size_t longest_name = 200;

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

} // namespace accounts_shared_detail

using namespace accounts_shared_detail;

Owner owner_of(const User& user)
{
    return {user.agency, user.id};
}

Result<std::string> name_from(std::string_view typed, const std::string& whose,
                              const std::string& field)
{
    auto name = trimmed(typed);
    if (name.empty()) return bad_input("Enter " + whose, field);
    if (has_hidden_characters(name))
        return bad_input("Name must be on one line, without hidden characters. Type it again",
                         field);
    if (name.size() > longest_name) return bad_input("Name must be 200 characters or fewer", field);
    return name;
}

Result<std::string> email_from(std::string_view typed, const std::string& field)
{
    if (trimmed(typed).empty()) return bad_input("Enter an email address", field);
    auto email = folded_email(typed);
    if (!email)
        return bad_input("Enter an email address in the correct format, like name@example.com",
                         field);
    return *std::move(email);
}

Result<void> check_password(const Services& services, std::string_view password,
                            std::string_view name, std::string_view email, std::string_view agency)
{
    return check_new_password(
        password, *services.common_passwords,
        {std::string(name), std::string(email), std::string(agency), services.area_name, "Onroll"});
}

void send_invitation(db::Transaction& transaction, const Services& services, const Owner& owner,
                     std::string_view email, const Visit& visit, Instant now)
{
    const auto token =
        add_link(transaction, owner, LinkKind::invitation, now, now + invitation_lasts);
    mail::enqueue(transaction, services.keys->mail, owner.agency.text(),
                  invitation_mail(email, visit.site + "/join/" + token), now);
}

void note(db::Transaction& transaction, const Visit& visit, const Owner& by, std::string_view act,
          audit::Kind kind, const UserId& about, Instant now, std::vector<std::string> fields)
{
    auto deed = account_deed(visit, by, act, kind, about);
    deed.fields = std::move(fields);
    audit::note(transaction, deed, now);
}

void take_everything_away(db::Transaction& transaction, const User& user)
{
    set_password_hash(transaction, user.agency, user.id, std::nullopt);
    drop_factors(transaction, owner_of(user));
    drop_links(transaction, owner_of(user));
    end_sign_ins(transaction, owner_of(user));
}

void start_over(db::Transaction& transaction, const Services& services, const User& user,
                const Visit& visit, Instant now)
{
    take_everything_away(transaction, user);
    set_state(transaction, user, UserState::invited, now);
    send_invitation(transaction, services, owner_of(user), user.email, visit, now);
}

} // namespace onroll::access::accounts_shared
