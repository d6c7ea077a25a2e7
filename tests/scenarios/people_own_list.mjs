// An officer looks through their own children, narrows the list and keeps it under a name; a colleague finds the view and sees none of
// the officer's children through it. capabilities.md table stake 11.
import { adds_a_child } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';

export const name = 'an officer keeps a view of their own children';

export async function steps({ visitor, step, server, width, scripts }) {
    // A child and a view of their own for each run: the runs share one server.
    const family = `${['Merrow', 'Pellory', 'Quenby', 'Ravensbourne'][(width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1)]}${Date.now() % 100000}`;
    const view_name = `At no school, ${family.replace(/[a-z]+/i, (word) => word[0])}`;
    await step('given an officer with a child at no school', async () => {
        await signs_in(visitor, server, 'virtualschool@tidemoor.example');
        await adds_a_child(visitor, { given: 'Isolde', family, born: '2013-05-09', sex: 'Female' });
        if ((await visitor.words()).includes('may be the same person')) await visitor.presses('Save and continue');
    });
    await step('when the list is narrowed, its filters are kept under a name', async () => {
        await visitor.opens('/people');
        await visitor.follows('Your children, as a list');
        await visitor.sees_heading('Your children');
        visitor.picture = 'people-own-list';
        await visitor.finds_the_page_well();
        await visitor.picks('School', 'No school on record');
        await visitor.presses('Show children');
        await visitor.sees(`Isolde ${family}`);
        await visitor.follows('Save this view');
        await visitor.sees('School: none on record.');
        visitor.expects('/people/list/views', 400);
        await visitor.presses('Save the view');
        await visitor.sees('There is a problem', 'Enter a name for the view');
        visitor.expects('/people/list/views', 200);
        await visitor.fills_in('Name of the view', view_name);
        await visitor.chooses('Everybody at Tidemoor Council who can see this list');
        await visitor.presses('Save the view');
        await visitor.sees('Saved views', `${view_name}, shown now`, `Isolde ${family}`);
        visitor.picture = 'people-own-list-view';
        await visitor.finds_the_page_well();
    });
    await step('then a colleague finds the view, and none of the officer’s children', async () => {
        await signs_in(visitor, server, 'inclusion@tidemoor.example');
        await visitor.opens('/people/list');
        await visitor.follows(view_name);
        await visitor.sees(`${view_name}, shown now`);
        await visitor.does_not_see(family);
    });
    await step('and its maker deletes it', async () => {
        await signs_in(visitor, server, 'virtualschool@tidemoor.example');
        await visitor.opens('/people/list');
        await visitor.follows(view_name);
        await visitor.follows('Rename or delete this view');
        await visitor.unfolds('Delete this view');
        await visitor.presses('Delete this view');
        await visitor.does_not_see(view_name);
    });
}
