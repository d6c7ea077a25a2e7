// An adviser writes a call down while it lasts, by keyboard and few clicks; the school and a child who sounds the same are found
// meanwhile; a press too many makes nothing twice.
import assert from 'node:assert/strict';
import { adviser } from './lib/advice.mjs';
import { Counted } from './lib/counted.mjs';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'An adviser records a first contact in under a minute and ten clicks';
export const scripts_change_the_steps = true;

export async function steps({ visitor, step, server, width, scripts }) {
    const page = visitor.page;
    const at = `${width} ${scripts}`;
    // A name of its own for each run, so that nobody of another run sounds the same.
    const family = { '320 with': 'Okonkwo', '320 without': 'Lindqvist', '1280 with': 'Fitzgerald', '1280 without': 'Zamoyska' }[at];
    const given = { '320 with': 'Tobias', '320 without': 'Marguerite', '1280 with': 'Desmond', '1280 without': 'Philippa' }[at];
    const misheard = { Okonkwo: 'Okonkwoh', Lindqvist: 'Lindqvistt', Fitzgerald: 'Fitzgeralt', Zamoyska: 'Zamoiska' }[family];
    const field = (label) => page.getByLabel(label, { exact: true });
    const saves = (locator) => visitor.act(() => locator);
    await signs_in(visitor, server, adviser);
    let contact;
    await step('a call is written down and saved, with few clicks and keys', async () => {
        await visitor.opens('/start');
        const person = new Counted(page);
        await visitor.act(() => person.clicks_on(page.getByRole('link', { name: 'Record a contact' }).first()));
        await person.clicks_into(field('In their words'));
        await person.types('Rang at 12:30, collect him to cool off.');
        await person.clicks_on(field('Sent home, no letter'));
        await person.clicks_into(field('First day (optional)'));
        await person.types('yesterday');
        await person.tabs();
        await person.types('Harbour Light Academy');
        await person.clicks_into(field('Child’s name (optional)'));
        await person.types(`${given} ${family}`);
        await person.tabs();
        await person.types('Amina, his mother');
        await person.clicks_on(field('15'));
        await visitor.holds('Child’s name (optional)', `${given} ${family}`);
        await visitor.act(() => person.clicks_on(page.getByRole('button', { name: 'Save contact' })));
        await visitor.sees_heading('Contact');
        await visitor.sees(`${given} ${family}`, 'Sent home, no letter', '15');
        contact = new URL(page.url()).pathname;
        assert.ok(person.clicks <= 10, `${person.clicks} clicks`);
        assert.ok(person.seconds() < 60, `${person.seconds().toFixed(1)} s by the keystroke-level model`);
        visitor.picture = 'advice-first-contact-saved';
        await visitor.finds_the_page_well();
    });
    await step('what can be said now stands beside what is ticked, with its rule', async () => {
        await visitor.opens('/advice/contacts/new');
        await visitor.walks_with_the_tab_key();
        await visitor.does_not_see('is this a suspension?');
        await visitor.chooses('Sent home, no letter');
        await visitor.sees('is this a suspension?', 'Because: Sent home for behaviour, no letter.');
        await visitor.chooses('Told to home educate');
        await visitor.sees('Do not write the letter yet.');
        visitor.picture = 'advice-first-contact';
        await visitor.finds_the_page_well();
    });
    await step('the school is found while it is typed, or by a button without scripts', async () => {
        await field('School (optional)').fill('harbor');
        if (scripts === 'without') await visitor.presses('Look for the school and the child');
        await page.getByRole('group', { name: 'Which school?' }).waitFor();
        await visitor.sees('None of these');
        visitor.picture = 'advice-first-contact-school';
        await visitor.finds_the_page_well();
    });
    let address;
    await step('two quick presses open one case', async () => {
        await visitor.opens('/advice/contacts/new');
        await visitor.fills_in('In their words', 'A second call');
        await visitor.fills_in('Child’s name (optional)', `${given} ${family}`);
        await saves(page.getByRole('button', { name: 'Save and open the case' }).dblclick());
        await page.waitForURL(/\/advice\/cases\/[0-9a-f]{32}/);
        address = new URL(page.url()).pathname;
        await visitor.opens('/advice/contacts');
        const rows = page.getByRole('row').filter({ hasText: family });
        assert.equal(await rows.count(), 2, 'two calls, two contacts');
        assert.equal(await page.locator(`a[href="${address}"]`).count(), 1, 'one of them belongs to the case');
    });
    await step('a child who sounds the same is shown, and the call goes to that case', async () => {
        await visitor.opens('/advice/contacts/new');
        await visitor.fills_in('In their words', 'A third call');
        await field('Child’s name (optional)').fill(`${given} ${misheard}`);
        if (scripts === 'without') await visitor.presses('Look for the school and the child');
        await page.getByRole('group', { name: 'Is it the same child?' }).waitFor();
        visitor.picture = 'advice-first-contact-same';
        await visitor.finds_the_page_well();
        await page.getByRole('radio', { name: `Yes: ${given} ${family}` }).check();
        await visitor.presses('Save and open the case');
        assert.equal(new URL(page.url()).pathname, address);
    });
    await step('where nobody has said which child it is, a page asks after the call is saved', async () => {
        await visitor.opens(`${contact}/open`);
        await visitor.sees_heading('Open a case');
        await visitor.sees(`Yes: ${given} ${family}`);
        visitor.picture = 'advice-first-contact-open';
        await visitor.finds_the_page_well();
        await page.getByRole('radio', { name: `Yes: ${given} ${family}` }).check();
        await visitor.presses('Open the case');
        assert.equal(new URL(page.url()).pathname, address);
    });
    if (scripts === 'with')
        await step('what is typed is kept while somebody writes, and offered again', async () => {
            await visitor.opens('/advice/contacts/new');
            const kept = page.waitForResponse((answer) => answer.url().endsWith('/drafts/keep'));
            await field('In their words').pressSequentially('Half a sentence');
            assert.equal((await kept).status(), 204);
            await visitor.sees('Draft saved at');
            await visitor.opens('/advice/contacts/new');
            await visitor.holds('In their words', 'Half a sentence');
            await visitor.follows('Start with an empty form instead');
            await visitor.holds('In their words', '');
            await visitor.fills_in('In their words', 'Another call');
            await visitor.presses('Save contact');
            await visitor.opens('/advice/contacts/new');
            await visitor.holds('In their words', '');
        });
    await step('the other pages about what comes in are well', async () => {
        for (const path of ['/advice/contacts/code', '/advice/enquiries', '/advice/signposts', '/advice/open-offers', '/advice/service',
            '/advice-services', `${contact}/signpost`]) {
            await visitor.opens(path);
            visitor.picture = `advice${path.replaceAll('/', '-').replace(/[0-9a-f]{32}/, 'contact').replace('-advice', '')}`;
            await visitor.finds_the_page_well();
        }
    });
}
