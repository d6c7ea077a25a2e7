// A mother said when and how she may be reached. Outside those hours her number is not shown until an adviser says why, and that reason
// stands in the chronology; what is to be read first is one line. Follows trust.md F-07.
import assert from 'node:assert/strict';
import { has_a_case } from './lib/advice_family.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'A number is not shown outside the hours that are safe, unless a reason is given';

/// Hours that are over, or to come, whatever the time of day is now.
function hours_that_are_not_now() {
    const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' }).format(new Date()));
    return hour < 12 ? ['18:00', '19:30'] : ['6:00', '7:30'];
}

export async function steps({ visitor, step, server }) {
    const { page } = visitor;
    const family = a_family_name();
    const [earliest, latest] = hours_that_are_not_now();
    let address, record;
    await step('given a mother who may be rung at other hours than now', async () => {
        await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
        ({ address, record } = await has_a_case(visitor, family));
        await visitor.opens(record);
        const mother = await page.locator(`a[href^="${record}/family/"]`, { hasText: 'Ylva' }).first().getAttribute('href');
        await visitor.opens(`${mother}/edit`);
        await page.getByRole('group', { name: 'What is safe?' }).getByLabel('Telephone', { exact: true }).check();
        await visitor.fills_in('Not before', earliest);
        await visitor.fills_in('Not after', latest);
        await visitor.presses('Save');
    });
    await step('what to read first is one line for her, with the ways and the hours', async () => {
        await visitor.opens(`${address}/people`);
        const lines = (await page.locator('.onr-alert, .onr-safe').first().innerText()).split('\n');
        assert.equal(lines.filter((line) => line.includes('Ylva')).length, 1, lines.join(' | '));
        await visitor.sees('Only by telephone or email, between');
        await visitor.does_not_see('01632 960456', 'ylva@example.org');
        visitor.picture = 'advice-people-not-now';
        await visitor.finds_the_page_well();
    });
    await step('the number asks for a reason first', async () => {
        await visitor.follows(/^Telephone: look before you use it/);
        await visitor.sees_heading('Before you get in touch');
        await visitor.sees('Safe between', 'What to keep to');
        await visitor.does_not_see('01632 960456');
        visitor.picture = 'advice-reach';
        await visitor.finds_the_page_well();
        const here = new URL(page.url()).pathname;
        visitor.expects(here, 400);
        await visitor.presses('Show the number or address');
        await visitor.sees('There is a problem', 'Say why you get in touch all the same');
        visitor.expects(here, 200);
    });
    await step('with a reason it is shown, and the reason stands in the chronology', async () => {
        await visitor.fills_in('Why do you get in touch all the same?', 'She asked to be rung today about the meeting.');
        await visitor.presses('Show the number or address');
        await visitor.sees('01632 960456', 'Your reason is kept with the case');
        visitor.picture = 'advice-reach-reason';
        await visitor.finds_the_page_well();
        await visitor.opens(`${address}/chronology`);
        await visitor.sees('though it was not safe then', 'She asked to be rung today about the meeting.');
    });
    await step('a notice by email waits for those hours, and the page says so', async () => {
        await visitor.opens(`${address}/messages`);
        await visitor.chooses(`Ylva ${family}, mother`);
        await visitor.presses('Continue');
        await visitor.sees('Not now. Safe between', 'It waits, and leaves when it is safe');
        visitor.picture = 'advice-thread-not-now';
        await visitor.finds_the_page_well();
    });
    const rings_again = async (safe, how) => {
        await visitor.opens(`/advice/contacts/new?case=${address.split('/').pop()}`);
        await visitor.sees('What they have said so far', 'Only by telephone or email');
        await visitor.fills_in('In their words', 'She rang again.');
        await visitor.fills_in('Who is calling (optional)', 'Ylva, his mother');
        await page.getByRole('group', { name: 'The caller is (optional)' }).getByLabel('A parent or carer', { exact: true }).check();
        await page.getByRole('group', { name: 'Is it safe to ring or write?' }).getByLabel(safe, { exact: true }).check();
        if (how) await visitor.fills_in('How', how);
        await visitor.presses('Save contact');
    };
    await step('what she says in a second call is asked about where it is laxer, and the safer of the two holds until then', async () => {
        await rings_again('Any time');
        await visitor.sees_heading('Which way is safe?');
        await visitor.sees('Keep the safer of the two', 'What was said in this call', 'Any way is safe, at any time.');
        visitor.picture = 'advice-which-way-is-safe';
        await visitor.finds_the_page_well();
        const here = new URL(page.url()).pathname;
        visitor.expects(here, 400);
        await visitor.presses('Save');
        await visitor.sees('There is a problem', 'Select which of the two holds');
        visitor.expects(here, 200);
        await page.locator('input[name=holds][value=stricter]').check();
        await visitor.presses('Save');
        await visitor.sees_heading('Contact');
        await visitor.opens(`${address}/people`);
        await visitor.sees('Only by telephone or email');
    });
}
