// A colleague opens a child's record outside the caseload: asked why, written down, seen by whoever works with the
// child and by the data protection officer. Two people change one record; and a protected address is opened in an
// emergency. Follows trust.md Z-05, Z-06, R-09 and L-05.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/server.mjs';
import { Visitor } from './lib/visitor.mjs';

export const name = 'A colleague looks outside the caseload, and it shows';

const program = process.env.ONROLL_PROGRAM ?? join(root, 'build/release/onroll');
// A code works once, so whoever signed in stays so for the later runs.
const signed_in = new Map();

function code_of(user, data) {
    const said = spawnSync(program, ['demo', 'code', user, '--data', data], { encoding: 'utf8' });
    if (said.status !== 0) throw new Error(said.stderr);
    return said.stdout.trim();
}

async function signs_in(visitor, server, user) {
    const context = visitor.page.context();
    await context.clearCookies();
    const key = `${server.address} ${user}`;
    if (signed_in.has(key)) {
        await context.addCookies(signed_in.get(key));
        return;
    }
    await visitor.opens('/sign-in');
    await visitor.fills_in('Email address', user);
    await visitor.fills_in('Password', 'lantern oakum saltmarsh');
    await visitor.presses('Continue');
    await visitor.fills_in('Code', code_of(user, server.data));
    await visitor.presses('Sign in');
    signed_in.set(key, await context.cookies());
}

export async function steps({ visitor, step, server, width, scripts }) {
    const run = (width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1);
    const colleague = ['admissions', 'sen', 'virtualschool', 'attendance'][run] + '@tidemoor.example';
    const name_of_colleague = ['Rosa Venn', 'Gethin Marsh', 'Colm Harrow', 'Ada Fenwright'][run];
    // The child has the colleague's own surname, which is a reason to ask why they looked.
    const family = name_of_colleague.split(' ')[1];
    const worker = 'inclusion2@tidemoor.example';
    const officer = 'dpo@tidemoor.example';
    let record = '';

    await step('given a child on the caseload of one officer', async () => {
        await signs_in(visitor, server, worker);
        await visitor.opens('/people/new');
        await visitor.fills_in('First name', 'Linnet');
        await visitor.fills_in('Last name', family);
        await visitor.fills_in_date('Date of birth', '2013-05-09');
        await visitor.chooses('Female');
        await visitor.presses('Save and continue');
        record = new URL(visitor.page.url()).pathname;
        await visitor.opens(`${record}/move`);
        await visitor.fills_in('First line of the address', '5 Still Water');
        await visitor.fills_in('Town', 'Tidemoor');
        await visitor.fills_in('Postcode', 'ZZ8 1SW');
        await visitor.fills_in_date('When did they move?', '2026-01-05');
        await visitor.chooses('Yes, protect it');
        await visitor.presses('Save the new address');
    });
    const person = record.split('/').at(-1);

    await step('when the data protection officer names who is told in an emergency', async () => {
        await signs_in(visitor, server, officer);
        await visitor.opens('/audit');
        await visitor.finds_the_page_well();
        await visitor.follows('Records opened in an emergency');
        await visitor.follows('Choose the two people who are told');
        await visitor.finds_the_page_well();
        await visitor.picks('First person', 'Jean Amory');
        await visitor.picks('Second person', 'Jean Amory');
        visitor.expects('/break-glass/people', 400);
        await visitor.presses('Save');
        await visitor.sees('There is a problem', 'Choose two different people');
        await visitor.finds_the_page_well();
        await visitor.picks('Second person', 'Marian Oakes');
        await visitor.presses('Save');
        await visitor.sees('Jean Amory and Marian Oakes are told at once');
        await visitor.finds_the_page_well();
    });

    await step('and a colleague opens the record, then they are asked why', async () => {
        await signs_in(visitor, server, colleague);
        await visitor.opens(record);
        await visitor.is_at('/purpose');
        await visitor.finds_the_page_well();
        await visitor.does_not_see('Linnet');
        visitor.expects('/purpose', 400);
        await visitor.presses('Open the record');
        await visitor.sees('There is a problem', 'Choose why you are opening this record');
        await visitor.finds_the_page_well();
        await visitor.page.locator('input[name=purpose]').first().check();
        await visitor.presses('Open the record');
        await visitor.is_at(record);
        await visitor.sees(`Linnet ${family}`);
        await visitor.does_not_see('Still Water');
    });

    await step('when both change the record, the later one sees both answers and loses neither', async () => {
        const other = await visitor.page.context().browser().newContext({
            viewport: visitor.page.viewportSize(), javaScriptEnabled: scripts === 'with',
        });
        try {
            const first = new Visitor(await other.newPage(), server.address, { width, scripts, picture: 'audit_first' });
            await signs_in(first, server, worker);
            await visitor.opens(`${record}/edit`);
            await first.opens(`${record}/edit`);
            await first.fills_in('Name they want used', 'Linnie');
            await first.act(() => first.page.locator('main form button[type=submit], main form button').first().click());
            first.met_no_trouble();
        } finally {
            await other.close();
        }
        await visitor.fills_in('Name they want used', 'Linny');
        visitor.expects(`${record}/edit`, 409);
        await visitor.act(() => visitor.page.locator('main form button[type=submit], main form button').first().click());
        await visitor.sees('Linnie', 'Linny', 'Nothing you typed has been lost');
        await visitor.finds_the_page_well();
        await visitor.chooses('Linny');
        await visitor.presses('Save these answers');
        await visitor.opens(record);
        await visitor.sees('Linny');
    });

    await step('when the colleague needs the protected address at once, they say why and it opens', async () => {
        await visitor.opens(`/break-glass/open?kind=person&record=${person}&next=${record}`);
        await visitor.sees('Jean Amory and Marian Oakes are told at once');
        await visitor.finds_the_page_well();
        await visitor.fills_in('Why this cannot wait', 'urgent');
        visitor.expects('/break-glass/open', 400);
        await visitor.presses('Open the record for 60 minutes');
        await visitor.sees('There is a problem', 'at least 20 characters');
        await visitor.finds_the_page_well();
        await visitor.holds('Why this cannot wait', 'urgent');
        await visitor.fills_in('Why this cannot wait', 'The child has not come home and the police are waiting');
        await visitor.presses('Open the record for 60 minutes');
        await visitor.is_at(record);
        await visitor.presses('Show the protected address');
        await visitor.sees('5 Still Water');
    });

    await step('then the officer sees who has seen the record, and reviews the emergency', async () => {
        await signs_in(visitor, server, officer);
        await visitor.opens(`/audit/records/person/${person}`);
        await visitor.sees(name_of_colleague, 'Outside their caseload', 'Opened the record in an emergency');
        await visitor.finds_the_page_well();
        await visitor.follows('The list to give to the family');
        await visitor.does_not_see(name_of_colleague);
        await visitor.finds_the_page_well();
        await visitor.opens('/break-glass');
        await visitor.opens_the_first('main a[href^="/break-glass/"]:not([href$="people"])');
        await visitor.sees(name_of_colleague, 'the police are waiting');
        await visitor.finds_the_page_well();
        await visitor.chooses('Yes');
        await visitor.fills_in('What you found', 'The child was found safe.');
        await visitor.presses('Save the review');
        await visitor.sees('Justified', 'The child was found safe.');
        await visitor.finds_the_page_well();
        for (const path of ['/audit/check', '/audit/unusual', '/alerts', '/drafts']) {
            await visitor.opens(path);
            await visitor.finds_the_page_well();
        }
        await visitor.opens('/audit/unusual');
        await visitor.sees(name_of_colleague, 'Opened a record with their own surname, outside their caseload');
        await visitor.opens('/audit/check');
        await visitor.sees('Every entry is as it was written');
        await visitor.walks_with_the_tab_key();
    });

    await step('and whoever may see no record learns nothing of it', async () => {
        await signs_in(visitor, server, 'leader@tidemoor.example');
        await visitor.opens(record, 404);
        await visitor.does_not_see('Linnet');
        await visitor.opens(`/audit/records/person/${person}`, 404);
        await visitor.opens('/alerts');
        await visitor.sees(`${name_of_colleague} opened a record in an emergency`);
        await visitor.does_not_see('Linnet');
    });
    assert.ok(person.length === 32);
}
