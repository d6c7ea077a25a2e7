#include "sign_on/store.h"

#include "helpers/test_database.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace sign_on_store_test {

using namespace onroll;
using namespace onroll::sign_on;

const FixedClock noon(date(2026, 11, 25));
const auto key = crypto::Key::create();
const access::Owner owner{crypto::new_id<access::AgencyId>(), crypto::new_id<access::UserId>()};
const access::Owner colleague{owner.agency, crypto::new_id<access::UserId>()};

Provider invented()
{
    return {.id = crypto::new_id<ProviderId>(),
            .agency = owner.agency,
            .name = "Invented sign-in",
            .issuer = "https://login.example/t",
            .client_id = "onroll",
            .client_secret = "a secret that is sealed",
            .hosts = {"keys.example", "token.example"},
            .organisations = {"tidemoor"},
            .second_factors = {"mfa"}};
}

/// Does it in a transaction of its own and keeps it.
template <class Work>
auto in_one(db::Database& database, Work&& work)
{
    auto transaction = database.begin("test");
    auto answer = work(transaction);
    transaction.commit();
    return answer;
}

TEST_CASE("a provider is kept with its secret sealed, and goes with everybody's link to it")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        const auto provider = invented();
        const TokenSubject subject{provider.issuer, "a1", true};
        in_one(database, [&](db::Transaction& t) {
            add_provider(t, key, provider);
            return join_identity(t, owner, provider.id, subject, noon.now()).has_value();
        });
        {
            auto reader = database.read();
            CHECK(providers_of(reader, key, owner.agency) == std::vector{provider});
            CHECK(find_provider(reader, crypto::Key::create(), provider.id)->client_secret.empty());
            CHECK(user_with(reader, owner.agency, subject) == owner.user);
            CHECK_FALSE(user_with(reader, crypto::new_id<access::AgencyId>(), subject));
        }
        CHECK(in_one(database, [&](db::Transaction& t) {
            return drop_provider(t, owner.agency, provider.id);
        }));
        auto reader = database.read();
        CHECK_FALSE(user_with(reader, owner.agency, subject));
        CHECK_FALSE(find_provider(reader, key, provider.id));
    });
}

TEST_CASE("one account at a provider is one person's of an agency")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        const auto provider = invented();
        const TokenSubject subject{provider.issuer, "a1", true};
        auto transaction = database.begin("test");
        add_provider(transaction, key, provider);
        CHECK(join_identity(transaction, owner, provider.id, subject, noon.now()));
        CHECK(join_identity(transaction, owner, provider.id, subject, noon.now()));
        CHECK(
            join_identity(transaction, colleague, provider.id, subject, noon.now()).error().kind ==
            ErrorKind::conflict);
        CHECK(providers_joined_by(transaction, owner) == std::vector{provider.id});
        drop_identity(transaction, owner, provider.id);
        CHECK(join_identity(transaction, colleague, provider.id, subject, noon.now()));
    });
}

TEST_CASE("a passkey is kept, counts on once for each use, and is its owner's to take away")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        const Passkey made{std::string("\0id\xff", 4), "public", 5};
        auto transaction = database.begin("test");
        CHECK(add_passkey(transaction, owner, "Work phone", made, noon.now()));
        CHECK(add_passkey(transaction, colleague, "Mine now", made, noon.now()).error().kind ==
              ErrorKind::conflict);
        const auto kept = find_passkey(transaction, made.id);
        REQUIRE(kept);
        CHECK(kept->key == made);
        CHECK(kept->user == owner.user);
        auto moved_on = made;
        moved_on.signed_so_far = 6;
        CHECK(use_passkey(transaction, *kept, moved_on, noon.now()));
        CHECK_FALSE(use_passkey(transaction, *kept, moved_on, noon.now()));
        CHECK_FALSE(drop_passkey(transaction, colleague, made.id));
        CHECK(passkeys_of(transaction, owner).size() == 1);
        CHECK(drop_passkey(transaction, owner, made.id));
        CHECK(passkeys_of(transaction, owner).empty());
    });
}

TEST_CASE("a question is answered once, within ten minutes, by the browser that asked")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        const Question question{.owner = owner,
                                .provider = crypto::new_id<ProviderId>(),
                                .challenge = std::string("\0challenge", 10),
                                .verifier = "verifier",
                                .state = "state",
                                .next = "/people"};
        auto transaction = database.begin("test");
        const auto sealed = sealed_question(key, question, noon.now());
        CHECK_FALSE(take_question(transaction, crypto::Key::create(), sealed, noon.now()));
        CHECK_FALSE(take_question(transaction, key, "another", noon.now()));
        const auto taken = take_question(transaction, key, sealed, noon.now());
        REQUIRE(taken);
        CHECK(taken->challenge == question.challenge);
        CHECK(taken->owner == owner);
        CHECK(taken->provider == question.provider);
        CHECK(taken->next == "/people");
        CHECK_FALSE(take_question(transaction, key, sealed, noon.now()));
        const auto late = sealed_question(key, question, noon.now());
        CHECK_FALSE(take_question(transaction, key, late, noon.now() + std::chrono::minutes(10)));
    });
}

TEST_CASE("how a provider tells of a sign-out is kept, and each of its notices counts once")
{
    onroll::tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, noon));
        const auto provider = invented();
        auto transaction = database.begin("test");
        add_provider(transaction, key, provider);
        CHECK(find_provider(transaction, key, provider.id)->longest_hours == 4);
        CHECK_FALSE(find_provider(transaction, key, provider.id)->tells_of_sign_out);
        CHECK(change_signing_out(transaction, owner.agency, provider.id, true, 2));
        CHECK(find_provider(transaction, key, provider.id)->longest_hours == 2);
        CHECK(find_provider(transaction, key, provider.id)->tells_of_sign_out);
        CHECK_FALSE(change_signing_out(transaction, crypto::new_id<access::AgencyId>(), provider.id,
                                       false, 1));
        const auto now = noon.now();
        CHECK(take_notice(transaction, provider, "one", now));
        CHECK_FALSE(take_notice(transaction, provider, "one", now));
        CHECK(take_notice(transaction, provider, "another", now));
        CHECK_FALSE(take_notice(transaction, provider, "one", now + std::chrono::minutes(11)));
    });
}

} // namespace sign_on_store_test
