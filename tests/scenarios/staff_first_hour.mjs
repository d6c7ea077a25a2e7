// A new service's first hour: from the secret that the server prints to three people with two factors each. Each run has an empty
// server of its own. Authenticator apps are played by the time-based code of RFC 6238.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { start_server } from './lib/server.mjs';
import { Visitor } from './lib/visitor.mjs';

export const name = 'a new service’s first hour: set up, invite two people, three second factors';

const password = 'plum tart & violins';

function bytes_of_base32(letters) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...letters.replace(/\s/g, '')].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
    return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}
function app_code(letters) {
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
    const digest = createHmac('sha1', bytes_of_base32(letters)).update(step).digest();
    const at = digest[19] & 15;
    return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/// The link in the newest message to this address; the folder is where an area's mail system would take it.
async function link_for(server, email) {
    const folder = join(server.data, 'outbox');
    for (const until = Date.now() + 10_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
        let files = [];
        try {
            files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
        } catch {
            continue;
        }
        for (const file of files) {
            const message = readFileSync(join(folder, file), 'utf8');
            const found = /(\/join\/[\w-]{43})/.exec(message);
            if (found && message.includes(`To: ${email}\r\n`)) return found[1];
        }
    }
    throw new Error(`no message to ${email}`);
}

async function sets_up_codes(visitor) {
    await visitor.sees_heading('Set up sign-in codes');
    await visitor.finds_the_page_well();
    const letters = await visitor.page.locator('details code').textContent();
    await visitor.fills_in('Code', '000000');
    await visitor.presses('Continue');
    await visitor.sees('There is a problem');
    await visitor.fills_in('Code', app_code(letters));
    await visitor.presses('Continue');
    await visitor.sees_heading('Keep your recovery codes');
    await visitor.finds_the_page_well();
    assert.equal(await visitor.page.locator('.onr-codes li').count(), 10);
    await visitor.presses('I have kept them');
    await visitor.sees_heading('Start');
}

async function invites(visitor, { name, email, role }) {
    await visitor.opens('/staff/new');
    await visitor.fills_in('Name', name);
    await visitor.fills_in('Work email address', email);
    await visitor.chooses(role);
    await visitor.presses('Send the invitation');
    await visitor.sees('The invitation is on its way');
}

/// The invited person, in a browser of their own.
async function joins(browser, server, like, { email }) {
    const context = await browser.newContext({ viewport: { width: like.width, height: 800 }, locale: 'en-GB',
        timezoneId: 'Europe/London', javaScriptEnabled: like.scripts === 'with', reducedMotion: 'reduce' });
    try {
        const visitor = new Visitor(await context.newPage(), server.address, { ...like, picture: `${like.picture}_joins` });
        await visitor.opens(await link_for(server, email));
        await visitor.finds_the_page_well();
        await visitor.fills_in('New password', 'password1234');
        await visitor.presses('Save password');
        await visitor.sees('There is a problem');
        await visitor.fills_in('New password', password);
        await visitor.presses('Save password');
        await visitor.sees('Your new password is set');
        await visitor.fills_in('Email address', email);
        await visitor.fills_in('Password', password);
        await visitor.presses('Continue');
        await sets_up_codes(visitor);
        visitor.met_no_trouble();
    } finally {
        await context.close();
    }
}

export async function steps({ visitor, step, width, scripts }) {
    const server = await start_server({ area: 'empty' });
    const shown = visitor.address;
    visitor.address = server.address;
    const ann = { name: 'Ann Onn', email: 'ann@example.org' };
    const people = [
        { name: 'Bo Ray', email: 'bo@example.org', role: 'Adviser' },
        { name: 'Cy Orme', email: 'cy@example.org', role: 'Advice service manager' },
    ];
    try {
        await step('the checker works while nobody has an account, and staff pages lead to the set-up', async () => {
            await visitor.opens('/check');
            await visitor.opens('/account');
            await visitor.sees_heading('Set up Onroll');
            await visitor.finds_the_page_well();
        });
        await step('the secret that the server printed makes the first organisation', async () => {
            const secret = /Set-up secret, for 30 minutes: ([\w-]+)/.exec(server.log())[1];
            await visitor.fills_in('Set-up secret', secret);
            await visitor.chooses('Advice service');
            await visitor.fills_in('Name of the organisation', 'Riverside Advice');
            await visitor.fills_in('Your name', ann.name);
            await visitor.fills_in('Your work email address', ann.email);
            await visitor.fills_in('Password', 'riversideadvice');
            await visitor.presses('Set up');
            await visitor.sees('Choose a password that is not made from your name');
            await visitor.holds('Name of the organisation', 'Riverside Advice');
            await visitor.fills_in('Set-up secret', secret);
            await visitor.fills_in('Password', password);
            await visitor.presses('Set up');
            await sets_up_codes(visitor);
        });
        await step('the administrator invites two people', async () => {
            for (const person of people) await invites(visitor, person);
            await visitor.finds_the_page_well();
        });
        await step('each joins with a password and an app of their own', async () => {
            const like = { width, scripts, picture: 'staff_first_hour' };
            for (const person of people) await joins(visitor.page.context().browser(), server, like, person);
        });
        await step('the list shows three people who can sign in', async () => {
            await visitor.opens('/staff');
            await visitor.finds_the_page_well();
            assert.equal(await visitor.page.getByText('Active', { exact: true }).count(), 3);
        });
        await step('signing out leaves nothing behind', async () => {
            await visitor.presses('Sign out');
            await visitor.sees_heading('You have signed out');
            await visitor.opens('/staff');
            await visitor.sees_heading('Sign in');
        });
        visitor.met_no_trouble();
    } finally {
        await server.stop();
        visitor.address = shown;
    }
}
