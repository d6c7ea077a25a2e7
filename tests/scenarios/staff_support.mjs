// An administrator lets somebody who looks after the server see staff and settings for an hour, and takes it back. They change
// nothing and open no record. Follows trust.md W-08.
import { joins } from './lib/joining.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { is_refused } from './lib/steps.mjs';

export const name = 'support is let in for an hour by the organisation alone, changes nothing, and is out when it is taken back';
export const scripts = ['with'];

export async function steps({ visitor, step, server, width, scripts }) {
    const helper = { name: `Sol Tern ${width}`, email: `sol${width}.${Date.now()}@support.example` };
    await step('given an administrator of the council', async () => {
        await signs_in(visitor, server, 'admin2@tidemoor.example');
        await visitor.opens('/staff');
        await visitor.follows('Support access');
        await visitor.sees('cannot see your organisation’s pages');
        await visitor.finds_the_page_well();
    });
    await step('when they let somebody look, what is missing is told by its field', async () => {
        await is_refused(visitor, 'Let them look', 'Enter their name');
        await visitor.fills_in('Name', helper.name);
        await visitor.fills_in('Email address', helper.email);
        await visitor.chooses('1 hour');
        await visitor.fills_in('What are they to look at?', 'Single sign-on does not lead back');
        visitor.expects('/staff/support', 200);
        await visitor.presses('Let them look');
        await visitor.sees('They may look now', helper.name, 'Until ');
        await visitor.finds_the_page_well();
    });
    await step('then they see staff and settings, no record, and no way to change anything', async () => {
        await joins(visitor.page.context().browser(), server, { width, scripts, picture: 'staff_support' }, helper, async (support) => {
            await support.opens('/staff');
            await support.sees('Priya Lund', helper.name);
            await support.finds_the_page_well();
            await support.opens('/staff/keys');
            for (const path of ['/people', '/staff/new', '/staff/teams', '/break-glass', '/agencies']) await support.opens(path, 404);
            // Meanwhile it is taken back.
            await visitor.opens('/staff/support');
            await visitor.presses(`Take it back from ${helper.name}`);
            await visitor.sees('They are out', 'Taken back on');
            await support.opens('/staff');
            await support.is_at('/sign-in');
        });
        await visitor.finds_the_page_well();
    });
}
