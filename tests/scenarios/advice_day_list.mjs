// An adviser starts the day: what is late, what falls due, what waits for others; marks a task done, takes their days into a
// calendar that says nothing of a family, and the manager sees what has been late for days.
import assert from 'node:assert/strict';
import { adviser, as_colleague, manager, opens_a_case } from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { day_from_now } from './lib/steps.mjs';

export const name = 'An adviser sees what is due today, and the manager what is late';

async function adds_task(visitor, address, { title, due, at, waiting_for }) {
    await visitor.opens(`${address}/tasks/new`);
    await visitor.fills_in('What is to be done?', title);
    if (due) await visitor.fills_in_date('By when? (optional)', due);
    if (at) await visitor.fills_in('At what time that day? (optional)', at);
    if (waiting_for) await visitor.fills_in('Who else has to act first? (optional)', waiting_for);
    await visitor.presses('Save');
    await visitor.sees_heading('Dates and tasks');
    await visitor.sees(title);
}

export async function steps({ visitor, step, server, width, scripts }) {
    const own = `${width}${scripts === 'with' ? 'a' : 'b'}`;
    // Names that do not sound alike: else the service asks whether it is the same child.
    const family = a_family_name();
    const child = `Tom ${family}`;
    const title = (words) => `${words} ${own}`;
    let address;
    await step('given a case with tasks of every sort', async () => {
        await signs_in(visitor, server, adviser);
        address = await opens_a_case(visitor, { given: 'Tom', family });
        await adds_task(visitor, address, { title: title('Send the notes'), due: day_from_now(-9) });
        await adds_task(visitor, address, { title: title('Ring his father'), due: day_from_now(0), at: '1pm' });
        await adds_task(visitor, address, { title: title('Papers for the meeting'), due: day_from_now(4) });
        await adds_task(visitor, address, { title: title('Register codes'), due: day_from_now(6), waiting_for: 'Mill Lane School' });
        await adds_task(visitor, address, { title: title('Look for a club') });
    });
    await step('the day list is in order of what falls due', async () => {
        await visitor.opens('/advice');
        await visitor.sees_heading('Today');
        const text = await visitor.words();
        const places = ['Late', title('Send the notes'), 'Due today', title('Ring his father'), 'Next 10 school days',
            title('Papers for the meeting'), 'Waiting for someone else', title('Register codes'), 'When there is time',
            title('Look for a club')].map((words) => text.indexOf(words, text.indexOf('Record a contact')));
        for (const [n, place] of places.entries()) assert.ok(place > (places[n - 1] ?? 0), `part ${n} is not in its place`);
        await visitor.sees(child, 'Today, by 1pm', 'Waiting for: Mill Lane School', 'My day', 'Open cases');
        visitor.picture = 'advice-today';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    const prints = async (page, ...words) => {
        await visitor.opens(page);
        await visitor.page.emulateMedia({ media: 'print' });
        await visitor.sees(...words);
        assert.equal(await visitor.page.locator('main form').filter({ visible: true }).count(), 0, `${page} prints a form`);
        await visitor.takes_a_picture();
        await visitor.page.emulateMedia({ media: 'screen' });
    };
    await step('the day list and the dates of a case print without their buttons', async () => {
        visitor.picture = 'advice-today-printed';
        await prints('/advice', 'Late', title('Send the notes'), title('Papers for the meeting'), child);
        visitor.picture = 'advice-dates-printed';
        await prints(`${address}/dates`, 'Dates and tasks', title('Send the notes'), title('Look for a club'));
        await visitor.opens('/advice');
    });
    await step('one press marks a task as done, and it leaves the list', async () => {
        await visitor.presses(new RegExp(`Mark as done ?: ${title('Ring his father')}`));
        await visitor.sees_heading('Today');
        await visitor.does_not_see(title('Ring his father'));
    });
    await step('a task is changed, and what it said is kept with the reason', async () => {
        await visitor.opens(`${address}/dates`);
        await visitor.follows(title('Papers for the meeting'));
        await visitor.sees_heading('Change a task');
        await visitor.fills_in_date('By when? (optional)', day_from_now(5));
        await visitor.fills_in('Why does it change? (optional)', 'The meeting moved.');
        await visitor.presses('Save');
        await visitor.follows(title('Papers for the meeting'));
        await visitor.sees('What this task said before', 'The meeting moved.');
        visitor.picture = 'advice-task-changed';
        await visitor.finds_the_page_well();
    });
    await step('a calendar address gives the days without a name, until it is stopped', async () => {
        await visitor.opens('/advice');
        await visitor.follows('Calendar and reminders');
        visitor.picture = 'advice-calendar';
        await visitor.finds_the_page_well();
        await visitor.presses(/Make a (calendar|new) address/);
        const feed = await visitor.page.getByLabel('Your calendar address').inputValue();
        await visitor.finds_the_page_well();
        const answer = await fetch(feed.replace(/^https?:\/\/[^/]+/, server.address));
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('content-type'), /^text\/calendar/);
        const file = await answer.text();
        assert.ok(file.includes('BEGIN:VEVENT') && file.includes('SUMMARY:Advice work is due: case '));
        assert.ok(!file.includes(family) && !file.includes('notes'), 'the file names no family and no task');
        const path = new URL(feed).pathname;
        await visitor.presses('Stop this address');
        assert.equal((await fetch(server.address + path)).status, 404);
        const altered = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
        assert.equal((await fetch(server.address + altered)).status, 404);
    });
    await step('the mails can be stopped, and begun again', async () => {
        await visitor.presses('Stop the emails');
        await visitor.sees('No reminders come by email.');
        await visitor.presses('Remind me by email');
        await visitor.sees('in the morning of each working day');
    });
    await step('the manager sees what is late in the service', () => as_colleague(visitor, server, manager, async (colleague) => {
        await colleague.opens('/advice');
        await colleague.sees('Late in the service', 'Three school days late', 'With ');
        colleague.picture = 'advice-today-manager';
        await colleague.finds_the_page_well();
        await colleague.opens('/advice/late');
        await colleague.sees('Late in the service', 'Three school days late', title('Send the notes'), 'With Wren Holloway');
        colleague.picture = 'advice-late-in-service';
        await colleague.finds_the_page_well();
    }));
}
