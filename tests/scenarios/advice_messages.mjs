// An adviser writes to a mother, who reads and answers on a private page; a separated father and the school write to each other while
// the adviser reads along. What tells them that there is a message says nothing else. Follows trust.md M-01 to M-05, capabilities.md R48.
import assert from 'node:assert/strict';
import { has_a_case } from './lib/advice_family.mjs';
import { link_in, mail_to, mails } from './lib/mail.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { on_their_own, path_of } from './lib/steps.mjs';

export const name = 'An adviser, a family and a school write to each other by links';

/// The button in the corner, but not farther than where our answer leads: a test asks nobody outside.
async function leaves_by_the_red_button(visitor) {
    let leads;
    await visitor.page.route('**/family/exit', async (route) => {
        const answer = await route.fetch({ maxRedirects: 0 });
        leads = { status: answer.status(), to: answer.headers().location };
        await route.fulfill({ status: 204 });
    });
    await visitor.page.getByRole('button', { name: 'Exit this page' }).first().click({ noWaitAfter: true });
    for (let tries = 0; !leads && tries < 100; ++tries) await new Promise((done) => setTimeout(done, 50));
    assert.deepEqual(leads, { status: 303, to: 'https://www.bbc.co.uk/weather' });
}

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    const school = `${family.toLowerCase()}@school.example`;
    await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
    let address, thread;
    const before = [];
    await step('given a case, the adviser says what comes next and writes to the mother', async () => {
        ({ address } = await has_a_case(visitor, family));
        await visitor.opens(`${address}/status`);
        visitor.picture = 'advice-status';
        await visitor.finds_the_page_well();
        visitor.expects(`${address}/status`, 400);
        await visitor.fills_in('What comes next?', 'We visit them at 10 Quiet Court.');
        await visitor.presses('Save');
        await visitor.sees('Take this out', 'Address of');
        visitor.expects(`${address}/status`, 200);
        await visitor.fills_in('What comes next?', 'We write to the governors. They answer by Friday.');
        await visitor.fills_in_date('On which day? (optional)', '2026-12-04');
        await visitor.presses('Save');
        await visitor.opens(`${address}/messages`);
        visitor.picture = 'advice-messages-empty';
        await visitor.finds_the_page_well();
        before.push(...mails(server));
        await visitor.chooses(`Ylva ${family}, mother`);
        await visitor.presses('Continue');
        thread = path_of(visitor);
        await visitor.sees('Only by email.', 'Text message is not safe for this person.');
        visitor.picture = 'advice-thread';
        await visitor.finds_the_page_well();
        await visitor.fills_in('Write a message', 'The school sent the letter. Shall we talk on Monday?');
        await visitor.chooses('By email');
        await visitor.presses('Send');
        await visitor.sees('Shall we talk on Monday?', 'Not read yet.');
    });
    await step('the same words sent once more are asked about, and not sent', async () => {
        await visitor.opens(thread);
        await visitor.fills_in('Write a message', 'The school sent the letter. Shall we talk on Monday?');
        await visitor.chooses('By email');
        await visitor.presses('Send');
        await visitor.sees('You sent these words at', 'Send them again');
        visitor.picture = 'advice-thread-same-again';
        await visitor.finds_the_page_well();
        await visitor.presses('Show the conversation');
        assert.equal(await visitor.page.getByText('Shall we talk on Monday?').count(), 1);
    });
    let notice;
    await step('the notice names nobody and says nothing', async () => {
        notice = await mail_to(server, 'ylva@example.org', before);
        for (const word of ['Astrid', family, 'Ylva', 'Tidemoor Advice', 'school', 'letter', 'exclusion', 'suspension'])
            assert.ok(!notice.includes(word), `the notice says ${word}`);
        assert.ok(!/^(cc|bcc):/im.test(notice));
        await visitor.opens(thread);
        await visitor.sees('The family, by email', 'Sent');
    });
    await step('the mother reads it, sees where things stand, and answers', async () => {
        await on_their_own(visitor, server, 'family-hub', async (mother) => {
            await mother.opens(link_in(notice));
            await mother.presses('Open the page');
            await mother.is_at('/family');
            await mother.sees('We are working on it', 'We write to the governors.', '4 December 2026', 'Your adviser is', '1 new');
            await mother.finds_the_page_well();
            await mother.walks_with_the_tab_key();
            await mother.follows('Your adviser');
            await mother.sees('Shall we talk on Monday?', 'This page closes at');
            mother.picture = 'family-thread';
            await mother.finds_the_page_well();
            await mother.fills_in('Write a message', 'Yes, at ten.');
            await mother.presses('Send');
            await mother.sees('Yes, at ten.', 'You');
            await mother.opens('/family');
            await mother.presses('Leave and close this page');
            await mother.sees_heading('You have left');
            await mother.opens('/family', 404);
            mother.picture = 'family-closed';
            await mother.finds_the_page_well();
        });
        await visitor.opens(thread);
        await visitor.sees('Yes, at ten.', 'Read by the family on');
    });
    await step('somebody whose link is used up asks for a new one, and gets it where the last one went', async () => {
        await on_their_own(visitor, server, 'family-again', async (mother) => {
            await mother.opens(link_in(notice));
            mother.expects('/open', 404);
            await mother.presses('Open the page');
            await mother.presses('Send me a new link');
            await mother.sees_heading('Look out for a new message');
            await mother.finds_the_page_well();
            const again = await mail_to(server, 'ylva@example.org', [...before, notice]);
            assert.notEqual(link_in(again), link_in(notice));
            before.push(notice, again);
            await mother.opens(link_in(again));
            await mother.presses('Open the page');
            await leaves_by_the_red_button(mother);
            await mother.opens('/family', 404);
        });
    });
    let with_school;
    await step('the adviser lets the father, who lives elsewhere, and the school write to each other', async () => {
        await visitor.opens(`${address}/messages/school`);
        visitor.picture = 'advice-school-thread';
        await visitor.finds_the_page_well();
        await visitor.chooses(`Stig ${family}, father`);
        await visitor.fills_in('Who at the school?', 'Ms Example, SENCO');
        await visitor.fills_in('Their work email address', school);
        await visitor.fills_in('How did the family agree that the school is written to?', 'He asked for it on the telephone.');
        await visitor.fills_in_date('When did they agree?', '2026-11-02');
        await visitor.presses('Begin the conversation');
        with_school = path_of(visitor);
        await visitor.fills_in('Write a message', 'You can write to each other here.');
        await visitor.chooses('By email');
        await visitor.presses('Send');
        await visitor.sees('You can write to each other here.');
    });
    await step('the school writes where the child lives: it is held until the adviser has looked', async () => {
        const mail = await mail_to(server, school, before);
        await on_their_own(visitor, server, 'school-thread', async (senco) => {
            await senco.opens(link_in(mail));
            await senco.presses('Open the page');
            await senco.sees_heading('Messages with the family');
            await senco.sees('The family agreed to this.');
            await senco.does_not_see('Yes, at ten.', 'Where things stand');
            await senco.fills_in('Write a message', 'Astrid lives at 10 Quiet Court, is that right?');
            await senco.presses('Send');
            await senco.sees('An adviser reads it before it goes on', 'An adviser reads this before it goes on.');
            await senco.fills_in('Write a message', 'A quiet room is ready from Monday.');
            await senco.presses('Send');
            senco.picture = 'school-thread';
            await senco.finds_the_page_well();
        });
        await visitor.opens(with_school);
        await visitor.sees('A quiet room is ready from Monday.', '10 Quiet Court', 'Held:');
        visitor.picture = 'advice-thread-held';
        await visitor.finds_the_page_well();
        const told = await mail_to(server, 'stig@example.org', before);
        before.push(told);
        await on_their_own(visitor, server, 'father-thread', async (father) => {
            await father.opens(link_in(told));
            await father.presses('Open the page');
            await father.follows('Ms Example, SENCO');
            await father.sees('A quiet room is ready from Monday.');
            await father.does_not_see('Quiet Court', 'Yes, at ten.');
        });
    });
    await step('the adviser ends it, and the school’s pages close', async () => {
        await visitor.opens(with_school);
        await visitor.presses('End this conversation');
        await visitor.sees('This conversation has ended.');
        visitor.picture = 'advice-thread-ended';
        await visitor.finds_the_page_well();
        await visitor.opens(`${address}/messages`);
        await visitor.sees(`Stig ${family}, father and Ms Example, SENCO`, 'Ended');
        visitor.picture = 'advice-messages';
        await visitor.finds_the_page_well();
    });
}
