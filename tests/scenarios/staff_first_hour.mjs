// A new service's first hour: from the secret that the server prints to three people with two factors each. Each run has an empty
// server of its own. Authenticator apps are played by the time-based code of RFC 6238.
import assert from 'node:assert/strict';
import { joins, password, sets_up_codes } from './lib/joining.mjs';
import { start_server } from './lib/server.mjs';

export const name = 'a new service’s first hour: set up, invite two people, three second factors';

async function invites(visitor, { name, email, role }) {
    await visitor.opens('/staff/new');
    await visitor.fills_in('Name', name);
    await visitor.fills_in('Work email address', email);
    await visitor.chooses(role);
    await visitor.presses('Send the invitation');
    await visitor.sees('The invitation is on its way');
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
