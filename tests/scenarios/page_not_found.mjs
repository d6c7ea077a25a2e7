// Somebody who comes by a wrong address is told so plainly, and can go on from there.
import assert from 'node:assert/strict';

export const name = 'A wrong address says so and leads on';

export async function steps({ visitor, step }) {
    await step('given a wrong address', () => visitor.opens('/no-such-page', 404));
    await step('then the page says that it is not there', () => visitor.sees_heading('We cannot find that page'));
    await step('and it is well', () => visitor.finds_the_page_well());
    await step('and leads home', async () => {
        const links = await visitor.page.locator('a[href="/"]').count();
        assert.ok(links > 0, 'no link leads to the front page');
    });
}
