// A council's own sign-in: an administrator sets it up, an officer links their account and signs in by it. The provider is a small
// one of ours that speaks OpenID Connect on this machine.
import assert from 'node:assert/strict';
import { bad_tokens, Provider } from './lib/provider.mjs';
import { start_server } from './lib/server.mjs';
import { forget_sign_in, signs_in } from './lib/sign_in.mjs';

export const name = 'staff sign in with the account of their organisation';
export const widths = [320];

const officer = 'virtualschool@tidemoor.example';
const administrator = 'admin2@tidemoor.example';

/// Goes there and back as a browser does, and gives what the server answers to the token.
async function comes_back(server, way) {
    const there = await fetch(server.address + way, { redirect: 'manual' });
    const cookie = /__Host-onroll-question=[^;]*/.exec(there.headers.get('set-cookie'))[0];
    const asked = await fetch(there.headers.get('location'), { redirect: 'manual' });
    const answer = await fetch(asked.headers.get('location'), { redirect: 'manual', headers: { cookie } });
    return { status: answer.status, body: await answer.text(), signs_in: (answer.headers.get('set-cookie') ?? '').includes('__Host-onroll=') };
}

export async function steps({ visitor, step }) {
    const server = await start_server();
    const shown = visitor.address;
    visitor.address = server.address;
    const provider = new Provider();
    await provider.start();
    let told_at;
    try {
        await step('an administrator sets the provider up; what is missing is said by the field', async () => {
            await signs_in(visitor, server, 'admin@tidemoor.example');
            await visitor.opens('/staff/single-sign-on');
            visitor.picture = 'single-sign-on';
            await visitor.finds_the_page_well();
            visitor.expects('/staff/single-sign-on', 400);
            await visitor.presses('Add the provider');
            await visitor.sees('Enter the name, as people know it', 'Enter the issuer, as your provider writes it', 'Enter the client secret');
            await visitor.finds_the_page_well();
            visitor.expects('/staff/single-sign-on', 200);
            await visitor.fills_in('Name, as people know it', 'Tidemoor account');
            await visitor.fills_in('Issuer', provider.issuer);
            await visitor.fills_in('Client ID', 'onroll');
            await visitor.fills_in('Client secret', 'a secret');
            await visitor.fills_in('Organisations let in (optional)', 'tidemoor');
            await visitor.fills_in('Words for a second factor (optional)', 'mfa');
            await visitor.presses('Add the provider');
            await visitor.sees('Remove Tidemoor account');
            await visitor.presses('Sign out');
        });
        await step('nobody gets in by an account that is linked to nobody', async () => {
            visitor.expects('/sign-in/back', 403);
            await visitor.opens('/sign-in');
            visitor.picture = 'sign-in-other-ways';
            await visitor.finds_the_page_well();
            await visitor.page.getByRole('link', { name: 'Sign in with Tidemoor account' }).click();
            await visitor.page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
            await visitor.sees('is not linked to anybody here');
        });
        await step('an officer links it once', async () => {
            await signs_in(visitor, server, officer);
            await visitor.opens('/account/ways');
            await visitor.page.getByRole('link', { name: 'Link Tidemoor account' }).click();
            await visitor.page.getByText('Tidemoor account is linked.').waitFor();
            await visitor.sees('Tidemoor account is linked.');
            await visitor.presses('Sign out');
            forget_sign_in(officer);
        });
        await step('and signs in by it, without password and code', async () => {
            await visitor.opens('/sign-in');
            await visitor.page.getByRole('link', { name: 'Sign in with Tidemoor account' }).click();
            await visitor.page.waitForURL('**/start', { waitUntil: 'load' });
            await visitor.sees_heading('Start');
            await visitor.presses('Sign out');
        });
        await step('an administrator says that the provider tells of a sign-out; hours that cannot be are said by the field', async () => {
            forget_sign_in('admin@tidemoor.example');
            await signs_in(visitor, server, 'admin@tidemoor.example');
            await visitor.opens('/staff/single-sign-on');
            visitor.expects('/staff/single-sign-on/end', 400);
            await visitor.fills_in('Hours until a sign-in with Tidemoor account ends, unless it tells', '30');
            await visitor.presses('Save how Tidemoor account ends');
            await visitor.sees('Enter the hours as a whole number from 1 to 8');
            assert.equal(await visitor.page.getByLabel('Hours until a sign-in with Tidemoor account ends').inputValue(), '30',
                'the message stands over what was typed');
            await visitor.finds_the_page_well();
            const end = `${server.address}/staff/single-sign-on/end`;
            const kept = await visitor.page.locator('main form[action="/staff/single-sign-on/end"]').evaluate((form) =>
                Object.fromEntries([...form.querySelectorAll('input[type=hidden]')].map(({ name, value }) => [name, value])));
            const of_no_provider = await visitor.page.request.post(end,
                { headers: { origin: server.address }, form: { ...kept, provider: '0'.repeat(32), longest_hours: '30' } });
            assert.equal(of_no_provider.status(), 404, 'a provider of nobody here');
            visitor.expects('/staff/single-sign-on/end', 200);
            await visitor.fills_in('Hours until a sign-in with Tidemoor account ends, unless it tells', '4');
            await visitor.page.getByRole('checkbox', { name: 'Tidemoor account tells Onroll when somebody signs out' }).check();
            await visitor.presses('Save how Tidemoor account ends');
            await visitor.sees('/sign-in/back-channel/');
            visitor.picture = 'single-sign-on-tells';
            await visitor.finds_the_page_well();
            told_at = /\S*\/sign-in\/back-channel\/[0-9a-f]{32}/.exec(await visitor.page.textContent('main'))[0];
            await visitor.presses('Sign out');
        });
        await step('an officer who signs out at the organisation is signed out here, and a notice that is not its own ends nothing', async () => {
            const tells = async (token) => (await fetch(`${server.address}${new URL(told_at).pathname}`,
                { method: 'POST', body: new URLSearchParams({ logout_token: token }) })).status;
            await visitor.opens('/sign-in');
            await visitor.page.getByRole('link', { name: 'Sign in with Tidemoor account' }).click();
            await visitor.page.waitForURL('**/start');
            for (const [why, changes] of Object.entries({
                'another issuer': { iss: 'https://evil.example' }, 'another audience': { aud: 'another' },
                'a nonce': { nonce: 'one' }, 'no event': { events: {} }, 'no id': { jti: undefined }, 'long ago': { iat: 1000 },
                'another key': { header: { kid: 'k2' } },
            })) assert.deepEqual({ why, status: await tells(provider.notice(why, changes)) }, { why, status: 400 });
            await visitor.opens('/start');
            await visitor.sees_heading('Start');
            const notice = provider.notice('first');
            assert.equal(await tells(notice), 200);
            assert.equal(await tells(notice), 400, 'a notice counts once');
            await visitor.opens('/account');
            await visitor.sees_heading('Sign in');
        });
        await step('each bad token of trust.md A-06 is refused over the wire, in the same words', async () => {
            const good = provider.makes_token;
            await visitor.opens('/sign-in');
            const way = await visitor.page.getByRole('link', { name: 'Sign in with Tidemoor account' }).getAttribute('href');
            const words = new Set();
            for (const [name, makes_token] of Object.entries(bad_tokens)) {
                provider.makes_token = makes_token;
                const { status, body, signs_in } = await comes_back(server, way);
                assert.deepEqual({ name, status, signs_in }, { name, status: 403, signs_in: false });
                words.add(body);
            }
            assert.equal(words.size, 1);
            assert.ok(Object.keys(bad_tokens).length >= 25);
            provider.makes_token = good;
            const { status, signs_in } = await comes_back(server, way);
            assert.deepEqual({ status, signs_in }, { status: 200, signs_in: true });
        });
        await step('an administrator, whose sign-in no link of another site brings along, links theirs and signs in by it', async () => {
            provider.subject = 'subject-2';
            await signs_in(visitor, server, administrator);
            await visitor.opens('/account/ways');
            await visitor.page.getByRole('link', { name: 'Link Tidemoor account' }).click();
            await visitor.page.getByText('Tidemoor account is linked.').waitFor();
            await visitor.sees('Tidemoor account is linked.');
            await visitor.presses('Sign out');
            forget_sign_in(administrator);
            await visitor.opens('/sign-in');
            await visitor.page.getByRole('link', { name: 'Sign in with Tidemoor account' }).click();
            await visitor.page.waitForURL('**/start', { waitUntil: 'load' });
            await visitor.sees_heading('Start');
            const [cookie] = (await visitor.page.context().cookies(server.address)).filter((one) => one.name === '__Host-onroll');
            assert.equal(cookie.sameSite, 'Strict');
            await visitor.presses('Sign out');
            provider.subject = 'subject-1';
        });
        await step('a password alone at the provider, and an answer to another question, are refused', async () => {
            for (const spoil of [() => { provider.factors = ['pwd']; }, () => { provider.factors = ['mfa']; provider.wrong_state = 'x'; }]) {
                spoil();
                await visitor.opens('/sign-in');
                await visitor.page.getByRole('link', { name: 'Sign in with Tidemoor account' }).click();
                await visitor.page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
                await visitor.sees('could not be accepted');
            }
            assert.ok(!server.log().includes('subject-1'), 'the log names nobody');
        });
        // Going to the provider and coming back is what this is about; the addresses hold a code.
        visitor.troubles = visitor.troubles.filter((trouble) => !trouble.includes(provider.issuer) && !trouble.includes('/sign-in/back?'));
    } finally {
        visitor.address = shown;
        provider.server.close();
        await server.stop();
    }
}
