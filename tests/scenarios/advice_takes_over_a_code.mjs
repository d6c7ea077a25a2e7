// A family tells the checker, and gives its code to the adviser: the answers become a contact, a case and, by one press, the event, with
// the dates that the family saw. The code works once. Follows capabilities N07, told once, and J2.
import assert from 'node:assert/strict';
import { adviser } from './lib/advice.mjs';
import { asks_what_follows, permanent_with_a_plan } from './lib/checker.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { on_their_own, path_of } from './lib/steps.mjs';

export const name = 'What a family told the checker is recorded by one press, with the same dates';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    let code, days;
    await step('given a family that told the checker of a permanent exclusion, and took its code', () =>
        on_their_own(visitor, server, 'takes-over-family', async (parent) => {
            await asks_what_follows(parent, permanent_with_a_plan);
            await parent.sees('The governors must meet and decide');
            days = [...new Set((await parent.words()).match(/(?<!Until )\b\w+day \d+ (?:December 2026|January 2027)/g))];
            assert.ok(days.length > 1, 'the family saw several dates');
            await parent.presses('A code for the advice service');
            code = await parent.page.locator('.onr-code, code, [data-code]').first().innerText();
        }));
    await step('when the adviser types the code, the answers are a contact', async () => {
        await signs_in(visitor, server, adviser);
        await visitor.opens('/advice/contacts/code');
        await visitor.fills_in('The code', code);
        await visitor.presses('Take the answers over');
        await visitor.sees_heading('Contact');
        await visitor.sees('What the family told the checker', 'Tidemoor High School', 'Wednesday 25 November 2026');
    });
    let address;
    await step('and a case is opened from it', async () => {
        await visitor.opens(`${path_of(visitor)}/open`);
        await visitor.fills_in('What is the child called?', `Odile ${family}`);
        await visitor.presses('Open the case');
        address = path_of(visitor);
    });
    await step('then one press fills the event in with all that the family told', async () => {
        await visitor.opens(`${address}/dates`);
        await visitor.presses(/^Record what was told/);
        await visitor.sees('To be checked.', 'Saved with it, as the family told the checker', 'Was the child disabled that day? Yes',
            'Was there an education, health and care plan? Yes');
        visitor.picture = 'advice-told-by-the-checker';
        await visitor.finds_the_page_well();
        await visitor.presses('Save');
        await visitor.sees_heading('Dates and tasks');
    });
    await step('and the case has the dates that the family saw', async () => {
        await visitor.sees(...days);
        await visitor.does_not_see('It is not recorded as an event yet');
        const event = await visitor.page.locator('a[href*="/events/"]', { hasText: 'Permanent exclusion' }).first().getAttribute('href');
        await visitor.opens(event);
        await visitor.sees('Only what the checker asks a family was looked for');
        visitor.picture = 'advice-event-from-the-checker';
        await visitor.finds_the_page_well();
    });
    await step('and the code is refused the second time', async () => {
        await visitor.opens('/advice/contacts/code');
        await visitor.fills_in('The code', code);
        visitor.expects('/advice/contacts/code', 400);
        await visitor.presses('Take the answers over');
        await visitor.sees('There is a problem', 'This code was taken over already');
    });
}
