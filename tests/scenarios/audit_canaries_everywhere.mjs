// Five hundred planted names, dates of birth and pupil numbers go through every part that takes what people type about a child: the
// advice service's contacts, people, cases, notes, work, tasks, events, needs, accounts, profile and status; messages with a family and
// a school, and what the family writes back; the families' checker and letters; signing in; invitations of staff. None of them is in the
// log, in a file beside the store, or in an address that an answer leads or links to. Follows trust.md L-09.
import assert from 'node:assert/strict';
import { has_a_case } from './lib/advice_family.mjs';
import { all_of, are_in_no_log, as_typed, canaries_of, children, planted } from './lib/canaries.mjs';
import { link_in, mail_to, mails } from './lib/mail.mjs';
import { start_server } from './lib/server.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { path_of } from './lib/steps.mjs';

export const name = 'no planted word that any part was told is in a log or an address';
export const widths = [1280];
export const scripts = ['without'];

const decoded = (text) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'");

/// The fields of the form of a page that goes to `action`: what is sent as it is, and the names of what is typed.
function form_in(page, action) {
    const form = [...page.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes(`action="${action}"`));
    assert.ok(form, `the page has a form that goes to ${action}`);
    const attribute = (tag, named) => decoded(new RegExp(`${named}="([^"]*)"`).exec(tag)?.[1] ?? '');
    const tags = [...form.matchAll(/<(?:input|textarea)[^>]*>/g)].map(([tag]) => ({ tag, name: attribute(tag, 'name'), type: attribute(tag, 'type') }));
    return {
        hidden: Object.fromEntries(tags.filter(({ type }) => type === 'hidden').map(({ tag, name: of }) => [of, attribute(tag, 'value')])),
        typed: tags.filter(({ tag, name: of, type }) => (tag.startsWith('<textarea') || type === 'text') &&
            !/-(day|month|year)$|^(minutes|days|people|urn|upn|phone|language)$/.test(of)).map(({ name: of }) => of),
    };
}

/// On a server of its own: so many wrong sign-ins make everybody else at the same address wait.
export async function steps({ visitor, step }) {
    const server = await start_server();
    visitor.address = server.address;
    try {
        await plants_and_looks({ visitor, step, server });
    } finally {
        await server.stop();
    }
}

async function plants_and_looks({ visitor, step, server }) {
    const list = planted(1000);
    const canaries = canaries_of(list);
    const request = visitor.page.request;
    const headers = { origin: server.address };
    const led_to = [];
    const words = ({ given, family, born, upn }) => `${given} ${family} ${as_typed(born)} ${born} ${upn}`;

    /// Every address that an answer leads to, or that its page links to, is kept to be looked through.
    const seen = async (answer) => {
        led_to.push(answer.url(), answer.headers().location ?? '');
        const text = await answer.text();
        for (const [, address] of text.matchAll(/(?:href|action|src)="([^"]*)"/g)) led_to.push(decoded(address));
        for (const [, title] of text.matchAll(/<title>([^<]*)/g)) led_to.push(title);
        return { status: answer.status(), text, to: answer.headers().location ?? '' };
    };
    const ask = async (path) => seen(await request.get(server.address + path, { maxRedirects: 0 }));
    /// Sends the form of a page with every field that is typed holding the words, and these answers.
    const sends = async (page, action, child, answers = {}) => {
        const { hidden, typed } = form_in((await ask(page)).text, action);
        const form = { ...hidden, ...Object.fromEntries(typed.map((field) => [field, words(child)])), ...answers };
        return seen(await request.post(server.address + action, { headers, form, maxRedirects: 0 }));
    };
    /// The same for all children; so many of them are saved.
    const all_send = async (page, action, answers = () => ({}), good = (status) => status === 303) => {
        let saved = 0;
        const told = new Set();
        await all_of(list, async (child) => {
            const answer = await sends(page, action, child, answers(child));
            if (good(answer.status)) saved += 1;
            else told.add(/error-summary__list[\s\S]{0,300}/.exec(answer.text)?.[0] ?? String(answer.status));
        });
        assert.equal(saved, children, `saved by ${action}; others were told ${[...told].join(' ')}`);
    };
    const day = (named) => ({ [`${named}-day`]: '2', [`${named}-month`]: '11', [`${named}-year`]: '2026' });

    let address, thread;
    const before = mails(server);
    await step('given an adviser with a case whose family is written to', async () => {
        await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
        ({ address } = await has_a_case(visitor, 'Underwick'));
        await visitor.opens(`${address}/messages`);
        await visitor.page.getByLabel(/, mother$/).check();
        await visitor.presses('Continue');
        thread = path_of(visitor);
        await visitor.fills_in('Write a message', 'Can we talk?');
        await visitor.chooses('By email');
        await visitor.presses('Send');
    });
    await step('when every child is told of as a contact, and as a person of the service', async () => {
        await all_send('/advice/contacts/new', '/advice/contacts',
            ({ given, family }) => ({ channel: 'phone', child_name: `${given} ${family}`, first_day: '', school: '', source_name: '' }));
        await all_send('/people/new', '/people/new', ({ given, family, upn, born }) => {
            const [year, month, date] = born.split('-');
            return { given_name: given, family_name: family, known_as: given, pronouns: '', language: '', looked: 'yes', upn,
                'born_on-day': date, 'born_on-month': month, 'born_on-year': year };
        });
    });
    await step('and in notes, work, tasks, next steps, needs, accounts, events, the profile and the status of a case', async () => {
        await all_send(`${address}/notes/new`, `${address}/notes`, () => day('on'));
        await all_send(`${address}/actions/new`, `${address}/actions`, () => ({ ...day('on'), kind: 'school', took: '15', new_name: '', new_role: '', new_organisation: '' }));
        await all_send(`${address}/tasks/new`, `${address}/tasks/new`, () => ({ 'due_on-day': '2', 'due_on-month': '12', 'due_on-year': '2026', waiting_for: '', owner: '', due_at: '' }));
        await all_send(`${address}/next-steps/new`, `${address}/next-steps/new`, () => ({ kind: 'new_school', ...day('on') }));
        await all_send(`${address}/needs/new`, `${address}/needs/new`, () => ({ kind: 'something_else', step: 'noticed', ...day('on') }));
        await all_send(`${address}/accounts/new`, `${address}/accounts/new`, () => ({ who_may_know: 'adviser_alone' }));
        await all_of(list.slice(0, 25), (child) => sends(`${address}/events/new/suspension`, `${address}/events/new/suspension`, child,
            { school_words: '', days: '2', ...day('decided_on'), ...day('happened_on') }));
        await all_of(list, (child) => sends(`${address}/profile/change`, `${address}/profile/change`, child));
        await all_of(list, (child) => sends(`${address}/status`, `${address}/status`, child));
    });
    await step('and in messages to a family and a school, and in what the family writes back', async () => {
        await all_send(thread, thread, () => ({ notice: 'none' }));
        await all_of([...list.slice(0, 25).entries()], ([number, child]) => sends(`${address}/messages/school`, `${address}/messages/school`, child,
            { school_email: `office${number}@school.example`, ...day('agreed_on') }));
        const mail = await mail_to(server, 'ylva@example.org', before);
        const mother = await visitor.page.context().browser().newContext();
        try {
            const page = await mother.newPage();
            await page.goto(new URL(link_in(mail), server.address).href);
            await page.getByRole('button', { name: 'Open the page' }).click();
            await page.getByRole('link', { name: 'Your adviser' }).first().click();
            await page.waitForLoadState('load');
            const action = new URL(page.url()).pathname;
            let saved = 0;
            await all_of(list.slice(0, 40), async (child) => {
                const form = { ...form_in(await (await page.request.get(server.address + action)).text(), action).hidden, words: words(child) };
                const answer = await seen(await page.request.post(server.address + action, { headers, form, maxRedirects: 0 }));
                if (answer.status === 303) saved += 1;
            });
            assert.ok(saved >= 20, `${saved} messages of the mother were saved`);
        } finally {
            await mother.close();
        }
    });
    await step('and by families who ask the checker, and paste their letters', async () => {
        await all_of(list, async (child) => {
            await seen(await request.post(`${server.address}/check`, { headers, form: { kind: words(child), school: words(child), name: words(child), letter_text: words(child) } }));
            await seen(await request.post(`${server.address}/check/letter`, { headers, form: { letter_step: 'pasted', language: 'en', letter_text: `Dear parent of ${words(child)}, I have decided to suspend ${words(child)}.` } }));
            await seen(await request.post(`${server.address}/check/letters/governing_board`, { headers, form: { child_name: words(child), your_name: words(child) } }));
        });
    });
    const before_invitations = mails(server);
    await step('and by an administrator who invites staff of those names', async () => {
        await signs_in(visitor, server, 'admin@advice.tidemoor.example');
        let number = 0;
        await all_send('/staff/new', '/staff/new', (child) => ({
            name: words(child), email: `somebody${number += 1}@example.org`, roles: 'adviser',
        }));
        // With a mistake, which shows what was typed again.
        await all_of(list.slice(0, 25), (child) => sends('/staff/new', '/staff/new', child, { name: words(child), email: words(child) }));
    });
    await step('whose invitations hold nothing of it', async () => {
        await mail_to(server, `somebody${children}@example.org`, before_invitations);
        const sent = mails(server).join('\n');
        assert.deepEqual(canaries.filter((canary) => sent.includes(canary)), [], 'what was planted is in a message');
    });
    await step('and by those who sign in wrongly, forget their password, or answer an invitation', async () => {
        await all_of(list, async ({ given, family, upn }) => {
            const email = `${given}.${family}@example.org`;
            await seen(await request.post(`${server.address}/sign-in/forgotten`, { headers, form: { email }, maxRedirects: 0 }));
            await seen(await request.post(`${server.address}/join/${'a'.repeat(43)}`, { headers, form: { password: `${family} ${upn}`, name: given }, maxRedirects: 0 }));
        });
        await all_of(list.slice(0, 20), async ({ given, family, upn }) => seen(await request.post(`${server.address}/sign-in`,
            { headers: { ...headers, cookie: '' }, form: { email: `${given}.${family}@example.org`, password: upn }, maxRedirects: 0 })));
    });
    await step('then none of it is in the log, nor in a file beside the store', () => are_in_no_log(server, canaries, 1500));
    await step('nor in an address or a title', () => {
        assert.ok(led_to.length > 10_000, `${led_to.length} addresses were seen`);
        const addresses = led_to.map((one) => { try { return decodeURIComponent(one); } catch { return one; } }).join('\n');
        assert.deepEqual(canaries.filter((canary) => addresses.includes(canary)), [], 'what was planted is in an address');
    });
}
