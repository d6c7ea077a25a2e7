// An adviser is away: the administrator says who stands in, who then has the absent colleague's list, cases and calendar without
// asking for them, until the cover ends. Table stake 4; capabilities.md N10.
import assert from 'node:assert/strict';
import { adviser, as_colleague, opens_a_case } from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { day_from_now } from './lib/steps.mjs';

export const name = 'An adviser stands in for a colleague who is away';

const absent = 'adviser2@advice.tidemoor.example';
const administrator = 'admin@advice.tidemoor.example';
const in_words = (iso) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${iso}T12:00:00Z`));

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    const task = `Ring ${family} before one`;
    const as = (email, doing) => as_colleague(visitor, server, email, doing);
    let address, feed;
    await step('given a colleague’s case with a task that falls due today', async () => {
        address = await as(absent, async (colleague) => {
            const opened = await opens_a_case(colleague, { given: 'Ottilie', family });
            await colleague.opens(`${opened}/tasks/new`);
            await colleague.fills_in('What is to be done?', task);
            await colleague.fills_in_date('By when? (optional)', day_from_now(0));
            await colleague.presses('Save');
            await colleague.sees(task);
            return opened;
        });
    });
    const calendar = async () => (await fetch(feed.replace(/^https?:\/\/[^/]+/, server.address))).text();
    const due_today = async () => (await calendar()).split('BEGIN:VEVENT')
        .filter((event) => event.includes(day_from_now(0).replaceAll('-', ''))).join('');
    let calendar_before;
    await step('to somebody else there is no such case, and their list does not hold the task', async () => {
        await signs_in(visitor, server, adviser);
        await visitor.opens(address, 404);
        await visitor.opens('/advice');
        await visitor.does_not_see(task, 'You stand in for');
        await visitor.opens('/advice/calendar');
        await visitor.presses(/Make a (calendar|new) address/);
        feed = await visitor.page.getByLabel('Your calendar address').inputValue();
        calendar_before = await due_today();
    });
    await step('when the administrator says who stands in', () => as(administrator, async (colleague) => {
        await colleague.opens('/staff/cover');
        await colleague.picks('Who is absent?', 'Kofi Lark');
        await colleague.picks('Who stands in?', 'Wren Holloway');
        await colleague.fills_in_date('First day', day_from_now(0));
        await colleague.fills_in_date('Last day', day_from_now(1));
        await colleague.presses('Save the cover');
        await colleague.sees(in_words(day_from_now(0)), 'Wren Holloway');
        colleague.picture = 'advice-cover';
        await colleague.finds_the_page_well();
    }));
    await step('then the list has the colleague’s task, and the case opens without a reason asked', async () => {
        await visitor.opens('/advice');
        await visitor.sees('You stand in for Kofi Lark', task);
        visitor.picture = 'advice-today-standing-in';
        await visitor.finds_the_page_well();
        await visitor.opens(address);
        await visitor.sees(`Ottilie ${family}`);
        await visitor.does_not_see('Why are you opening this record?');
    });
    await step('and the calendar has what the colleague’s would have, and names nobody', async () => {
        const now = await due_today();
        assert.notEqual(now, calendar_before);
        assert.ok(!(await calendar()).includes(family));
    });
    await step('when the cover ends, nothing of it is left', async () => {
        await as(administrator, async (colleague) => {
            await colleague.opens('/staff/cover');
            await colleague.clicks(colleague.page.getByRole('row').filter({ hasText: in_words(day_from_now(0)) }).getByRole('link'));
            await colleague.presses('End the cover');
            await colleague.does_not_see(in_words(day_from_now(0)));
        });
        await visitor.opens(address, 404);
        await visitor.opens('/advice');
        await visitor.does_not_see(task, 'You stand in for');
        assert.equal(await due_today(), calendar_before);
        await visitor.opens('/advice/calendar');
        await visitor.presses('Stop this address');
    });
}
