// Two people of the advice service change one case at the same time. Nothing that either wrote is lost, nothing is written over
// unseen, and a form that is sent twice makes one record.
import assert from 'node:assert/strict';
import { adviser, as_colleague, manager, opens_a_case, opens_with_purpose } from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'Two advisers edit one case, and neither loses a word';

export async function steps({ visitor, step, server }) {
    // A child of its own for each run: the runs share one server.
    const family = a_family_name();
    let address;
    await step('given an adviser with a case', async () => {
        await signs_in(visitor, server, adviser);
        address = await opens_a_case(visitor, { given: 'Orla', family });
        visitor.picture = 'advice-case';
        await visitor.opens(address); // afresh: the banner that says what was saved takes the focus
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('when the adviser and the manager both open what is known of the child', async () => {
        await visitor.opens(`${address}/profile`);
        visitor.picture = 'advice-profile';
        await visitor.finds_the_page_well();
        await visitor.presses('Add what is known');
        await visitor.sees_heading('Change what is known');
        visitor.picture = 'advice-profile-form';
        await visitor.finds_the_page_well();
        await visitor.fills_in('Strengths', 'Mends bicycles.');
        await visitor.fills_in('What does the child want?', 'To go back to her friends.');
    });
    await step('and the manager saves first', () => as_colleague(visitor, server, manager, async (colleague) => {
        await opens_with_purpose(colleague, `${address}/profile/change`);
        await colleague.opens(`${address}/profile/change`);
        await colleague.fills_in('Strengths', 'Good with younger children.');
        await colleague.fills_in('Trusted adult at school', 'Invented Cook');
        await colleague.chooses('Housing');
        await colleague.presses('Save');
        await colleague.sees('Good with younger children.', 'Invented Cook', 'Housing');
    }));
    await step('then the adviser sees both answers beside each other', async () => {
        await visitor.presses('Save');
        await visitor.sees_heading('Somebody else changed this');
        await visitor.sees('Good with younger children.', 'Mends bicycles.');
        visitor.picture = 'advice-profile-compare';
        await visitor.finds_the_page_well();
    });
    await step('and saves what they choose; what only the manager wrote is still there', async () => {
        await visitor.presses('Save');
        await visitor.sees_heading('About the child');
        await visitor.sees('Mends bicycles.', 'To go back to her friends.');
        await visitor.opens(`${address}/profile/change`);
        const kept = await visitor.page.getByLabel('Trusted adult at school').inputValue();
        assert.ok(['Invented Cook', ''].includes(kept));
    });
    await step('a level that was moved meanwhile is shown, not written over', async () => {
        await visitor.opens(`${address}/levels/move`);
        visitor.picture = 'advice-level-form';
        await visitor.finds_the_page_well();
        await visitor.page.getByRole('radio', { name: 'Level 2', exact: true }).check();
        await visitor.fills_in('Why?', 'Second call.');
        await as_colleague(visitor, server, manager, async (colleague) => {
            await colleague.opens(`${address}/levels/move`);
            await colleague.page.getByRole('radio', { name: 'Level 3', exact: true }).check();
            await colleague.fills_in('Why?', 'Governors meet.');
            await colleague.presses('Save');
            await colleague.sees('Level 3, since');
        });
        await visitor.presses('Save');
        await visitor.sees_heading('Somebody else changed this case');
        await visitor.sees('Level 3', 'Level 2', 'Governors meet.');
        visitor.picture = 'advice-level-compare';
        await visitor.finds_the_page_well();
        await visitor.presses('Save');
        await visitor.sees('Level 2, since');
    });
    await step('a form that is sent twice makes one record', async () => {
        await visitor.opens(`${address}/levels/move`);
        const fields = await visitor.page.locator('form[action$="/levels/move"]').locator('input[type=hidden], input[name^=moved_on]').evaluateAll(
            (inputs) => inputs.map((input) => [input.name, input.value]));
        const form = { ...Object.fromEntries(fields), work: '1', level: '4', reason: 'Sent twice.' };
        for (let each = 0; each < 2; ++each) {
            const answer = await visitor.page.request.post(`${server.address}${address}/levels/move`,
                { form, headers: { Origin: server.address, 'Sec-Fetch-Site': 'same-origin' }, maxRedirects: 0 });
            assert.equal(answer.status(), 303);
        }
        await visitor.opens(`${address}/levels`);
        assert.equal(await visitor.page.getByText('Sent twice.').count(), 1);
        visitor.picture = 'advice-levels';
        await visitor.finds_the_page_well();
    });
}
