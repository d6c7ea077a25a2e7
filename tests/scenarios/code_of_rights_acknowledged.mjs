// A head teacher acknowledges the area's code of rights for the school, and the council sees it.
import assert from 'node:assert/strict';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'A school acknowledges the code of rights';

export async function steps({ visitor, step, server }) {
    await step('a school’s office reads that only the head teacher can', async () => {
        await signs_in(visitor, server, 'office@high.tidemoor.example');
        await visitor.opens('/code-of-rights');
        assert.equal(await visitor.page.getByRole('button', { name: /We have read it/ }).count(), 0);
        visitor.picture = 'code-acknowledge-office';
        await visitor.finds_the_page_well();
        await visitor.page.context().clearCookies();
    });
    await step('the head teacher acknowledges the version that holds', async () => {
        await signs_in(visitor, server, 'head@high.tidemoor.example');
        await visitor.opens('/start');
        await visitor.follows('Code of rights');
        await visitor.sees_heading('Code of rights');
        visitor.picture = 'code-acknowledge-head';
        await visitor.finds_the_page_well();
        // The same school again in a later run of this scenario: it has.
        if (await visitor.page.getByRole('button', { name: /We have read it/ }).count()) {
            await visitor.presses(/We have read it/);
            await visitor.sees('Kept. The council sees that your school has acknowledged the code.');
        }
        await visitor.sees('Acknowledged on', 'by Martin Eddow');
        visitor.picture = 'code-acknowledged';
        await visitor.finds_the_page_well();
        // The news that it was kept takes the focus, so the walk starts on the page asked afresh.
        await visitor.opens('/code-of-rights');
        await visitor.walks_with_the_tab_key();
        await visitor.page.context().clearCookies();
    });
    await step('then the council sees who did, and when', async () => {
        await signs_in(visitor, server, 'inclusion2@tidemoor.example');
        await visitor.opens('/code-of-rights');
        await visitor.sees('acknowledged it', 'Tidemoor High School', 'Martin Eddow', 'Harbour Light Academy', 'Ines Galloway');
        visitor.picture = 'code-acknowledged-council';
        await visitor.finds_the_page_well();
    });
}
