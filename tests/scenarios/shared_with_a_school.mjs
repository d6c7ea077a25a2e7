// A council shares a part of a child's record with a school for a while. The school's SENCO finds it, sees what is shared and
// nothing else; the council sees that it was opened; and once sharing stops there is nothing to find. Follows trust.md W-04, W-05.
import { a_family_name, adds_a_child, moves_to } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { day_from_now, path_of } from './lib/steps.mjs';

export const name = 'A SENCO opens what the council shares, and no more, for as long as it is shared';

const senco = 'senco@high.tidemoor.example';
const officer = 'inclusion@tidemoor.example';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    let record = '';
    await step('given a child of the council with a need', async () => {
        await signs_in(visitor, server, officer);
        record = await adds_a_child(visitor, { given: 'Bryony', family, born: '2014-04-02', sex: 'Female' });
    });
    await step('and a home that is protected', async () => {
        await moves_to(visitor, record, { line: '9 Reed Walk', postcode: 'ZZ8 4RW' });
    });
    await step('when the officer shares names and home with the school', async () => {
        await visitor.opens(record);
        await visitor.follows('Consents and sharing');
        await visitor.sees('Nothing is shared');
        await visitor.finds_the_page_well();
        await visitor.follows('Share something');
        await visitor.picks('With which agency?', 'Tidemoor High School');
        await visitor.chooses('Names and date of birth');
        await visitor.chooses('Where the child lives, unless it is protected');
        await visitor.fills_in('What do they need it for?', `To welcome Bryony ${family} on her first day`);
        await visitor.chooses('A legal duty');
        await visitor.fills_in('Which law?', 'Children Act 1989, section 47');
        await visitor.fills_in_date('First day', day_from_now(0));
        await visitor.fills_in_date('Last day', day_from_now(30));
        await visitor.presses('Share');
        await visitor.sees('Shared with Tidemoor High School');
        await visitor.finds_the_page_well();
    });
    let share = '';
    await step('then the SENCO finds it from the start page, and sees what is shared and no more', async () => {
        await signs_in(visitor, server, senco);
        await visitor.clicks(visitor.page.locator('main').getByRole('link', { name: 'Shared with us' }));
        await visitor.is_at('/shared');
        await visitor.finds_the_page_well();
        await visitor.takes_a_picture('shared_list');
        await visitor.follows(`Bryony ${family}`);
        share = path_of(visitor);
        await visitor.sees(`Bryony ${family}`, 'Shared by Tidemoor Council', 'A protected address is never shared');
        await visitor.does_not_see('Reed Walk', 'Schools', 'Special educational needs');
        await visitor.finds_the_page_well();
        await visitor.takes_a_picture('shared_record');
        await visitor.walks_with_the_tab_key();
        visitor.expects(record, 404);
        await visitor.opens(record, 404);
    });
    await step('and nobody of another organisation or of the advice service finds anything', async () => {
        await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
        await visitor.opens('/shared');
        await visitor.sees('Nothing is shared with you today');
        await visitor.does_not_see(family);
        await visitor.finds_the_page_well();
        await visitor.opens(share, 404);
    });
    await step('when the officer looks at who has seen the record, the school is there, and sharing stops', async () => {
        await signs_in(visitor, server, officer);
        await visitor.opens(record);
        await visitor.follows('Who has seen this record');
        await visitor.sees('Somebody at Tidemoor High School', 'Shared with them');
        await visitor.does_not_see('Shanti Moor');
        await visitor.opens(`${record}/consents`);
        await visitor.presses('Stop sharing');
        await visitor.sees('Ended');
    });
    await step('then the SENCO finds it no more', async () => {
        await signs_in(visitor, server, senco);
        await visitor.opens('/shared');
        await visitor.does_not_see(family);
        await visitor.opens(share, 404);
        await visitor.does_not_see(family);
    });
}
