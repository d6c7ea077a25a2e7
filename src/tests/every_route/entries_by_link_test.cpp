// One entry in the audit for each look and each act of whoever comes by a link, and for what was
// not shown to them: in the chain of the service whose link it is, and in no other. trust.md L-01,
// L-07.
#include "tests/page_forms.h"
#include "tests/every_route/stores.h"

#include "casework/types_feedback.h"
#include "helpers/steady_text.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace entries_by_link_test {

using namespace onroll;
using namespace tidemoor;

/// What was sent from a page of a visit, and what the audit should say of it.
struct FromALink {
    std::string id;
    access::AgencyId agency;
    std::string act; ///< empty: nothing is noted
    std::string outcome;
    int status = 0;
    int expected = 0;
};

class Family {
public:
    Family(const Area& area, const Unopened& link, std::vector<FromALink>& sent)
        : area_(area), link_(link), sent_(sent)
    {
    }

    /// Presses the link's button again while its visit lasts: that leads on, and opens nothing.
    void come_back()
    {
        http::Form form;
        form.fields.add("link", link_.token);
        send("/open", std::move(form), "", "", 303);
    }

    /// Opens the link; a second time it works no more.
    void open(int expected, const std::string& outcome)
    {
        http::Form form;
        form.fields.add("link", link_.token);
        const auto answer = send("/open", std::move(form), "family.open", outcome, expected);
        if (!answer.cookies.empty())
            cookie_ = answer.cookies.front().name + "=" + answer.cookies.front().value;
    }

    /// Looks at a page of the visit.
    void read(const std::string& page, const std::string& act, const std::string& outcome,
              int expected)
    {
        send(page, {}, act, outcome, expected, http::Method::get);
    }

    /// Asks for a new link, whatever became of this one.
    void ask_again(const std::string& outcome)
    {
        http::Form form;
        form.fields.add("link", link_.token);
        send("/open/again", std::move(form), "family.ask_again", outcome, 200);
    }

    /// Presses "Exit this page", which leads away from here, in a visit or after it.
    void exit(const std::string& act, const std::string& outcome)
    {
        send("/family/exit", {}, act, outcome, 303, http::Method::get);
    }

    /// The form of the page with these words in its boxes.
    void fill(const std::string& page, const std::string& action, const std::string& words,
              const std::string& act, const std::string& outcome, int expected)
    {
        if (forms_.count(action) == 0)
            for (const auto& form : forms_of(get(page).content()))
                if (form.action == action) forms_.emplace(action, form);
        REQUIRE(forms_.count(action) == 1);
        const auto& form = forms_.at(action);
        auto filled_in =
            filled(form, area_.clock.today(), 0, [&](const PageField&) { return words; });
        for (const auto& field : form.fields)
            if (field.name == "form_token") filled_in.fields.add(field.name, field.values.at(0));
        send(action, std::move(filled_in), act, outcome, expected);
    }

    /// The forms that come next are of pages as they are now.
    void open_anew() { forms_.clear(); }

    /// Where the pages of the visit lead to: "/family/messages/", "/family/papers/".
    std::string way_to(std::string_view begins) const
    {
        const auto hub = get("/family");
        if (hub.headers["Location"].starts_with(begins))
            return std::string(hub.headers["Location"]);
        for (const auto& tag : tags_of(hub.content()))
            if (tag["href"].starts_with(begins)) return tag["href"];
        return {};
    }

private:
    http::Response get(const std::string& target) const
    {
        return area_.ask(route(http::Method::get, target), target, nullptr, {.cookie = cookie_});
    }

    const http::Route& route(http::Method method, const std::string& target) const
    {
        const auto matched = area_.router.match(method, http::Request::get(target).path_segments());
        const auto* found = std::get_if<http::RouteFound>(&matched);
        REQUIRE(found != nullptr);
        return *found->route;
    }

    http::Response send(const std::string& target, http::Form form, const std::string& act,
                        const std::string& outcome, int expected,
                        http::Method method = http::Method::post)
    {
        const auto id = "by-link-" + std::to_string(sent_.size());
        auto answer = area_.ask(route(method, target), target, nullptr,
                                {.form = std::move(form), .id = id, .cookie = cookie_});
        sent_.push_back({id, link_.agency, act, outcome, answer.status, expected});
        return answer;
    }

    const Area& area_;
    const Unopened& link_;
    std::vector<FromALink>& sent_;
    std::string cookie_;
    std::map<std::string, PageForm> forms_;
};

const std::string nobodys(32, '0');

/// Writes, makes a mistake, and asks for what is somebody else's.
void read_and_write(Family& family)
{
    const auto page = family.way_to("/family/messages/");
    REQUIRE_FALSE(page.empty());
    family.read(page, "family.read", "done", 200);
    family.fill(page, page, "We can come on Monday", "family.write", "done", 303);
    // Whether the same words are meant twice is asked first, on a page that was opened anew.
    family.open_anew();
    family.fill(page, page, "We can come on Monday", "family.write", "failed", 200);
    family.fill(page, page, "", "family.write", "failed", 400);
    family.read("/family/messages/" + nobodys, "family.read", "refused", 404);
    family.read("/family/papers/" + nobodys + "/1", "family.open_paper", "refused", 404);
    family.read("/family/account", "family.page", "refused", 404);
}

void tell_and_come_back(Family& family)
{
    const std::string page = "/family/account";
    family.read(page, "family.account", "done", 200);
    family.read("/family/messages/" + nobodys, "family.page", "refused", 404);
    family.fill(page, page, "", "family.tell", "failed", 400);
    family.fill(page, page, "I was sent home", "family.tell", "done", 303);
    // The visit ended with the account.
    family.fill(page, page, "Once more", "family.page", "refused", 404);
    family.read("/family", "family.page", "refused", 404);
}

/// Answers how many papers were opened.
int look_around_and_leave(Family& family)
{
    family.read("/family", "family.view", "done", 200);
    const auto paper = family.way_to("/family/papers/");
    if (!paper.empty()) family.read(paper, "family.open_paper", "done", 200);
    family.fill("/family", "/family/leave", "", "family.leave", "done", 303);
    family.fill("/family", "/family/leave", "", "family.page", "refused", 404);
    if (!paper.empty()) family.read(paper, "family.page", "refused", 404);
    return paper.empty() ? 0 : 1;
}

void check_from_link(const Stores& stores, const FromALink& one)
{
    const auto entries = stores.entries_of(one.id);
    CAPTURE(one.act);
    CAPTURE(one.outcome);
    CAPTURE(told(entries));
    CHECK(one.status == one.expected);
    CHECK(entries.size() == (one.act.empty() ? 0U : 1U));
    for (const auto& entry : entries) {
        CHECK(entry.store == stores.of_agency(one.agency).name);
        CHECK(entry.agency == one.agency.text());
        CHECK(entry.act == one.act);
        CHECK(entry.outcome == one.outcome);
        CHECK((entry.kind == "denied") == (one.outcome == "refused"));
        // The link's id, never what opens it.
        CHECK(entry.actor.starts_with("link:"));
        CHECK(steady_text::is_id(entry.actor.substr(5)));
        CHECK(steady_text::is_id(entry.record));
    }
}

TEST_CASE("whatever is read or sent by a link leaves one entry in the chain of its service: a link "
          "that is opened, a page, a conversation, a paper, a message, an account, a form with "
          "mistakes, what is not theirs, a link that is used again, and what comes after the visit "
          "is over")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh;
    std::vector<FromALink> sent;
    std::set<std::string> met;
    int papers = 0;
    for (const auto& link : fresh.unopened) {
        if (!met.insert(link.agency.text() + link.purpose).second) continue;
        Family family(fresh, link, sent);
        family.open(303, "done");
        if (link.purpose == "account")
            tell_and_come_back(family);
        else
            read_and_write(family);
        if (link.purpose == "family") papers += look_around_and_leave(family);
        if (link.purpose == "school") {
            family.come_back();
            family.exit("family.leave", "done");
            family.exit("", "");
        }
        Family again(fresh, link, sent);
        again.open(404, "refused");
        if (link.purpose == "account") again.ask_again("refused");
    }
    const Stores stores(fresh);
    for (const auto& one : sent) check_from_link(stores, one);
    std::cout << "read and sent by links, with an entry each: " << sent.size() << "\n";
    CHECK(met.size() >= 3);
    CHECK(papers > 0);
    CHECK(sent.size() > 40);
}

/// Of one service: where its families say how it went.
std::string feedback_page_of(const Area& area)
{
    for (const auto& [agency, paths] : area.handed)
        for (const auto& path : paths)
            if (path.starts_with("/how-did-we-do/")) return path;
    return {};
}

TEST_CASE(
    "how it went leaves an entry for each look and each answer, without the link, its case or "
    "where it came from, so that the audit leads from no answer to a family; a link that "
    "nobody has leaves none")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh;
    const auto page = feedback_page_of(fresh);
    REQUIRE_FALSE(page.empty());
    const auto made_up = page.substr(0, page.rfind('/') + 1) + nobodys;
    http::Form answered;
    answered.fields.add("helped", std::string(casework::key_of(casework::Helped::a_lot)));
    struct Step {
        http::Method method;
        std::string target;
        http::Form form;
        int status;
        std::string act, outcome;
    };
    const std::vector<Step> steps{
        {http::Method::get, page, {}, 200, "feedback.view", "done"},
        {http::Method::get, made_up, {}, 404, "", ""},
        {http::Method::post, page, {}, 400, "feedback.give", "failed"},
        {http::Method::post, made_up, answered, 404, "", ""},
        {http::Method::post, page, answered, 303, "feedback.give", "done"},
        // It is gone with its answer.
        {http::Method::post, page, answered, 404, "", ""}};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto matched = fresh.router.match(
            steps[i].method, http::Request::get(steps[i].target).path_segments());
        const auto* found = std::get_if<http::RouteFound>(&matched);
        REQUIRE(found != nullptr);
        CAPTURE(i);
        CHECK(fresh
                  .ask(*found->route, steps[i].target, nullptr,
                       {.form = steps[i].form, .id = "feedback-" + std::to_string(i)})
                  .status == steps[i].status);
    }
    const Stores stores(fresh);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto entries = stores.entries_of("feedback-" + std::to_string(i));
        CAPTURE(i);
        CAPTURE(told(entries));
        CHECK(entries.size() == (steps[i].act.empty() ? 0U : 1U));
        for (const auto& entry : entries) {
            CHECK(entry.act == steps[i].act);
            CHECK(entry.outcome == steps[i].outcome);
            CHECK(entry.actor + entry.record + entry.origin == "");
        }
    }
}

} // namespace entries_by_link_test
