// An officer has read a record on a shared computer and signs out. Whoever sits down next presses Back and sees nothing of it:
// the page was never kept, and asking for it anew asks to sign in. Follows trust.md S-09 and S-03.
import assert from 'node:assert/strict';
import { a_family_name, adds_a_child } from './lib/people.mjs';
import { forget_sign_in, signs_in } from './lib/sign_in.mjs';
import { the_sign_in_runs_out } from './lib/later.mjs';

export const name = 'after signing out, or after a sign-in that ran out, Back shows nothing of a record';
export const scripts_change_the_steps = true;

const officer = 'virtualschool@tidemoor.example';

/// What the browser itself keeps of our pages, where scripts may look.
const kept_by_the_browser = async () => ({
    local: localStorage.length, session: sessionStorage.length, caches: (await caches.keys()).length,
    cookies: document.cookie,
});

export async function steps({ visitor, step, server, scripts }) {
    const family = a_family_name();
    const child = `Odalys ${family}`;
    let record;
    await step('given a record that the officer made', async () => {
        await signs_in(visitor, server, officer);
        record = await adds_a_child(visitor, { given: 'Odalys', family, born: '2013-05-09', sex: 'Female' });
        await visitor.sees(child);
    });
    await step('its page may be kept by nobody', async () => {
        const answer = await visitor.page.goto(server.address + record);
        assert.equal(answer.headers()['cache-control'], 'no-store');
        await visitor.sees(child);
    });
    await step('when they sign out and somebody else goes back, the page is asked for anew, and nothing is shown', async () => {
        await visitor.presses('Sign out');
        forget_sign_in(officer);
        await visitor.sees_heading('You have signed out');
        await visitor.finds_the_page_well();
        const asked = visitor.page.waitForRequest((request) => new URL(request.url()).pathname === record);
        await visitor.page.goBack();
        await asked;
        await visitor.is_at('/sign-in');
        await visitor.does_not_see(child, family);
        assert.ok(!(await visitor.page.content()).includes(family));
    });
    await step('and the browser keeps nothing of it', async () => {
        assert.deepEqual(await visitor.page.context().cookies(server.address)
            .then((cookies) => cookies.filter((one) => one.name === '__Host-onroll')), []);
        if (scripts === 'with')
            assert.deepEqual(await visitor.page.evaluate(kept_by_the_browser), { local: 0, session: 0, caches: 0, cookies: '' });
    });
    await step('when a sign-in runs out while the record is open, a page further on and back shows nothing either', async () => {
        await signs_in(visitor, server, officer);
        await visitor.opens(record);
        await visitor.sees(child);
        the_sign_in_runs_out(server, officer);
        await visitor.opens('/account');
        await visitor.is_at('/sign-in');
        const asked = visitor.page.waitForRequest((request) => new URL(request.url()).pathname === record);
        await visitor.page.goBack();
        await asked;
        await visitor.is_at('/sign-in');
        await visitor.does_not_see(child, family);
        forget_sign_in(officer);
    });
}
