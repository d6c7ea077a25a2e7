// Scripts typed into every field of every form, of staff, of families and of the public, and then
// looked for in everything that anybody is shown, sent or handed: nothing that was typed becomes a
// tag, an attribute, an address that runs, a formula or a header. trust.md S-01. On the way each
// form is sent once with no question answered: the page that comes back says so, and leads to the
// fields.
#include "tests/page_forms.h"
#include "tests/every_route/script_forms.h"
#include "tests/every_route/script_marks.h"
#include "tests/every_route/stores.h"
#include "tests/every_route/walks.h"

#include "access/services.h"
#include "casework/notice_rounds.h"
#include "platform/documents/pdf.h"
#include "platform/http/percent.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace script_test {

using namespace onroll;
using namespace tidemoor;
using namespace script_forms;
using namespace script_marks;

/// Who fills forms: somebody signed in, a family or a school by its visit, or anybody.
struct Sitter {
    const SignedIn* who = nullptr;
    std::string cookie{};

    /// Of one agency, of one visit.
    std::string key() const { return who ? who->actor.agency.text() : cookie; }
};

std::optional<http::RouteFound> route_of(const Area& area, http::Method method,
                                         const std::string& target)
{
    const auto matched = area.router.match(method, http::Request::get(target).path_segments());
    if (const auto* found = std::get_if<http::RouteFound>(&matched)) return *found;
    return std::nullopt;
}

/// The questions of the public checker have one address, and each leads to the next.
bool leads_on(const std::string& pattern)
{
    return pattern.starts_with("/check");
}

/// Sends the forms of what somebody is shown, and of what their answers lead to: first with scripts
/// where words are asked and sound answers elsewhere, so that they are kept; then with scripts in
/// every field, so that they are shown again.
class Sender {
public:
    Sender(const Area& area, Marks& marks) : area_(area), marks_(marks) {}

    void begin(Turn turn) { turn_ = turn; }

    void send_forms(const http::Response& page, const Sitter& by)
    {
        for (const auto& form : forms_of(page.content()))
            if (form.is_sent)
                send(form, by);
            else
                ask(form, by);
    }

    /// Whatever the route says that it takes, without its page.
    void send_by_hand(const http::Route& route, const std::string& target, const Sitter& by,
                      const std::vector<std::string>& names)
    {
        Sent sent{.cookie = by.cookie};
        for (auto name : names) {
            if (name.ends_with(".*")) name.replace(name.size() - 1, 1, "1");
            sent.form.fields.add(name, marks_.next(route.pattern, name));
        }
        look_at(route, area_.ask(route, target, by.who, sent));
        by_hand_.insert(route.pattern);
    }

    int told_what_is_missing() const { return told_what_is_missing_; }
    const std::set<std::string>& taken() const { return taken_; }
    const std::set<std::string>& sent() const { return sent_; }
    const std::set<std::string>& by_hand() const { return by_hand_; }

private:
    void look_at(const http::Route& route, const http::Response& answer)
    {
        CAPTURE(route.pattern);
        CHECK(answer.status != 500);
        check_answer(answer, marks_);
        if (!answer.headers["Content-Type"].starts_with("text/html")) return;
        for (const auto& link : links_to_nothing(answer.content())) {
            CAPTURE(link);
            FAIL_CHECK("a link that leads nowhere");
        }
    }

    /// With what it carries and no answer to its questions.
    void send_unanswered(const http::Route& route, PageForm form, const Sitter& by)
    {
        const auto asks = [](const PageField& field) { return field.kind != "hidden"; };
        if (std::erase_if(form.fields, asks) == 0) return;
        Sent sent{.cookie = by.cookie};
        sent.form = filled(form, area_.clock.today(), 0, likely_words);
        if (!by.who) keep_hidden(form, sent);
        const auto answer = area_.ask(route, form.action, by.who, sent);
        look_at(route, answer);
        if (answer.status != 400) return;
        CAPTURE(route.pattern);
        CHECK(answer.content().find("There is a problem") != std::string_view::npos);
        ++told_what_is_missing_;
    }

    void send(const PageForm& form, const Sitter& by)
    {
        const auto found = route_of(area_, http::Method::post, form.action);
        if (!found || turn_of(*found->route) > turn_) return;
        const auto& pattern = found->route->pattern;
        if (not_filled().count(pattern) == 1) return;
        auto& times = times_[by.key() + pattern];
        if (times >= (leads_on(pattern) ? 90 : 4)) return;
        const auto nth = times++;
        if (nth == 0) send_unanswered(*found->route, form, by);
        Sent sent{.cookie = by.cookie};
        sent.form = fill(form, pattern, nth);
        if (!by.who) keep_hidden(form, sent);
        const auto answer = area_.ask(*found->route, form.action, by.who, sent);
        look_at(*found->route, answer);
        if (answer.status < 400) taken_.insert(pattern);
        sent_.insert(pattern);
        follow(answer, by);
    }

    http::Form fill(const PageForm& form, const std::string& pattern, int nth)
    {
        const bool on = leads_on(pattern);
        const bool is_kept = on ? nth % 7 != 6 : nth % 2 == 0;
        const auto which = static_cast<std::size_t>(on ? nth / 30 : nth / 2);
        return filled(form, area_.clock.today(), which, [&](const PageField& field) {
            const auto likely = likely_words(field);
            return is_kept && likely != "Invented words" ? likely
                                                         : marks_.next(pattern, field.name);
        });
    }

    /// What a visit's forms carry in the place of a sign-in's.
    static void keep_hidden(const PageForm& form, Sent& sent)
    {
        for (const auto& field : form.fields) {
            if (field.values.empty()) continue;
            if (field.name == "form_token") sent.form.fields.add(field.name, field.values[0]);
            if (field.name == "form_page") sent.form_page = field.values[0];
        }
    }

    /// A form that is asked, such as a search.
    void ask(const PageForm& form, const Sitter& by)
    {
        const auto found = route_of(area_, http::Method::get, form.action);
        if (!found || ++times_["asked " + by.key() + found->route->pattern] > 2) return;
        std::string target = form.action.substr(0, form.action.find('?'));
        char mark_before = '?';
        const auto asked = filled(form, area_.clock.today(), 0, [&](const PageField& field) {
            return marks_.next(found->route->pattern, field.name);
        });
        for (const auto& field : asked.fields) {
            target += mark_before + http::percent_encoded(field.name) + "=" +
                      http::percent_encoded(field.value);
            mark_before = '&';
        }
        look_at(*found->route, area_.ask(*found->route, target, by.who, {.cookie = by.cookie}));
        asked_.insert(found->route->pattern);
    }

    void follow(const http::Response& answer, const Sitter& by)
    {
        if (answer.status == 303) {
            const std::string target(answer.headers["Location"]);
            const auto found = route_of(area_, http::Method::get, target);
            if (!found || !met_.insert(by.key() + target).second) return;
            const auto page = area_.ask(*found->route, target, by.who, {.cookie = by.cookie});
            look_at(*found->route, page);
            send_forms(page, by);
        } else if (answer.headers["Content-Type"].starts_with("text/html")) {
            send_forms(answer, by);
        }
    }

    const Area& area_;
    Marks& marks_;
    Turn turn_ = Turn::at_once;
    std::map<std::string, int> times_;
    int told_what_is_missing_ = 0;
    std::set<std::string> taken_, sent_, by_hand_, asked_, met_;
};

/// The pages of a visit, from the first.
template <class Look>
void on_each_page_of(const Area& area, const Sitter& family, const Look& look)
{
    std::set<std::string> met;
    std::vector<std::string> to_open{"/family"};
    while (!to_open.empty()) {
        const auto target = to_open.back();
        to_open.pop_back();
        const auto found = route_of(area, http::Method::get, target);
        // The red button leads away, and ends the visit.
        if (!found || found->route->pattern == "/family/exit" || !met.insert(target).second)
            continue;
        const auto page = area.ask(*found->route, target, nullptr, {.cookie = family.cookie});
        if (page.status == 303) to_open.emplace_back(page.headers["Location"]);
        look(*found->route, page);
        for (const auto& tag : tags_of(page.content()))
            if (tag.name == "a" && tag["href"].starts_with("/family"))
                to_open.push_back(tag["href"]);
    }
}

void fill_pages_of_staff(const Area& area, Sender& sender, std::initializer_list<Turn> turns)
{
    for (const auto turn : turns) {
        sender.begin(turn);
        for (const auto& member : area.staff) {
            const auto who = area.afresh(member);
            for (const auto& one : walk(area, who))
                if (one.route->method == http::Method::get)
                    sender.send_forms(area.ask(*one.route, one.target, &who), {&who});
        }
    }
}

void fill_public_pages(const Area& area, Sender& sender)
{
    for (const auto& route : area.router.routes())
        if (route.method == http::Method::get && !is_guarded(route) &&
            route.pattern.find('{') == std::string::npos)
            sender.send_forms(area.ask(route, route.pattern, nullptr), {});
}

/// Each kind of link opened by whoever got it; the others wait for the look at the end.
void fill_pages_of_families(const Area& area, Sender& sender)
{
    std::set<std::string> met;
    for (const auto& link : area.unopened) {
        if (!met.insert(link.agency.text() + link.purpose).second) continue;
        const Sitter family{nullptr, area.open(link)};
        on_each_page_of(area, family, [&](const http::Route&, const http::Response& page) {
            sender.send_forms(page, family);
        });
    }
}

/// Forms to which no page led.
void fill_the_others(const Area& area, Sender& sender)
{
    const std::vector<std::string> often{"words",    "name", "story", "reason", "q",
                                         "language", "urn",  "at",    "go",     "council"};
    for (const auto& route : area.router.routes()) {
        if (route.method != http::Method::post || sender.sent().count(route.pattern) == 1 ||
            not_filled().count(route.pattern) == 1 || is_for_programs(route))
            continue;
        const auto* member = is_guarded(route) ? area.one_who_may(route) : nullptr;
        const auto who = member ? std::optional(area.afresh(*member)) : std::nullopt;
        const Sitter by{who ? &*who : nullptr};
        const auto record = (by.who ? area.a_record_of(by.who->actor.agency) : std::nullopt)
                                .value_or(std::string(32, 'a'));
        sender.send_by_hand(route, path_for(route.pattern, record), by,
                            route.policy.fields().value_or(often));
    }
}

/// Everything that anybody is shown once all was typed; answers how much that is.
std::int64_t look_at_everything(const Area& area, Marks& marks)
{
    std::int64_t looked_at = 0;
    const auto look = [&](const http::Route& route, const http::Response& answer) {
        CAPTURE(route.pattern);
        check_answer(answer, marks);
        ++looked_at;
    };
    for (const auto* people : {&area.staff, &area.neighbours})
        for (const auto& member : *people) {
            const auto who = area.afresh(member);
            for (const auto& one : walk(area, who))
                if (one.route->method == http::Method::get)
                    look(*one.route, area.ask(*one.route, one.target, &who));
        }
    // The last of each kind of link is unopened yet.
    std::map<std::string, const Unopened*> links;
    for (const auto& link : area.unopened) links[link.agency.text() + link.purpose] = &link;
    for (const auto& [kind, link] : links) {
        CAPTURE(kind);
        on_each_page_of(area, {nullptr, area.open(*link)}, look);
    }
    return looked_at;
}

/// The address of a calendar that somebody makes on their page; empty where they have no such page.
std::string calendar_of(const Area& area, const SignedIn& who)
{
    const std::string path = "/advice/calendar";
    const auto page = *route_of(area, http::Method::get, path);
    const auto sends_to = *route_of(area, http::Method::post, path);
    for (const auto& form : forms_of(area.ask(*page.route, path, &who).content())) {
        auto made = filled(form, area.clock.today(), 0, likely_words);
        if (form.action == path && made.fields["act"] == "make")
            area.ask(*sends_to.route, path, &who, {.form = std::move(made)});
    }
    const auto shown = area.ask(*page.route, path, &who);
    const auto content = shown.content();
    const auto at = content.find("/advice-calendar/");
    if (at == std::string_view::npos) return {};
    const auto address = content.substr(at);
    return std::string(address.substr(0, address.find_first_of("\"'<& \n")));
}

/// What calendar programs ask for; answers how many calendars there are.
int look_at_calendars(const Area& area, Marks& marks)
{
    int shown = 0;
    for (const auto& member : area.staff) {
        if (member.role != access::Role::adviser) continue;
        const auto address = calendar_of(area, area.afresh(member));
        if (address.empty()) continue;
        const auto found = route_of(area, http::Method::get, address);
        REQUIRE(found);
        const auto answer = area.ask(*found->route, address, nullptr);
        CHECK(answer.status == 200);
        CHECK(answer.headers["Content-Type"].starts_with("text/calendar"));
        check_answer(answer, marks);
        ++shown;
    }
    return shown;
}

/// Every form was filled on its page, or is named with the reason why not.
void check_every_form(const Area& area, const Sender& sender)
{
    for (const auto& route : area.router.routes()) {
        if (route.method != http::Method::post || is_for_programs(route)) continue;
        CAPTURE(route.pattern);
        CHECK(sender.sent().count(route.pattern) + sender.by_hand().count(route.pattern) +
                  not_filled().count(route.pattern) ==
              1);
        if (sender.by_hand().count(route.pattern) == 1) CHECK(is_sent_by_hand(route.pattern));
    }
}

/// Takes letters and texts out of the house, and looks at each.
struct Postbag final : mail::Carrier {
    explicit Postbag(Marks& all) : marks(all) {}

    Marks& marks;
    int carried = 0;
    Result<void> carry(const mail::Message& message, std::string_view, Instant) override
    {
        check_mail(message);
        marks.look_for(message.subject + "\n" + message.body);
        ++carried;
        return {};
    }
};

int look_at_mails(const Area& area, Marks& marks)
{
    const auto root = wiring::root_key(area.place.folder()).value();
    const auto keys = wiring::advice_keys(root);
    Postbag bag(marks);
    mail::deliver_waiting(*area.database, access::Keys::of(root).mail, bag, area.clock);
    const Stores stores(area);
    std::vector<casework::AdviceStore> services;
    for (const auto& store : stores.all())
        if (store.agency) services.push_back({*store.agency, store.name, store.database});
    casework::send_waiting_notices({.stores = [&] { return services; },
                                    .outbox = keys.outbox,
                                    .links = keys.links,
                                    .gateway = &bag,
                                    .clock = &area.clock,
                                    .public_address = "https://onroll.example"});
    return bag.carried;
}

TEST_CASE("nothing that somebody types into any field becomes a tag, an attribute, an address that "
          "runs, a formula or a header of what anybody is shown, sent or handed")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh;
    Marks marks;
    int printed = 0;
    const documents::PrintInstead press([&](std::string_view html) {
        check_page(html);
        marks.look_for(html);
        ++printed;
        return std::string("%PDF-1.7\n");
    });
    Sender sender(fresh, marks);
    fill_public_pages(fresh, sender);
    fill_pages_of_families(fresh, sender);
    fill_pages_of_staff(fresh, sender, {Turn::at_once, Turn::ending});
    // Before forms about colleagues end the accounts whose calendars these are.
    const auto calendars = look_at_calendars(fresh, marks);
    fill_pages_of_staff(fresh, sender, {Turn::colleagues, Turn::own_account});
    fill_the_others(fresh, sender);

    const auto looked_at = look_at_everything(fresh, marks);
    const auto mails = look_at_mails(fresh, marks);
    std::cout << "forms filled with scripts: " << sender.sent().size() << " routes, "
              << sender.taken().size()
              << " taken; sent without an answer and told so: " << sender.told_what_is_missing()
              << "; without a page: " << sender.by_hand().size()
              << "; fields that came back: " << marks.came_back().size()
              << "; answers looked at: " << looked_at << ", printed: " << printed
              << ", calendars: " << calendars << ", mails: " << mails << "\nwithout a page:";
    for (const auto& pattern : sender.by_hand()) std::cout << " " << pattern;
    std::cout << "\n";
    check_every_form(fresh, sender);
    CHECK(sender.told_what_is_missing() > 100);
    CHECK(sender.sent().size() > 140);
    CHECK(sender.taken().size() > 110);
    CHECK(marks.came_back().size() > 150);
    CHECK(printed > 5);
    CHECK(calendars > 0);
    CHECK(mails > 0);
}

} // namespace script_test
