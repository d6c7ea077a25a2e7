// A council's own sign-in: an administrator sets it up, an officer links their account and signs in by it. The provider is a small
// one of ours that speaks OpenID Connect on this machine.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { forget_sign_in, signs_in } from './lib/sign_in.mjs';
import { start_server } from './lib/server.mjs';

export const name = 'staff sign in with the account of their organisation';
export const widths = [320];

const officer = 'virtualschool@tidemoor.example';
const encoded = (value) => Buffer.from(value).toString('base64url');

/// Lets everybody in as `subject`, and checks what it is asked as a provider must.
class Provider {
    constructor() {
        this.key = generateKeyPairSync('rsa', { modulusLength: 2048 });
        this.subject = 'subject-1';
        this.factors = ['pwd', 'mfa'];
        this.asked = new Map();
        this.server = createServer((request, response) => this.answer(request, response));
    }
    async start() {
        await new Promise((done) => this.server.listen(0, '127.0.0.1', done));
        this.issuer = `http://localhost:${this.server.address().port}`;
    }
    answer(request, response) {
        const url = new URL(request.url, this.issuer);
        const json = (value, status = 200) => {
            response.writeHead(status, { 'content-type': 'application/json' });
            response.end(JSON.stringify(value));
        };
        if (url.pathname === '/.well-known/openid-configuration')
            return json({ issuer: this.issuer, authorization_endpoint: `${this.issuer}/authorize`,
                token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/keys` });
        if (url.pathname === '/keys')
            return json({ keys: [{ ...this.key.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' }] });
        if (url.pathname === '/authorize') {
            const code = String(this.asked.size + 1);
            this.asked.set(code, url.searchParams);
            const back = new URL(url.searchParams.get('redirect_uri'));
            back.searchParams.set('code', code);
            back.searchParams.set('state', this.wrong_state ?? url.searchParams.get('state'));
            response.writeHead(302, { location: back.href });
            return response.end();
        }
        if (url.pathname === '/token') return this.give_token(request, json);
        return json({}, 404);
    }
    give_token(request, json) {
        let body = '';
        request.on('data', (piece) => { body += piece; });
        request.on('end', () => {
            const form = new URLSearchParams(body);
            const asked = this.asked.get(form.get('code'));
            this.asked.set(form.get('code'), undefined);
            const proof = encoded(createHash('sha256').update(form.get('code_verifier') ?? '').digest());
            const basic = `Basic ${Buffer.from('onroll:a secret').toString('base64')}`;
            if (!asked || asked.get('code_challenge') !== proof || request.headers.authorization !== basic)
                return json({ error: 'invalid_grant' }, 400);
            const now = Math.floor(Date.now() / 1000);
            const said = `${encoded(JSON.stringify({ alg: 'RS256', kid: 'k1', typ: 'JWT' }))}.${encoded(JSON.stringify({
                iss: this.issuer, aud: 'onroll', sub: this.subject, nonce: asked.get('nonce'), amr: this.factors,
                iat: now, exp: now + 300 }))}`;
            return json({ id_token: `${said}.${encoded(sign('sha256', Buffer.from(said), this.key.privateKey))}` });
        });
    }
}

export async function steps({ visitor, step }) {
    const server = await start_server();
    const shown = visitor.address;
    visitor.address = server.address;
    const provider = new Provider();
    await provider.start();
    try {
        await step('an administrator sets the provider up; what is missing is said by the field', async () => {
            await signs_in(visitor, server, 'admin@tidemoor.example');
            await visitor.opens('/staff/single-sign-on');
            visitor.picture = 'single-sign-on';
            await visitor.finds_the_page_well();
            visitor.expects('/staff/single-sign-on', 400);
            await visitor.presses('Add the provider');
            await visitor.sees('Enter the name, as people know it', 'Issuer must begin with https://', 'Enter the client secret');
            await visitor.finds_the_page_well();
            visitor.expects('/staff/single-sign-on', 200);
            await visitor.fills_in('Name, as people know it', 'Tidemoor account');
            await visitor.fills_in('Issuer', provider.issuer);
            await visitor.fills_in('Client ID', 'onroll');
            await visitor.fills_in('Client secret', 'a secret');
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
            await visitor.page.waitForURL('**/account/ways');
            await visitor.sees('Tidemoor account is linked.');
            await visitor.presses('Sign out');
            forget_sign_in(officer);
        });
        await step('and signs in by it, without password and code', async () => {
            await visitor.opens('/sign-in');
            await visitor.page.getByRole('link', { name: 'Sign in with Tidemoor account' }).click();
            await visitor.page.waitForURL('**/start');
            await visitor.sees_heading('Start');
            await visitor.presses('Sign out');
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
