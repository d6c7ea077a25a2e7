// Somebody who was invited takes it up: the link of the message, a password, an authenticator app, which is played by the time-based
// code of RFC 6238.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Visitor } from './visitor.mjs';

export const password = 'plum tart & violins';

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

export async function sets_up_codes(visitor) {
    await visitor.sees_heading('Set up sign-in codes');
    await visitor.finds_the_page_well();
    const letters = await visitor.page.locator('details code').textContent();
    await visitor.fills_in('Code', '000000');
    await visitor.presses('Continue');
    await visitor.sees('There is a problem');
    for (let tries = 0; tries < 2 && (await visitor.page.locator('h1').first().innerText()).trim() === 'Set up sign-in codes'; ++tries) {
        // The half minute may end between the code and the button.
        await visitor.fills_in('Code', app_code(letters));
        await visitor.presses('Continue');
    }
    await visitor.sees_heading('Keep your recovery codes');
    await visitor.finds_the_page_well();
    assert.equal(await visitor.page.locator('.onr-codes li').count(), 10);
    await visitor.presses('I have kept them');
    await visitor.sees_heading('Start');
}

/// The invited person, in a browser of their own, signs in for the first time, and goes on.
export async function joins(browser, server, like, { email }, and_then = async () => {}) {
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
        await and_then(visitor);
        visitor.met_no_trouble();
    } finally {
        await context.close();
    }
}
