// Somebody is called away from a page. Five minutes before the end they are warned, one press carries the sign-in on, and at
// the end the page is left, so that nobody else reads it. The browser's clock is moved, not waited for. Follows trust.md A-10.
import assert from 'node:assert/strict';
import { forget_sign_in, signs_in } from './lib/sign_in.mjs';

export const name = 'a sign-in that is about to end says so, goes on by one press, and leaves the page when it has ended';
export const scripts = ['with'];

const officer = 'inclusion2@tidemoor.example';

export async function steps({ visitor, step, server }) {
    const warning = visitor.page.locator('[data-onr-time-out]');
    const role = () => warning.getAttribute('role');
    await step('given an officer at a page with a form', async () => {
        await signs_in(visitor, server, officer);
        await visitor.page.clock.install();
        await visitor.opens('/people/new');
        await visitor.fills_in('First name', 'Marisol');
        assert.equal(await role(), null);
    });
    await step('when 25 minutes have passed, the page warns, and reads it out', async () => {
        await visitor.page.clock.fastForward('24:00');
        assert.equal(await role(), null);
        await visitor.page.clock.fastForward('01:01');
        await visitor.sees('You will be signed out in 5 minutes.');
        assert.equal(await role(), 'alert');
        await visitor.finds_the_page_well();
    });
    await step('when they press to stay, the warning goes and what they typed is still there', async () => {
        const answered = visitor.page.waitForResponse((answer) => answer.url().endsWith('/account/stay'));
        await visitor.page.getByRole('button', { name: 'Stay signed in' }).click();
        assert.equal((await answered).status(), 204);
        await visitor.page.waitForFunction(() => !document.querySelector('[data-onr-time-out]').hasAttribute('role'));
        await visitor.does_not_see('You will be signed out in 5 minutes.');
        await visitor.holds('First name', 'Marisol');
    });
    await step('on a narrow page, no field that has the focus lies under the warning', async () => {
        const size = visitor.page.viewportSize();
        await visitor.page.setViewportSize({ width: 320, height: 568 });
        await visitor.page.clock.fastForward('25:01');
        await visitor.sees('You will be signed out in 5 minutes.');
        const fields = await visitor.page.locator('main form input:not([type=hidden]), main form select').all();
        assert.ok(fields.length > 3, 'the page has fields to try');
        for (const field of fields) {
            await field.focus();
            const covered = await field.evaluate((element) => element.getBoundingClientRect().bottom >
                document.querySelector('.onr-time-out--near').getBoundingClientRect().top);
            assert.equal(covered, false, await field.getAttribute('name'));
        }
        await visitor.page.getByRole('button', { name: 'Stay signed in' }).click();
        await visitor.page.waitForFunction(() => !document.querySelector('[data-onr-time-out]').hasAttribute('role'));
        await visitor.page.setViewportSize(size);
    });
    await step('when nobody comes back for half an hour, the page is left', async () => {
        await visitor.page.clock.fastForward('25:01');
        await visitor.sees('You will be signed out in 5 minutes.');
        const left = visitor.page.waitForURL('**/sign-in/timed-out');
        await visitor.page.clock.fastForward('05:01');
        await left;
        await visitor.does_not_see('Marisol');
        forget_sign_in(officer);
    });
}
