// An administrator makes a key for a program: it is shown once, opens one thing, says when it was used, and is revoked.
// Follows trust.md A-16.
import assert from 'node:assert/strict';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'an administrator makes a key for a program, sees that it was used, and revokes it';
export const widths = [320];

export async function steps({ visitor, step, server, scripts }) {
    const program = `Nightly copy ${scripts}`;
    let key = '';
    const ask = (secret) => fetch(`${server.address}/api/v1/audit/head`, { headers: { authorization: `Bearer ${secret}` } });
    await step('given an administrator who has signed in', async () => {
        await signs_in(visitor, server, 'admin@tidemoor.example');
        await visitor.opens('/staff');
        await visitor.follows('Keys for programs');
        await visitor.finds_the_page_well();
    });
    await step('when a key is made, it is shown once', async () => {
        visitor.expects('/staff/keys/new', 400);
        await visitor.follows('Make a key');
        await visitor.presses('Make the key');
        await visitor.sees('There is a problem');
        await visitor.finds_the_page_well();
        await visitor.fills_in('What the program is called', program);
        await visitor.chooses('Check the audit record');
        await visitor.chooses('90 days');
        await visitor.presses('Make the key');
        await visitor.sees_heading('Keep the key');
        await visitor.finds_the_page_well();
        key = /onroll_[\w-]+/.exec(await visitor.words())[0];
    });
    await step('then it opens what it is for and nothing else', async () => {
        const answer = await ask(key);
        assert.equal(answer.status, 200);
        assert.equal((await answer.json()).whole, true);
        const headers = { authorization: `Bearer ${key}` };
        assert.equal((await fetch(`${server.address}/api/v1/children/${'0'.repeat(32)}`, { headers })).status, 404);
        assert.equal((await fetch(`${server.address}/staff`, { headers, redirect: 'manual' })).status, 303);
        assert.equal((await fetch(`${server.address}/api/v1/audit/head`)).status, 401);
    });
    await step('and the list says when it was used, and not the key', async () => {
        await visitor.opens('/staff/keys');
        await visitor.sees(program, 'Marian Oakes');
        await visitor.does_not_see(key);
        await visitor.finds_the_page_well();
    });
    await step('and once revoked it opens nothing', async () => {
        await visitor.follows(`Revoke ${program}`);
        await visitor.finds_the_page_well();
        await visitor.presses('Revoke the key');
        await visitor.sees('The key is revoked');
        assert.equal((await ask(key)).status, 401);
    });
}
