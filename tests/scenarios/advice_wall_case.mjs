// A child on the council's record has a case at the advice service: opened, worked on and closed. An officer of the council tries
// twelve ways to learn of it, and some more; each answers as it did before, or as for something that never was. Follows trust.md W-03.
import assert from 'node:assert/strict';
import { adviser, as_colleague, ends_with_the_child_back } from './lib/advice.mjs';
import { has_a_case } from './lib/advice_family.mjs';
import { a_family_name, adds_a_child } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { path_of, saves_the_file } from './lib/steps.mjs';

export const name = 'an officer tries every way to learn that a child on record has a case, and learns nothing';
export const widths = [320];
export const scripts = ['with'];

const born = '2014-03-17';
const upn = 'B999202600417';
const unknown = '0'.repeat(32);
const wrong_secret = 'A'.repeat(43);
/// Without what is random, what time it is, and who has just looked.
const steady = (text) => text.replace(/[\w-]{43,}|[0-9a-f]{32}/g, '').replace(/data-onr-time-out="\d+"/g, '')
    .replace(/\b\d{1,2}:\d\d(?: ?[ap]m)?/g, '');

/// A case with an event, a document, a message, papers and a question, closed: where each of them is.
async function works_on_a_case(visitor, family) {
    const { address } = await has_a_case(visitor, family, { upn });
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
    await visitor.opens(`${address}/close`);
    await ends_with_the_child_back(visitor);
    await visitor.presses('Make a link');
    made.question = new URL(await visitor.page.getByLabel('Link to copy').inputValue()).pathname;
    await visitor.opens('/advice/calendar');
    await visitor.presses(/Make a (calendar|new) address/);
    made.calendar = new URL(await visitor.page.getByLabel('Your calendar address').inputValue()).pathname;
    return made;
}

/// A list as long as the officer's leaves once a colleague has agreed, and then as often as the officer likes that day.
async function a_colleague_agrees_to_the_list(visitor, server) {
    await visitor.opens('/people/export');
    await visitor.chooses('To check the quality of records');
    await visitor.chooses('CSV, for any program');
    await visitor.presses('Ask for the list');
    await visitor.sees('It waits for a second person');
    await as_colleague(visitor, server, 'inclusion2@tidemoor.example', async (colleague) => {
        await colleague.opens('/people/export/waiting');
        await colleague.presses('Agree to this list');
        await colleague.sees('Nothing waits.');
    });
}

/// What an officer of the council can do about that child with pages alone, each as the words or the file that come of it.
function ways_of_an_officer(visitor, family) {
    const main_words = async () => steady(await visitor.page.locator('main').innerText());
    return {
        async looks_for(words) {
            await visitor.opens('/people');
            await visitor.fills_in('Search', words);
            await visitor.presses('Search');
            return main_words();
        },
        async enters_the_same_child() {
            await adds_a_child(visitor, { given: 'Astrid', family, born, upn });
            return main_words();
        },
        async looks_at_a_list_with_the_child() {
            await visitor.opens('/people/import');
            await visitor.page.getByLabel('The list', { exact: true }).setInputFiles({
                name: 'pupils.csv', mimeType: 'text/csv', buffer: Buffer.from('first name,surname,date of birth,UPN\n' +
                    `Astrid,${family},17/03/2014,${upn}\nAstrit,${family},17/03/2014,\n`),
            });
            await visitor.presses('Look at the list');
            await visitor.sees('Nothing has been stored yet');
            return main_words();
        },
        async takes_their_children_as_a_file() {
            await visitor.opens('/people/export');
            const text = (await saves_the_file(visitor, 'Take it as CSV')).bytes.toString('utf8');
            assert.ok(text.includes(`Astrid,${family}`));
            return steady(text);
        },
    };
}

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    await signs_in(visitor, server, 'inclusion@tidemoor.example');
    let own;
    await step('given a child on the council’s record, and a list that may be taken as a file', async () => {
        own = await adds_a_child(visitor, { given: 'Astrid', family, born, upn });
        await a_colleague_agrees_to_the_list(visitor, server);
    });
    const shown = async (path) => {
        const answer = await visitor.page.request.get(server.address + path, { maxRedirects: 0 });
        return { status: answer.status(), body: steady(await answer.text()) };
    };
    const officer = ways_of_an_officer(visitor, family);
    const before = {};
    await step('and what the officer is shown of that child before there is a case', async () => {
        before.record = await shown(own);
        before.family = await shown(`${own}/family`);
        before.consents = await shown(`${own}/consents`);
        before.by_name = await officer.looks_for(`Astrid ${family}`);
        before.by_birthday = await officer.looks_for('17 March 2014');
        before.by_number = await officer.looks_for(upn);
        before.twice = await officer.enters_the_same_child();
        before.list = await officer.looks_at_a_list_with_the_child();
        before.file = await officer.takes_their_children_as_a_file();
        before.start = await shown('/start');
        before.alerts = await shown('/alerts');
    });
    let made;
    await step('when the advice service works on a case of the same child, and closes it', async () => {
        made = await as_colleague(visitor, server, adviser, (colleague) => works_on_a_case(colleague, family));
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
    await step('9 a search by name, birthday and pupil number finds what it found', async () => {
        assert.equal(await officer.looks_for(`Astrid ${family}`), before.by_name);
        assert.equal(await officer.looks_for('17 March 2014'), before.by_birthday);
        assert.equal(await officer.looks_for(upn), before.by_number);
    });
    await step('10 the same child entered again warns of the council’s own record alone', async () => {
        assert.equal(await officer.enters_the_same_child(), before.twice);
        await visitor.takes_a_picture('advice-wall-twice');
    });
    await step('11 start page and alerts are as they were', async () => {
        assert.deepEqual(await shown('/start'), before.start);
        assert.deepEqual(await shown('/alerts'), before.alerts);
    });
    await step('12 who has looked at the child’s record names nobody of the advice service', async () => {
        const audit = await shown(`/audit/records/person/${own.split('/').at(-1)}`);
        for (const word of ['Wren Holloway', 'Advice and Support', 'advice.', id]) assert.ok(!audit.body.includes(word), word);
    });
    await step('and a list with the child would do what it would have done', async () => {
        assert.equal(await officer.looks_at_a_list_with_the_child(), before.list);
    });
    await step('and the officer’s children as a file are the same', async () => {
        assert.equal(await officer.takes_their_children_as_a_file(), before.file);
    });
    await as_for_nothing('and how the case ended', `${made.case}/close`, `${no_case}/close`);
    await step('and closing or opening it blindly is answered as for a case that never was', async () => {
        const sent = async (path) => {
            const answer = await visitor.page.request.post(server.address + path, {
                form: { form_token: 'x', outcomes: 'reinstated' }, headers: { origin: server.address }, maxRedirects: 0,
            });
            return { status: answer.status(), body: steady(await answer.text()) };
        };
        for (const act of ['close', 'open-again', 'feedback-link']) assert.deepEqual(await sent(`${made.case}/${act}`), await sent(`${no_case}/${act}`));
    });
    await step('and the question to a family with a wrong secret tells no case from none', async () => {
        const service = made.question.split('/').at(-2);
        const answer = await shown(`/how-did-we-do/${service}/${wrong_secret}`);
        assert.equal(answer.status, 404);
        assert.deepEqual(await shown(`/how-did-we-do/${service}/${id}`), answer);
        assert.deepEqual(await shown(`/how-did-we-do/${id}/${wrong_secret}`), await shown(`/how-did-we-do/${unknown}/${wrong_secret}`));
    });
    await step('and the calendar with a wrong secret tells an adviser from nobody as little', async () => {
        const [service, colleague] = made.calendar.split('/').slice(-3);
        const answer = await shown(`/advice-calendar/${service}/${colleague}/${wrong_secret}`);
        assert.equal(answer.status, 404);
        assert.deepEqual(await shown(`/advice-calendar/${service}/${unknown}/${wrong_secret}`), answer);
        assert.deepEqual(await shown(`/advice-calendar/${unknown}/${unknown}/${wrong_secret}`), answer);
    });
}
