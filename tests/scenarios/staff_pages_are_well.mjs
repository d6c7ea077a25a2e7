// The pages of an administrator: axe, 320 px, from the keyboard, with and without scripts.
import { signs_in } from './lib/sign_in.mjs';
import { path_of } from './lib/steps.mjs';

export const name = 'an administrator’s pages are well, and cover is arranged';

const administrator = 'admin@tidemoor.example';

export async function steps({ visitor, step, server }) {
    await step('the administrator signs in', async () => {
        await signs_in(visitor, server, administrator);
        await visitor.finds_the_page_well();
    });
    for (const page of ['/account', '/account/password', '/staff', '/staff/new', '/staff/teams', '/staff/cover', '/agencies'])
        await step(`${page} is well`, async () => {
            await visitor.opens(page);
            await visitor.finds_the_page_well();
        });
    await step('one member of staff, with what can be done', async () => {
        await visitor.opens('/staff');
        await visitor.follows('Tom Wickett');
        await visitor.finds_the_page_well();
        await visitor.follows('Disable the account');
        await visitor.finds_the_page_well();
        await visitor.follows('Keep the account');
        await visitor.follows('They lost their phone and recovery codes');
        visitor.expects(path_of(visitor), 400);
        await visitor.presses('Give new codes');
        await visitor.sees('Confirm that you have seen them and know them');
        await visitor.finds_the_page_well();
    });
    await step('a team gets another name, and is removed once nobody is in it', async () => {
        await visitor.opens('/staff/teams');
        await visitor.fills_in('Name of a new team', 'Noth');
        await visitor.presses('Add the team');
        await visitor.follows('Noth');
        await visitor.finds_the_page_well();
        await visitor.fills_in('Name of the team', 'North');
        await visitor.presses('Save the name');
        await visitor.sees('Saved', 'Nobody is in it');
        await visitor.follows('Remove the team');
        await visitor.finds_the_page_well();
        await visitor.presses('Remove the team');
        await visitor.sees('The team is removed');
        await visitor.follows('Inclusion');
        await visitor.follows('Remove the team');
        await visitor.sees('It cannot be removed yet', 'Priya Lund');
        await visitor.finds_the_page_well();
    });
    await step('cover with a mistake keeps what was typed, and then is arranged', async () => {
        await visitor.opens('/staff/cover');
        visitor.expects('/staff/cover', 400);
        await visitor.picks('Who is absent?', 'Priya Lund');
        await visitor.picks('Who stands in?', 'Priya Lund');
        await visitor.fills_in_date('First day', '2099-03-02');
        await visitor.fills_in_date('Last day', '2099-03-06');
        await visitor.presses('Save the cover');
        await visitor.sees('Select somebody other than the absent person');
        await visitor.finds_the_page_well();
        await visitor.picks('Who stands in?', 'Tom Wickett');
        await visitor.presses('Save the cover');
        await visitor.sees('2 March 2099', 'Tom Wickett');
        await visitor.finds_the_page_well();
        await visitor.clicks(visitor.page.getByRole('row').filter({ hasText: '2099' }).getByRole('link'));
        await visitor.sees('Tom Wickett stands in for Priya Lund', 'Keep the cover');
        await visitor.finds_the_page_well();
        await visitor.presses('End the cover');
        await visitor.does_not_see('2 March 2099');
    });
}
