// People of the demonstration signing in: their codes come from `onroll demo code`. What a sign-in gave is kept for the other
// runs of the same person.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { half_a_minute_passes } from './later.mjs';
import { program } from './server.mjs';

const kept = new Map();
const minutes_kept = 8; // shorter than a proof counts as fresh

export const demo_password = 'lantern oakum saltmarsh';

/// The code that this person's app shows now.
export function code_of(server, user) {
    const said = spawnSync(program, ['demo', 'code', user, '--data', server.data], { encoding: 'utf8' });
    assert.equal(said.status, 0, said.stderr);
    return said.stdout.trim();
}

export async function types_password(visitor, email, password = demo_password) {
    await visitor.opens('/sign-in');
    await visitor.fills_in('Email address', email);
    await visitor.fills_in('Password', password);
    await visitor.presses('Continue');
}

// Who typed a code, at which server.
const typed = new Set();

/// Types the code that is asked for. A code works once, so it is the next one for whoever signed in before; and another where the half
/// minute ended between the code and the button.
export async function types_code(visitor, server, email) {
    visitor.expects('/sign-in/code', 400);
    for (let tries = 0; tries < 2; ++tries) {
        const who = `${email} at ${server.address}`;
        if (typed.has(who)) half_a_minute_passes(server, email);
        typed.add(who);
        await visitor.fills_in('Code', code_of(server, email));
        await visitor.presses('Sign in');
        if (!(await visitor.page.locator('h1').first().innerText()).includes('sign-in code')) return;
    }
}

/// Signs in as somebody of the demonstration, by the pages the first time, and opens their start page.
export async function signs_in(visitor, server, email) {
    // In a browser where somebody else is signed in, signing in would end what is kept of them.
    await visitor.page.context().clearCookies();
    const before = kept.get(email);
    if (before && before.server === server.address && Date.now() - before.at < minutes_kept * 60_000) {
        await visitor.page.context().addCookies(before.cookies);
    } else {
        await types_password(visitor, email);
        await types_code(visitor, server, email);
        const cookies = await visitor.page.context().cookies(server.address);
        kept.set(email, { server: server.address, at: Date.now(), cookies });
    }
    await visitor.opens('/start');
    await visitor.sees_heading('Start');
}

/// After somebody signed out, or proved again who they are: what was kept is of no use.
export const forget_sign_in = (email) => kept.delete(email);
