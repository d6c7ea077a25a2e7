// A case waits, is given to somebody, ends with its outcomes and impact, can then only be read, is opened again with a reason; the
// family is asked one question by a link that works once; and the year's figures have it.
import assert from 'node:assert/strict';
import { adviser, as_colleague, ends_with_the_child_back, manager, opens_a_case } from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { is_refused } from './lib/steps.mjs';

export const name = 'An adviser closes a case, and it can be opened again';

export async function steps({ visitor, step, server, width }) {
    // A child of its own for each run: the runs share one server.
    const family = a_family_name();
    let address;
    await step('given an adviser with a case, found as it sounds', async () => {
        await signs_in(visitor, server, adviser);
        address = await opens_a_case(visitor, { given: 'Maryam', family });
        await visitor.opens('/advice/cases');
        await visitor.fills_in('Name or case number', `Mariam ${family}`);
        await visitor.presses('Show cases');
        await visitor.sees(`Maryam ${family}`);
        visitor.picture = 'advice-cases';
        await visitor.finds_the_page_well();
    });
    await step('when it is put on the waiting list with a reason and a priority', async () => {
        await visitor.opens(`${address}/state`);
        visitor.picture = 'advice-state';
        await visitor.finds_the_page_well();
        await visitor.chooses('Waiting list');
        await visitor.chooses('Urgent');
        await is_refused(visitor, 'Save', 'Enter why');
        await visitor.fills_in('Why?', 'No adviser is free.');
        await visitor.presses('Save');
        await visitor.sees('Waiting since', 'No adviser is free.');
        await visitor.opens('/advice/cases/waiting');
        await visitor.sees(`Maryam ${family}`, 'Urgent');
        visitor.picture = 'advice-waiting';
        await visitor.finds_the_page_well();
    });
    await step('then the manager gives it to themselves, thinks again, and undoes that', () =>
        as_colleague(visitor, server, manager, async (colleague) => {
            await colleague.opens('/advice/caseloads');
            colleague.picture = 'advice-caseloads';
            await colleague.finds_the_page_well();
            await colleague.opens(`/advice/caseloads/give?case=${address.split('/').at(-1)}`);
            await colleague.sees(`Maryam ${family}`);
            colleague.picture = 'advice-give';
            await colleague.finds_the_page_well();
            const choice = colleague.page.getByLabel('To whom?');
            const own = await choice.locator('option').allInnerTexts();
            assert.ok(own.length >= 3, 'there are an adviser and a manager to choose from');
            const manager_name = (await colleague.page.locator('.onr-signed-in p').first().innerText()).split(',')[0];
            await choice.selectOption({ label: manager_name });
            await colleague.fills_in('Why?', 'Long absence.');
            await colleague.presses('Give the cases');
            await colleague.sees('1 case given to', manager_name);
            colleague.picture = 'advice-given';
            await colleague.finds_the_page_well();
            await colleague.presses('Undo: give them back');
            await colleague.sees('This was undone');
        }));
    await step('when it is closed without saying how it ended, it says what is missing', async () => {
        await visitor.opens(`${address}/state`);
        await visitor.chooses('Open');
        await visitor.fills_in('Why?', 'An adviser is free.');
        await visitor.presses('Save');
        await visitor.opens(`${address}/tasks/new`);
        await visitor.fills_in('What is to be done?', 'Ask for the plan in writing');
        await visitor.presses('Save');
        await visitor.opens(`${address}/levels`);
        await visitor.follows('Close');
        await visitor.sees_heading('Close this case');
        await visitor.sees('1 task will end with this case', 'Ask for the plan in writing');
        visitor.picture = 'advice-close';
        await visitor.finds_the_page_well();
        await is_refused(visitor, 'Close the case', 'Select what came of it', 'Select the impact on the school');
    });
    await step('then it closes with outcomes and impact, and can only be read', async () => {
        await ends_with_the_child_back(visitor);
        await visitor.sees('Significant long-term impact', 'can only be read', '1 task ended with this case');
        visitor.picture = 'advice-closed';
        await visitor.finds_the_page_well();
        await visitor.opens(`${address}/levels/move`, 404);
        await visitor.opens(`${address}/profile/change`, 404);
        await visitor.opens(address);
        await visitor.does_not_see('Change level');
    });
    let link;
    await step('the family is asked one question, without a name, once', async () => {
        await visitor.opens(`${address}/close`);
        await visitor.presses('Make a link');
        await visitor.sees_heading('A link that asks how it went');
        visitor.picture = 'advice-feedback-link';
        await visitor.finds_the_page_well();
        link = new URL(await visitor.page.getByLabel('Link to copy').inputValue()).pathname;
        const context = await visitor.page.context().browser().newContext({ viewport: { width: 320, height: 640 } });
        try {
            const page = await context.newPage();
            await page.goto(server.address + link);
            await page.getByRole('button', { name: 'Send' }).click();
            await page.getByText('Select how much we helped').first().waitFor();
            await page.getByLabel('A lot', { exact: true }).check();
            await page.getByRole('button', { name: 'Send' }).click();
            await page.getByRole('heading', { name: 'Thank you', level: 1 }).waitFor();
            const again = await page.goto(server.address + link);
            assert.equal(again.status(), 404);
            assert.equal(await page.locator('h1').innerText(), 'This link cannot be used');
        } finally {
            await context.close();
        }
    });
    await step('it opens again with a reason', async () => {
        await visitor.opens(`${address}/close`);
        await visitor.presses('Open it again');
        await visitor.sees_heading('Open the case again');
        await visitor.sees('Ask for the plan in writing');
        await visitor.fills_in('Why does it open again?', 'Sent home again on Tuesday.');
        visitor.picture = 'advice-reopen';
        await visitor.finds_the_page_well();
        await visitor.presses('Open it again');
        await visitor.sees('Do next', 'Change level');
        await visitor.opens(`${address}/dates`);
        await visitor.sees('Ask for the plan in writing', 'To do');
        await visitor.opens(`${address}/state`);
        await visitor.sees('Sent home again on Tuesday.');
    });
    await step('the year’s figures have it, exactly and to share', async () => {
        await visitor.opens('/advice/reports');
        await visitor.sees('Impact of the work', 'Significant long-term impact', 'exact figures');
        visitor.picture = 'advice-reports';
        await visitor.finds_the_page_well();
        await visitor.follows('Figures to share outside the service');
        await visitor.sees('[c]');
        visitor.picture = 'advice-reports-outside';
        await visitor.finds_the_page_well();
    });
}
