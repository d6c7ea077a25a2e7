// A child on the council's record has a case at the advice service: opened, worked on and closed. An officer of the council tries
// twelve ways to learn of it; each answers as it did before, or as for something that never was. Follows trust.md W-03.
import assert from 'node:assert/strict';
import { adviser, as_colleague } from './lib/advice.mjs';
import { a_family_name, has_a_case } from './lib/advice_family.mjs';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'an officer tries twelve ways to learn that a child on record has a case, and learns nothing';
export const widths = [320];
export const scripts = ['with'];

const born = '2014-03-17';
const unknown = '0'.repeat(32);
const path_of = (visitor) => new URL(visitor.page.url()).pathname;
/// Without what is random, and without who has just looked.
const steady = (text) => text.replace(/[\w-]{43,}|[0-9a-f]{32}/g, '').replace(/data-onr-time-out="\d+"/g, '');

/// A case with an event, a document, a message, papers and a question, closed: where each of them is.
async function works_on_a_case(visitor, family) {
    const { address } = await has_a_case(visitor, family);
    const made = { case: address };
    await visitor.opens(`${address}/events/new/sent_home`);
    await visitor.fills_in('Which school?', 'Harbour Light Academy');
    await visitor.fills_in_date('Which day?', '2026-11-18');
    await visitor.presses('Save');
    await visitor.sees_heading('Dates and tasks');
    made.event = await visitor.page.locator('a[href*="/events/"]', { hasText: 'Sent home' }).first().getAttribute('href');
    await visitor.opens(`${address}/documents`);
    await visitor.page.locator('input[type=file]').first().setInputFiles({
        name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from(`About ${family}`) });
    const form = visitor.page.locator('form', { has: visitor.page.locator('input[type=file]') });
    await visitor.act(() => form.getByRole('button').last().click());
    made.document = await visitor.page.locator('a[href*="/attachments/"]').first().getAttribute('href');
    await visitor.opens(`${address}/messages`);
    await visitor.chooses(`Ylva ${family}, mother`);
    await visitor.presses('Continue');
    made.messages = path_of(visitor);
    await visitor.fills_in('Write a message', 'Shall we talk on Monday?');
    await visitor.chooses('By email');
    await visitor.presses('Send');
    await visitor.sees('Shall we talk on Monday?');
    await visitor.opens(`${address}/papers`);
    await visitor.chooses(`Ylva ${family}, mother`);
    await visitor.fills_in('What are they for?', 'She asked');
    await visitor.presses('Continue');
    made.papers = path_of(visitor);
    return made;
}

export async function steps({ visitor, step, server, width }) {
    const family = a_family_name();
    await signs_in(visitor, server, 'inclusion@tidemoor.example');
    let own;
    await step('given a child on the council’s record', async () => {
        await visitor.opens('/people/new');
        await visitor.fills_in('First name', 'Astrid');
        await visitor.fills_in('Last name', family);
        await visitor.fills_in_date('Date of birth', born);
        await visitor.presses('Save and continue');
        own = path_of(visitor);
    });
    const shown = async (path) => {
        const answer = await visitor.page.request.get(server.address + path, { maxRedirects: 0 });
        return { status: answer.status(), body: steady(await answer.text()) };
    };
    const main_words = async () => steady(await visitor.page.locator('main').innerText());
    const looks_for = async (words) => {
        await visitor.opens('/people');
        await visitor.page.getByRole('textbox').first().fill(words);
        await visitor.act(() => visitor.page.keyboard.press('Enter'));
        return main_words();
    };
    const enters_the_same_child = async () => {
        await visitor.opens('/people/new');
        await visitor.fills_in('First name', 'Astrid');
        await visitor.fills_in('Last name', family);
        await visitor.fills_in_date('Date of birth', born);
        await visitor.presses('Save and continue');
        return main_words();
    };
    const before = {};
    await step('and what the officer is shown of that child before there is a case', async () => {
        before.record = await shown(own);
        before.family = await shown(`${own}/family`);
        before.consents = await shown(`${own}/consents`);
        before.by_name = await looks_for(`Astrid ${family}`);
        before.by_birthday = await looks_for('17 March 2014');
        before.twice = await enters_the_same_child();
        before.start = await shown('/start');
        before.alerts = await shown('/alerts');
    });
    let made;
    await step('when the advice service works on a case of the same child', async () => {
        made = await as_colleague(visitor, server, adviser, width, (colleague) => works_on_a_case(colleague, family));
    });
    const as_for_nothing = (what, one, other) => step(what, async () => {
        const [first, second] = [await shown(one), await shown(other)];
        assert.equal(first.status, second.status);
        assert.equal(first.body, second.body);
        assert.ok(!first.body.includes(family));
    });
    const no_case = `/advice/cases/${unknown}`;
    const at = (address) => address.replace(server.address, '');
    const id = made.case.split('/').at(-1);
    await as_for_nothing('1 the address of the case', made.case, no_case);
    await as_for_nothing('2 its event', at(made.event), `${no_case}/events/${unknown}`);
    await as_for_nothing('3 its document', at(made.document), `${no_case}/attachments/${unknown}`);
    await as_for_nothing('4 its papers', made.papers, `${no_case}/papers/${unknown}`);
    await as_for_nothing('5 its messages', made.messages, `${no_case}/messages/${unknown}`);
    await as_for_nothing('6 the audit of the case, and why it is opened', `/audit/records/case/${id}`, `/audit/records/case/${unknown}`);
    await as_for_nothing('7 breaking the glass on it', `/break-glass/open?kind=case&record=${id}&next=/start`,
        `/break-glass/open?kind=case&record=${unknown}&next=/start`);
    await step('8 the child’s own record, family and consents are as they were', async () => {
        assert.deepEqual(await shown(own), before.record);
        assert.deepEqual(await shown(`${own}/family`), before.family);
        assert.deepEqual(await shown(`${own}/consents`), before.consents);
    });
    await step('9 a search by name and by birthday finds what it found', async () => {
        assert.equal(await looks_for(`Astrid ${family}`), before.by_name);
        assert.equal(await looks_for('17 March 2014'), before.by_birthday);
    });
    await step('10 the same name and birthday entered again warn of the council’s own record alone', async () => {
        assert.equal(await enters_the_same_child(), before.twice);
        visitor.picture = 'advice-wall-twice';
        await visitor.takes_a_picture();
    });
    await step('11 start page and alerts are as they were', async () => {
        assert.deepEqual(await shown('/start'), before.start);
        assert.deepEqual(await shown('/alerts'), before.alerts);
    });
    await step('12 who has looked at the child’s record names nobody of the advice service', async () => {
        const audit = await shown(`/audit/records/person/${own.split('/').at(-1)}`);
        for (const word of ['Wren Holloway', 'Advice and Support', 'advice.', id]) assert.ok(!audit.body.includes(word), word);
    });
    await step('and a question or a calendar with a wrong secret is answered alike for every service', async () => {
        for (const path of [(service) => `/how-did-we-do/${service}/${unknown}`, (service) => `/advice-calendar/${service}/${id}/${unknown}`])
            assert.deepEqual(await shown(path(id)), await shown(path(unknown)));
    });
}
