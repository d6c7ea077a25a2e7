// Goldens of our own components.
#include "design/components/calendar_grid.h"
#include "design/components/card.h"
#include "design/components/dates_line.h"
#include "design/components/filter_form.h"
#include "design/components/finding_card.h"
#include "design/components/first_panel.h"
#include "design/components/footer.h"
#include "design/components/input.h"
#include "design/components/lead.h"
#include "design/components/pagination.h"
#include "design/components/record_frame.h"
#include "design/components/table.h"
#include "design/components/tag.h"
#include "design/page.h"
#include "design/tests/compare_html.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace onroll::design::tests::own_components_test {

bool holds(const Html& html, std::string_view words)
{
    return html.view().find(words) != std::string_view::npos;
}

void check_golden(const Html& ours, std::string_view expected)
{
    CHECK(normal_text(ours.view()) == normal_text(expected));
}

TEST_CASE("lead, lines, telephone, scroll region")
{
    check_golden(lead("Your <child>"), "<p class=\"onr-lead\">Your &lt;child&gt;</p>");
    check_golden(lines({{"Guide", "2 pages"}, {"Letter", {}}}), R"(
        <ul class="onr-lines"><li>Guide <span class="onr-soft">2 pages</span></li><li>Letter</li></ul>)");
    check_golden(telephone("01632 960 123"),
                 R"(<a class="govuk-link onr-tel" href="tel:01632960123">01632 960 123</a>)");
    check_golden(
        scroll_region("Rates by school", "x"),
        R"(<div class="onr-scroll" role="region" aria-label="Rates by school" tabindex="0">x</div>)");
}

TEST_CASE("the first panel is a region named by its label")
{
    check_golden(render(FirstPanel{.title = "By " + time("2026-11-26", "Thursday 26 November") +
                                            ", the council must provide teaching",
                                   .content = element("p", {}, "That is 3 school days away."),
                                   .ring = "Talk to someone: " + telephone("01632 960 123")}),
                 R"(<section class="onr-first" aria-labelledby="first-label">
             <p class="onr-first__label" id="first-label">Most urgent</p>
             <h2 class="onr-first__title">By <time datetime="2026-11-26">Thursday 26 November</time>, the council must provide teaching</h2>
             <p>That is 3 school days away.</p>
             <div class="onr-first__ring"><p>Talk to someone:
               <a class="govuk-link onr-tel" href="tel:01632960123">01632 960 123</a></p></div>
           </section>)");
}

TEST_CASE("a date says its weekday, what is left, who acts and where it is written")
{
    check_golden(
        render(DatesLine{
            .lines = {{.day = date(2026, 11, 26),
                       .school_days_left = 3,
                       .who = "Tidemoor Council",
                       .what = "must provide full-time teaching from this day.",
                       .force = Tag{.content = "Must"},
                       .sources = {{"Education Act 1996, section 19(3A)", "/law/teaching"}}},
                      {.day = date(2027, 1, 15),
                       .standing = Standing::conditional,
                       .note = "Last day, if told on 10 December",
                       .who = "You",
                       .what = "can ask for a review."}},
            .plain_year = 2026}),
        R"(<ol class="onr-dates">
             <li class="onr-dates__item">
               <h3 class="onr-dates__when"><time datetime="2026-11-26">Thursday 26 November</time>
                 <span class="onr-dates__left"><strong>3 school days</strong> left</span></h3>
               <div class="onr-dates__body">
                 <p><strong class="govuk-tag">Must</strong> <strong>Tidemoor Council</strong> must provide full-time teaching from this day.</p>
                 <p class="onr-src">Source: <a class="govuk-link" href="/law/teaching">Education Act 1996, section 19(3A)</a></p>
               </div></li>
             <li class="onr-dates__item onr-dates__item--if">
               <h3 class="onr-dates__when"><time datetime="2027-01-15">Friday 15 January 2027</time>
                 <span class="onr-dates__left">Last day, if told on 10 December</span></h3>
               <div class="onr-dates__body"><p><strong>You</strong> can ask for a review.</p></div></li>
           </ol>)");
}

TEST_CASE("a date that cannot be told says so in the place of the date")
{
    const Html html = render(DatesLine{
        .lines = {{.when = "We cannot tell the date yet", .standing = Standing::conditional}}});
    CHECK(holds(html, "We cannot tell the date yet"));
    CHECK(!holds(html, "<time"));
}

TEST_CASE("today and late deadlines are said in words")
{
    const auto left = [](std::int64_t days) {
        return render(DatesLine{.lines = {{.day = date(2026, 11, 23), .school_days_left = days}}});
    };
    CHECK(holds(left(0), "Today"));
    CHECK(holds(left(-2), "2 school days late"));
}

TEST_CASE("a finding is four lines, its strength and its source")
{
    check_golden(
        render(FindingCard{.title = "The letter leaves out one thing",
                           .told_us = "You ticked what the letter says.",
                           .rule = "The letter must say how to ask for an online meeting.",
                           .so = "Ask for a full one.",
                           .would_change = "A second page with those words.",
                           .strength = Tag{.content = "Clear rule", .classes = "govuk-tag--teal"},
                           .sources = {{"Regulation 23", "/law/23"}, {"Guidance, part 7", ""}},
                           .tone = FindingTone::ask}),
        R"(<article class="onr-finding onr-finding--ask">
             <h3 class="onr-finding__title">The letter leaves out one thing</h3>
             <dl class="onr-why">
               <dt>You told us</dt><dd>You ticked what the letter says.</dd>
               <dt>The rule</dt><dd>The letter must say how to ask for an online meeting.</dd>
               <dt>So</dt><dd>Ask for a full one.</dd>
               <dt>What would change this</dt><dd>A second page with those words.</dd>
             </dl>
             <p class="onr-finding__foot"><strong class="govuk-tag govuk-tag--teal">Clear rule</strong>
               <span class="onr-src">Sources: <a class="govuk-link" href="/law/23">Regulation 23</a>; Guidance, part 7</span></p>
           </article>)");
}

TEST_CASE("cards, contents, what is missing, two columns")
{
    check_golden(render(Card{.title = "Rules beside it", .content = paragraph("x")}),
                 R"(<div class="onr-card"><h2 class="govuk-heading-s">Rules beside it</h2>
                    <p class="govuk-body">x</p></div>)");
    check_golden(render(Contents{.items = {{"Dates", "#dates"}}}), R"(
        <nav class="onr-noprint" aria-label="On this page"><div class="onr-card">
          <h2 class="govuk-heading-s">On this page</h2>
          <ul class="onr-contents"><li><a class="govuk-link" href="#dates">Dates</a></li></ul>
        </div></nav>)");
    check_golden(render(UnknownBox{.items = {"The day the governors were told."}}), R"(
        <div class="onr-unknown"><h3 class="govuk-heading-s">What is missing</h3>
          <ul class="govuk-list govuk-list--bullet"><li>The day the governors were told.</li></ul></div>)");
    check_golden(two_columns("a", "b"), R"(<div class="onr-grid2"><div>a</div><div>b</div></div>)");
}

TEST_CASE("a stacking table keeps its roles and names each cell's column")
{
    check_golden(
        render_stacking(Table{.caption = "Rules in force",
                              .head = {{.content = "Rule"}, {.content = "In force"}},
                              .rows = {{{.content = "Who decides"}, {.content = "2012 to now"}}},
                              .first_cell_is_header = true}),
        R"(<table class="govuk-table onr-stack" role="table">
             <caption class="govuk-table__caption">Rules in force</caption>
             <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
               <th scope="col" role="columnheader" class="govuk-table__header">Rule</th>
               <th scope="col" role="columnheader" class="govuk-table__header">In force</th></tr></thead>
             <tbody class="govuk-table__body" role="rowgroup"><tr class="govuk-table__row" role="row">
               <th scope="row" role="rowheader" class="govuk-table__header">Who decides</th>
               <td role="cell" class="govuk-table__cell"><span class="onr-stack__name" aria-hidden="true">In force</span>2012 to now</td>
             </tr></tbody></table>)");
}

SchoolCalendar a_term()
{
    return SchoolCalendar::create({{"Autumn", date(2026, 11, 2), date(2026, 12, 18)},
                                   {"Spring", date(2027, 1, 4), date(2027, 3, 26)}},
                                  {{date(2026, 11, 27), date(2026, 11, 27), ClosureReason::inset}},
                                  TermSystem::three)
        .value();
}

TEST_CASE("a calendar shows each week with its counted days")
{
    const auto days = counted_days(a_term(), date(2026, 11, 25), date(2026, 11, 30), "Told");
    check_golden(render(CalendarGrid{.caption = "2 school days", .days = days}), R"(
        <table class="onr-cal"><caption>2 school days</caption>
        <thead><tr><th scope="col">Week</th><th scope="col">Mon</th><th scope="col">Tue</th>
          <th scope="col">Wed</th><th scope="col">Thu</th><th scope="col">Fri</th></tr></thead>
        <tbody>
          <tr><th scope="row">23 Nov</th><td>23</td><td>24</td>
            <td class="onr-cal__start">25 <span class="onr-cal__word">Told</span></td>
            <td class="onr-cal__counted">26<span class="govuk-visually-hidden">, school day </span><strong>1</strong></td>
            <td class="onr-cal__closed">27 <span class="onr-cal__word">Shut</span></td></tr>
          <tr><th scope="row">30 Nov</th>
            <td class="onr-cal__last">30<span class="govuk-visually-hidden">, school day </span><strong>2</strong></td>
            <td>1</td><td>2</td><td>3</td><td>4</td></tr>
        </tbody></table>)");
}

TEST_CASE("a week without any school day is left out of the calendar")
{
    const auto days = counted_days(a_term(), date(2026, 12, 17), date(2027, 1, 5), "Told");
    REQUIRE(days.size() == 10);
    CHECK(days.front().day == date(2026, 12, 14));
    CHECK(days[5].day == date(2027, 1, 4));
    CHECK(days[6].mark == DayMark::last);
    CHECK(days[6].count == 3);
}

TEST_CASE("a filter form lists what is on, each with a way to take it off")
{
    check_golden(
        render(FilterForm{.action = "/law",
                          .fields = {render(Input{.name = "q", .label = {.content = "Words"}})},
                          .button = "Show rules",
                          .selected = {{"Governors", "/law"}},
                          .clear_href = "/law"}),
        R"(<form class="onr-card onr-filter" method="get" action="/law" aria-label="Narrow the list" novalidate>
             <div class="onr-fields"><div class="govuk-form-group"><label class="govuk-label" for="q">Words</label>
               <input class="govuk-input" id="q" name="q" type="text"></div></div>
             <button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button">Show rules</button>
             <p class="onr-small onr-filter__showing">Showing only:</p>
             <ul class="onr-filter__selected">
               <li><a class="govuk-link onr-filter__remove" href="/law"><span class="govuk-visually-hidden">Remove filter </span>Governors</a></li>
               <li><a class="govuk-link" href="/law">Clear filters</a></li></ul></form>)");
}

TEST_CASE("the footer is a list of links and a note")
{
    check_golden(render(Footer{.links = {{"Privacy", "/privacy"}}, .note = "Onroll."}), R"(
        <footer class="onr-footer"><div class="govuk-width-container">
          <h2 class="govuk-visually-hidden">Support links</h2>
          <ul class="onr-footer__links"><li><a class="govuk-link" href="/privacy">Privacy</a></li></ul>
          <p class="onr-footer__note">Onroll.</p></div></footer>)");
}

TEST_CASE("a heading has its caption above it")
{
    check_golden(page_heading("Last day", "Regulations 2012"),
                 R"(<span class="govuk-caption-xl">Regulations 2012</span>
                    <h1 class="govuk-heading-xl">Last day</h1>)");
}

TEST_CASE("each status has one word and one colour")
{
    CHECK(status_tag(Status::overdue).classes == "govuk-tag--red");
    CHECK(render(status_tag(Status::done)).view() ==
          "<strong class=\"govuk-tag govuk-tag--green\">Done</strong>");
}

TEST_CASE("page links show the ends, the neighbours and the gaps")
{
    CHECK(page_links(1, 1, "?page=").empty());
    const Html html = page_links(5, 9, "?q=a&page=");
    for (const char* part : {"Page 1\"", "Page 4\"", "Page 5\" aria-current=\"page\"", "Page 6\"",
                             "Page 9\"", "href=\"?q=a&amp;page=4\" rel=\"prev\""}) {
        CAPTURE(part);
        CHECK(holds(html, part));
    }
    CHECK(!holds(html, "Page 3\""));
    CHECK(!holds(html, "Page 7\""));
}

TEST_CASE(
    "many pages of a record stand in groups, and the one that is shown is marked in both rows")
{
    GroupedNavigation navigation{.label = "Case",
                                 .groups = {{"Case", {{"Overview", "/1"}, {"Close", "/1/close"}}},
                                            {"Dates", {{"Dates and tasks", "/1/dates"}}}},
                                 .active = "/1/close"};
    const auto html = render(navigation);
    CHECK(holds(html, "href=\"/1\" aria-current=\"true\">Case<"));
    CHECK(holds(html, "<li class=\"onr-sub__here\"><a class=\"onr-sub__link\" href=\"/1/close\" "
                      "aria-current=\"page\">Close<"));
    CHECK(holds(html, "href=\"/1/dates\">Dates<"));
    navigation.active = "/1/dates";
    const auto alone = render(navigation);
    CHECK(holds(alone, "href=\"/1/dates\" aria-current=\"page\">Dates<"));
    CHECK_FALSE(holds(alone, "onr-sub__here"));
}

} // namespace onroll::design::tests::own_components_test
