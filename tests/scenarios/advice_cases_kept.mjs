// How long cases are kept: the officer holds a closed case and lets it go again by a second person; an adviser takes a list away as
// a file. trust.md G-05, G-07, U-08, U-11.
import assert from 'node:assert/strict';
import { adviser, as_colleague, manager } from './lib/advice.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { is_refused, path_of, saves_the_file } from './lib/steps.mjs';

export const name = 'An officer holds a closed case, and an adviser takes a list away';

const officer = 'dpo@advice.tidemoor.example';

export async function steps({ visitor, step, server, width, scripts }) {
    // The oldest cases of the service are closed; each way of looking holds another.
    const number = { '320with': '1001', '320without': '1002', '1280with': '1003', '1280without': '1004' }[width + scripts];
    await step('when the officer looks up a closed case by its number, it is not due and can be held', async () => {
        await signs_in(visitor, server, officer);
        await visitor.follows('Cases kept');
        await visitor.sees_heading('How long cases are kept');
        await visitor.sees('Due to be removed');
        visitor.picture = 'advice-keep';
        await visitor.finds_the_page_well();
        await visitor.fills_in('Number of a closed case', '999999');
        await visitor.presses('Find the case');
        await visitor.sees('No closed case has this number.');
        await visitor.fills_in('Number of a closed case', number);
        await visitor.presses('Find the case');
        await visitor.follows(`Case ${number}`);
        await visitor.sees_heading('How long it is kept');
        visitor.expects(`${path_of(visitor)}/hold`, 400);
        await visitor.presses('Put it on hold');
        await visitor.sees('There is a problem');
        visitor.picture = 'advice-keep-case';
        await visitor.finds_the_page_well();
        await visitor.fills_in('Why must it be held?', 'A complaint is open');
        await visitor.presses('Put it on hold');
        await visitor.sees('A complaint is open', 'End the hold');
        await visitor.finds_the_page_well();
        await visitor.presses('End the hold');
        await visitor.sees('A second person must agree');
        await visitor.finds_the_page_well();
    });
    await step('then the manager sees what waits, and nothing of what was told', async () => {
        await as_colleague(visitor, server, manager, async (colleague) => {
            await colleague.opens('/advice/keep');
            await colleague.sees('On hold', `Case ${number}`);
            colleague.picture = 'advice-keep-manager';
            await colleague.finds_the_page_well();
        });
    });
    await step('an adviser takes the own cases away as a file that says who, when and what for', async () => {
        await signs_in(visitor, server, adviser);
        await visitor.opens('/advice/cases');
        await visitor.follows('Take a list away');
        visitor.picture = 'advice-lists';
        await visitor.finds_the_page_well();
        await is_refused(visitor, 'Take the file');
        for (const group of await visitor.page.locator('main .govuk-radios').all()) await group.getByRole('radio').first().check();
        const { bytes } = await saves_the_file(visitor, 'Take the file');
        assert.match(bytes.toString('utf8'), /Wren Holloway, Tidemoor Advice and Support/);
    });
}
