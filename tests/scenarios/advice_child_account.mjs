// A child tells an adviser what happened, in their own words: on a simple page by a link that opens once, or through the adviser.
// What is told is never altered. Follows capabilities.md N45 and R46, trust.md.
import assert from 'node:assert/strict';
import { has_a_case, path_of_link } from './lib/advice_family.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { on_their_own } from './lib/steps.mjs';

export const name = 'A child gives their own account by a link that opens once';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
    let address, link;
    await step('given a case, the adviser makes a link for the child', async () => {
        ({ address } = await has_a_case(visitor, family));
        await visitor.opens(`${address}/accounts`);
        await visitor.sees_heading('The child’s own account');
        visitor.picture = 'advice-accounts-empty';
        await visitor.finds_the_page_well();
        await visitor.fills_in('Before which meeting? (optional)', 'your meeting on Friday');
        await visitor.presses('Make a link for the child');
        await visitor.sees_heading('A link to hand over');
        link = await path_of_link(visitor);
        assert.match(link, /^\/open\/[\w-]{43}$/);
        visitor.picture = 'advice-link';
        await visitor.finds_the_page_well();
    });
    await step('a program that looks at every link in mail does not use it up', async () => {
        for (let i = 0; i < 3; ++i) {
            const looked = await fetch(server.address + link);
            assert.equal(looked.status, 200);
            assert.equal(looked.headers.get('referrer-policy'), 'no-referrer');
            assert.equal(looked.headers.get('cache-control'), 'no-store');
            assert.equal(looked.headers.get('set-cookie'), null);
        }
    });
    await step('without the link there is no sign that anything is there', async () => {
        const words_of = async (path) => (await (await fetch(server.address + path)).text()).replaceAll(/[\w-]{43}/g, '');
        assert.equal(await words_of(link), await words_of(`/open/${'x'.repeat(43)}`));
        assert.equal((await fetch(`${server.address}/family`)).status, 404);
    });
    await step('the child opens it and writes what happened', async () => {
        await on_their_own(visitor, server, 'child-open', async (child) => {
            await child.opens(link);
            await child.sees_heading('You have a private page');
            await child.finds_the_page_well();
            await child.presses('Open the page');
            await child.is_at('/family/account');
            await child.sees('This is for: your meeting on Friday.', 'There are no wrong answers');
            await child.page.goBack();
            await child.presses('Open the page');
            await child.is_at('/family/account');
            child.picture = 'child-account';
            await child.finds_the_page_well();
            await child.walks_with_the_tab_key();
            child.expects('/family/account', 400);
            await child.presses('Send');
            await child.sees('There is a problem', 'Write something in one of the boxes');
            child.expects('/family/account', 200);
            await child.fills_in('What happened?', 'He took my bag <b>first</b>. I shouted.');
            await child.fills_in('How did you feel?', 'Scared then. Angry now.');
            await child.chooses('Only my adviser');
            await child.presses('Send');
            await child.sees_heading('Thank you');
            child.picture = 'child-thanks';
            await child.finds_the_page_well();
            await child.opens('/family/account', 404);
            await child.sees('This page is closed');
            await child.opens(link);
            child.expects('/open', 404);
            await child.presses('Open the page');
            await child.sees_heading('This link does not work any more');
            child.picture = 'child-link-over';
            await child.finds_the_page_well();
        });
    });
    await step('the adviser reads it as it was written, and has a task to read it', async () => {
        await visitor.opens(`${address}/accounts`);
        await visitor.sees('Written by the child.', 'He took my bag <b>first</b>. I shouted.', 'Only my adviser', 'your meeting on Friday');
        visitor.picture = 'advice-accounts';
        await visitor.finds_the_page_well();
    });
    await step('another time the adviser writes it down for the child', async () => {
        await visitor.presses('Write it down for the child');
        visitor.picture = 'advice-account-new';
        await visitor.finds_the_page_well();
        await visitor.fills_in('What happened?', 'It was loud, and I hid.');
        await visitor.chooses('My adviser and my school');
        await visitor.presses('Save');
        await visitor.sees('Taken down by', 'It was loud, and I hid.', 'My adviser and my school');
    });
    await step('no address that was asked holds a link in the log', async () => {
        assert.ok(!server.log().includes(link.split('/').pop()), 'the link stands in the log');
        assert.ok(server.log().includes('/open/{link}'));
    });
}
