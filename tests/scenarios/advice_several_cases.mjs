// An adviser on a Friday: ticks cases in the list, closes those that are over, thinks again, writes the same note on each, and looks
// who would get a message before any goes. The filters of the list are kept under a name.
import { adviser, opens_a_case } from './lib/advice.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { is_refused, path_of } from './lib/steps.mjs';

export const name = 'An adviser closes and notes several cases at once, and undoes it';

export async function steps({ visitor, step, server, width, scripts }) {
    // Children of their own for each run: the runs share one server.
    const family = `${['Wexcombe', 'Tollard', 'Sutterby', 'Rainham'][(width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1)]}${Date.now() % 100000}`;
    const view_name = `Open at level 1, ${family}`;
    const cases = [];
    const tick = async () => {
        for (const one of cases)
            await visitor.page.locator(`input[name="case"][value="${one.split('/').at(-1)}"]`).check();
    };
    await step('given an adviser with two new cases', async () => {
        await signs_in(visitor, server, adviser);
        for (const given of ['Imani', 'Jonas']) cases.push(await opens_a_case(visitor, { given, family }));
    });
    await step('when the list is narrowed, its filters are kept under a name', async () => {
        await visitor.opens('/advice/cases');
        await visitor.page.getByLabel('Level', { exact: true }).selectOption('1');
        await visitor.presses('Show cases');
        await visitor.follows('Save this view');
        await visitor.sees_heading('Save this view');
        visitor.picture = 'advice-save-view';
        await visitor.finds_the_page_well();
        visitor.expects('/advice/cases/views', 400);
        await visitor.presses('Save the view');
        await visitor.sees('There is a problem', 'Enter a name for the view');
        visitor.expects('/advice/cases/views', 200);
        await visitor.fills_in('Name of the view', view_name);
        await visitor.presses('Save the view');
        await visitor.sees('Saved views', `${view_name}, shown now`, `Imani ${family}`);
        visitor.picture = 'advice-cases-view';
        await visitor.finds_the_page_well();
    });
    await step('when each ticked case is left out again, the page offers them again and keeps what was typed', async () => {
        const list = path_of(visitor) + new URL(visitor.page.url()).search;
        await tick();
        await visitor.act(() => visitor.page.getByRole('button', { name: 'Close', exact: true }).click());
        await visitor.fills_in('Why do they end together?', 'No contact for six months.');
        for (const box of await visitor.page.locator('input[name="case"]').all()) await box.uncheck();
        visitor.picture = 'advice-close-none';
        await is_refused(visitor, 'Close these cases', 'Choose at least one case', `Imani ${family}`, `Jonas ${family}`);
        await visitor.holds('Why do they end together?', 'No contact for six months.');
        await visitor.opens(list);
    });
    await step('when two cases are ticked and closed together', async () => {
        await tick();
        await visitor.act(() => visitor.page.getByRole('button', { name: 'Close', exact: true }).click());
        await visitor.sees_heading('Close several cases');
        await visitor.sees(`Imani ${family}`, `Jonas ${family}`);
        visitor.picture = 'advice-close-several';
        await visitor.finds_the_page_well();
        await is_refused(visitor, 'Close these cases', 'Enter why they end', 'Select what came of it');
        await visitor.fills_in('Why do they end together?', 'No contact for six months.');
        await visitor.page.locator('input[name="outcomes"]').first().check();
        for (const question of ['family', 'school', 'authority'])
            await visitor.page.locator(`input[name="${question}"]`).last().check();
        await visitor.presses('Close these cases');
        await visitor.sees('2 cases closed', `Jonas ${family}`);
        visitor.picture = 'advice-closed-several';
        await visitor.finds_the_page_well();
    });
    await step('then it is undone, and both are open as before', async () => {
        await visitor.presses('Undo');
        await visitor.sees('Undone', '2 of 2');
        await visitor.finds_the_page_well();
        await visitor.opens(cases[0]);
        await visitor.does_not_see('can only be read');
    });
    await step('when a note is written on each', async () => {
        await visitor.opens('/advice/cases');
        await tick();
        await visitor.presses('Write a note on each');
        await visitor.sees_heading('Write a note on several cases');
        visitor.picture = 'advice-note-several';
        await visitor.finds_the_page_well();
        await visitor.fills_in('The note', 'The council has moved its panel to December.');
        await visitor.presses('Save the note on each');
        await visitor.sees('Note written on 2 cases');
        await visitor.opens(`${cases[1]}/chronology`);
        await visitor.sees('The council has moved its panel to December.');
    });
    await step('then a message shows first who gets it, and who is left out and why', async () => {
        await visitor.opens('/advice/cases');
        await tick();
        await visitor.presses('Write to the families');
        await visitor.sees_heading('Write to several families');
        await visitor.fills_in('The message', 'Our line is closed on Friday.');
        await visitor.presses('See who gets it');
        await visitor.sees_heading('Check who gets the message');
        await visitor.sees('No adult of the family is recorded.');
        visitor.picture = 'advice-write-several';
        await visitor.finds_the_page_well();
    });
    await step('and the view is renamed and deleted', async () => {
        await visitor.opens('/advice/cases');
        await visitor.follows(view_name);
        await visitor.follows('Rename or delete this view');
        await visitor.sees_heading('Change a saved view');
        visitor.picture = 'advice-change-view';
        await visitor.finds_the_page_well();
        await visitor.unfolds('Delete this view');
        await visitor.presses('Delete this view');
        await visitor.does_not_see(view_name);
    });
}
