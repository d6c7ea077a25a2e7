// The connection drops while an adviser types a contact, and again in a note: the page says so, keeps what was typed, saves it when
// the connection is back, and nothing is told twice. Table stake 21.
import { adviser, opens_a_case } from './lib/advice.mjs';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'A connection that drops in the middle of a contact and a note loses nothing';
export const scripts = ['with'];

const pause_before_a_draft = 4000;

export async function steps({ visitor, step, server, width }) {
    const family = width === 320 ? 'Penhallow' : 'Gorringe';
    const begun = 'She rang in the break. School sends him home most Fridays.';
    const whole = `${begun} Nobody ever wrote. She asks what to say on Monday.`;
    await signs_in(visitor, server, adviser);
    const story = visitor.page.getByLabel('In their words', { exact: true });
    const draft_is_kept = () => visitor.page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 204,
        { timeout: 30_000 });
    await step('given a contact that is half typed, and kept as a draft', async () => {
        await visitor.opens('/advice/contacts/new');
        await visitor.chooses('Phone');
        await visitor.fills_in('Child’s name (optional)', `Wim ${family}`);
        const kept = draft_is_kept();
        await story.fill(begun);
        await kept;
        await visitor.sees('Draft saved at');
    });
    await step('when the connection drops, Save says so and keeps every word on the page', async () => {
        await visitor.without_connection(async () => {
            await story.fill(whole);
            await visitor.page.getByRole('button', { name: 'Save' }).first().click({ noWaitAfter: true });
            await visitor.page.getByText('Not sent: there is no connection').waitFor();
        });
        visitor.picture = 'advice-no-connection';
        await visitor.finds_the_page_well();
    });
    await step('then it saves the whole contact, once', async () => {
        // A button takes a second press within a second for a double click.
        await visitor.page.waitForTimeout(1_100);
        await visitor.presses('Save');
        await visitor.sees(whole, `Wim ${family}`);
        await visitor.opens('/advice/contacts');
        const rows = await visitor.page.getByText(`Wim ${family}`).count();
        if (rows !== 1) throw new Error(`the contact is there ${rows} times`);
    });
    await step('a note typed without a connection is kept as soon as there is one, and is there when the page is opened again', async () => {
        const address = await opens_a_case(visitor, { given: 'Tobiah', family });
        await visitor.opens(`${address}/notes/new`);
        const note = visitor.page.locator('textarea').first();
        await visitor.without_connection(async () => {
            await note.fill(whole);
            await visitor.page.getByText('Not saved: there is no connection').waitFor({ timeout: pause_before_a_draft * 5 });
        });
        await visitor.page.getByText('Draft saved at').waitFor();
        await visitor.opens(`${address}/notes/new`);
        if ((await visitor.page.locator('textarea').first().inputValue()) !== whole) throw new Error('the note lost words');
    });
}
