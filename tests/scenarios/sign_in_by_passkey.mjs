// A member of staff makes a passkey and signs in by it, without password and code. Chromium plays the device.
import { forget_sign_in, signs_in } from './lib/sign_in.mjs';

export const name = 'a passkey is made, used and taken away';
export const scripts = ['with'];
export const widths = [320, 1280];

const users = { 320: 'sen@tidemoor.example', 1280: 'admissions@tidemoor.example' };

export async function steps({ visitor, step, server, width }) {
    const user = users[width];
    const device = await visitor.page.context().newCDPSession(visitor.page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', { options: {
        protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
        isUserVerified: true, automaticPresenceSimulation: true,
    } });
    await signs_in(visitor, server, user);
    await step('a passkey needs a name', async () => {
        await visitor.opens('/account/ways');
        visitor.picture = 'ways-to-sign-in';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        visitor.expects('/account/ways/passkeys', 400);
        await visitor.presses('Make a passkey');
        await visitor.sees('Enter a name for the passkey');
        visitor.expects('/account/ways/passkeys', 200);
    });
    await step('the device makes it', async () => {
        await visitor.fills_in('Name of a new passkey', 'Blue key');
        await visitor.presses('Make a passkey');
        await visitor.sees_heading('Make a passkey');
        visitor.picture = 'passkey-make';
        await visitor.finds_the_page_well();
        await visitor.page.getByRole('button', { name: 'Make it now' }).click();
        await visitor.page.getByText('Blue key').first().waitFor();
        await visitor.sees('Blue key', 'Not yet');
    });
    await step('signed out, the passkey alone signs in', async () => {
        await visitor.presses('Sign out');
        forget_sign_in(user);
        await visitor.opens('/sign-in');
        await visitor.follows('Sign in with a passkey');
        await visitor.sees_heading('Sign in with a passkey');
        visitor.picture = 'passkey-use';
        await visitor.finds_the_page_well();
        await visitor.page.getByRole('button', { name: 'Use a passkey' }).click();
        await visitor.page.waitForURL('**/start');
        await visitor.sees_heading('Start');
    });
    await step('it is taken away by its owner, and then of no use', async () => {
        await visitor.opens('/account/ways');
        await visitor.presses('Remove');
        await visitor.sees_heading('Ways to sign in');
        await visitor.does_not_see('Blue key');
        await visitor.presses('Sign out');
        await visitor.opens('/sign-in/passkey');
        visitor.expects('/sign-in/passkey', 403);
        await visitor.page.getByRole('button', { name: 'Use a passkey' }).click();
        await visitor.page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
        await visitor.sees('The passkey could not be used');
        await visitor.finds_the_page_well();
    });
}
