// The invented area with somebody signed in for each role that there is, and requests to its
// routes; for the tests that go through the whole table of routes.
#pragma once

#include "wiring.h"
#include "wiring_people.h"

#include "tests/printed_as_words.h"

#include "access/types.h"
#include "helpers/test_database.h"
#include "platform/http/form.h"
#include "platform/http/router.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tidemoor {

using namespace onroll;

/// Pages that ask only who is signed in, or how far they have come: they open no record.
inline const std::set<std::string> gates{
    "start.view",   "account.prove", "account.stay",   "account.sign_out", "sign_in.open",
    "sign_in.code", "sign_in.enrol", "sign_in.set_up", "link.account",     "link.family"};

/// A link that waits to be opened, as a family or a school has it.
struct Unopened {
    access::AgencyId agency;
    std::string purpose; ///< "account", "family", "school"
    std::string token;
};

struct SignedIn {
    access::Role role;
    access::Actor actor;
    std::string token;
    std::string form_token;
};

/// What a request says of itself, where it is not what a page of ours says.
struct Sent {
    http::Form form{};
    std::string id = "1";
    std::string site = "same-origin"; ///< Sec-Fetch-Site
    std::string form_token{};         ///< instead of the sign-in's own
    bool has_form_token = true;
    bool as_head = false; ///< HEAD instead of GET
    std::string cookie{}; ///< of a family's visit: "__Host-onroll-family=..."
    std::string form_page{"/start"};
};

/// What a program sends, and what the log calls it by.
struct SentByKey {
    std::string id = "1";
    std::string body = R"({"words": "Smith"})";
};

/// Tidemoor with somebody signed in for each role that there is; each agency holds a record of each
/// kind, and each advice service a case with everything in it.
struct Area {
    tests::TestDatabase place{db::Engine::sqlite};
    PrintedAsWords printed;
    SystemClock clock;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<wiring::Service> service;
    http::Router router;
    std::vector<SignedIn> staff;
    /// Of a second council and a second advice service, in the roles that are in `staff` too.
    std::vector<SignedIn> neighbours;
    /// Paths to which staff of an agency come by a form's answer or a search, not by a link.
    std::map<access::AgencyId, std::vector<std::string>> handed;
    /// The links that families and schools of each advice service were sent.
    std::vector<Unopened> unopened;

    Area();

    http::Response ask(const http::Route& route, const std::string& target, const SignedIn* who,
                       const Sent& sent = {}) const;
    http::Response ask_by_key(const http::Route& route, const std::string& target,
                              const std::string& key, const SentByKey& sent = {}) const;
    /// Opens a link as its reader does, and answers the cookie of the visit.
    std::string open(const Unopened& link) const;
    /// The same person with a sign-in of this moment, for what asks for a fresh proof.
    SignedIn afresh(const SignedIn& who) const;
    /// One record of the agency; nothing where it has none.
    std::optional<std::string> a_record_of(const access::AgencyId& agency) const;
    /// Somebody who may ever do what the route does, or is signed in at all where it is a gate's.
    const SignedIn* one_who_may(const http::Route& route) const;
    /// Changes whenever anything is stored, by anybody, in any of the stores.
    std::string print_of_stores() const;

private:
    void add_neighbours();
    void record_advice();
    void keep_one_of_each(const crypto::Key& root);
    void sign_everybody_in();
    SignedIn sign_in(const access::Agency& agency, const access::User& user, access::Role role);
};

/// Filled once, when a test first asks.
Area& area();

/// The pattern with `record` for its first parameter, and what nobody has for the others.
std::string path_for(std::string pattern, const std::string& record);

/// Asked by keys alone.
bool is_for_programs(const http::Route& route);
bool is_guarded(const http::Route& route);

} // namespace tidemoor
