// A council shares a part of a child's record with a school for a while. The school's SENCO finds it, sees what is shared and
// nothing else; the council sees that it was opened; and once sharing stops there is nothing to find. Follows trust.md W-04, W-05.
import { signs_in } from './lib/sign_in.mjs';

export const name = 'A SENCO opens what the council shares, and no more, for as long as it is shared';

const two = (number) => String(number).padStart(2, '0');
function days_from_now(days) {
    const day = new Date(Date.now() + days * 86_400_000);
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const senco = 'senco@high.tidemoor.example';
const officer = 'inclusion@tidemoor.example';

export async function steps({ visitor, step, server, width, scripts }) {
    const run = (width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1);
    const family = ['Wexcombe', 'Yarrowby', 'Zennor', 'Aldermere'][run];
    let record = '';
    await step('given a child of the council with a need', async () => {
        await signs_in(visitor, server, officer);
        await visitor.opens('/people/new');
        await visitor.fills_in('First name', 'Bryony');
        await visitor.fills_in('Last name', family);
        await visitor.fills_in_date('Date of birth', '2014-04-02');
        await visitor.chooses('Female');
        await visitor.presses('Save and continue');
        record = new URL(visitor.page.url()).pathname;
    });
    await step('and a home that is protected', async () => {
        await visitor.opens(`${record}/move`);
        await visitor.fills_in('First line of the address', '9 Reed Walk');
        await visitor.fills_in('Town', 'Tidemoor');
        await visitor.fills_in('Postcode', 'ZZ8 4RW');
        await visitor.fills_in_date('When did they move?', '2026-01-05');
        await visitor.chooses('Yes, protect it');
        await visitor.presses('Save the new address');
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
        await visitor.fills_in_date('First day', days_from_now(0));
        await visitor.fills_in_date('Last day', days_from_now(30));
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
        await visitor.takes_a_picture(`shared_list_${width}_${scripts}`);
        await visitor.follows(`Bryony ${family}`);
        share = new URL(visitor.page.url()).pathname;
        await visitor.sees(`Bryony ${family}`, 'Shared by Tidemoor Council', 'A protected address is never shared');
        await visitor.does_not_see('Reed Walk', 'Schools', 'Special educational needs');
        await visitor.finds_the_page_well();
        await visitor.takes_a_picture(`shared_record_${width}_${scripts}`);
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
