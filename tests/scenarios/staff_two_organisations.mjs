// Somebody is employed by the council and works for the advice service: two accounts, one for each. Going from one to the other
// takes a sign-in of its own, ends the one of before, and nothing of the first is left on the screen. Follows trust.md W-09.
import assert from 'node:assert/strict';
import { a_family_name, adds_a_child } from './lib/people.mjs';
import { forget_sign_in, signs_in, types_code, types_password } from './lib/sign_in.mjs';
import { path_of } from './lib/steps.mjs';

export const name = 'going from one organisation to another takes a new sign-in, and shows nothing of the first';

const at_the_council = 'sen@tidemoor.example';
const at_the_service = 'adviser2@advice.tidemoor.example';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    let record;
    let cookies_of_before;
    await step('given an officer of the council at a record', async () => {
        await signs_in(visitor, server, at_the_council);
        record = await adds_a_child(visitor, { given: 'Perpetua', family, born: '2012-11-03', sex: 'Female' });
        await visitor.opens(record);
        await visitor.sees('Tidemoor Council', family);
        cookies_of_before = await visitor.page.context().cookies(server.address);
    });
    await step('when they sign in to the service, the password alone opens neither', async () => {
        await types_password(visitor, at_the_service);
        await visitor.sees_heading('Enter your sign-in code');
        visitor.expects(record, 200);
        await visitor.opens(record);
        await visitor.is_at('/sign-in/code');
        await visitor.does_not_see(family);
    });
    await step('with the code the service is open, and Back to the council’s record asks for it anew and shows nothing', async () => {
        await types_code(visitor, server, at_the_service);
        await visitor.sees('Tidemoor Advice and Support');
        await visitor.does_not_see('Tidemoor Council', family);
        visitor.expects(record, 404);
        for (let back = 0; back < 8 && path_of(visitor) !== record; ++back) {
            await visitor.goes_back();
            await visitor.does_not_see(family);
        }
        await visitor.is_at(record);
        await visitor.sees_heading('We cannot find that page');
    });
    await step('no page of theirs names the other organisation', async () => {
        for (const path of ['/start', '/account', '/advice', '/people', '/drafts']) {
            await visitor.opens(path);
            await visitor.sees('Tidemoor Advice and Support', 'is confidential');
            await visitor.does_not_see('Tidemoor Council', family);
        }
        await visitor.opens('/account');
        await visitor.finds_the_page_well();
    });
    await step('and the council’s sign-in of before opens nothing any more', async () => {
        await visitor.page.context().addCookies(cookies_of_before.filter((one) => one.name === '__Host-onroll'));
        visitor.expects(record, 200);
        await visitor.opens(record);
        await visitor.is_at('/sign-in');
        await visitor.does_not_see(family);
        assert.ok(!(await visitor.page.content()).includes(family));
    });
    forget_sign_in(at_the_council);
    forget_sign_in(at_the_service);
}
