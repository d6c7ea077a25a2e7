// An officer of the council tries twelve ways to learn whether a family called the advice service. Each answers as if there were no
// such thing.
import assert from 'node:assert/strict';
import { adviser, as_colleague } from './lib/advice.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { path_of } from './lib/steps.mjs';

export const name = 'an officer tries twelve ways to learn of an advice contact, and learns nothing';
export const scripts = ['with'];

const child = 'Quillon Vexley';

/// The contact is recorded by an adviser in a browser of their own; each time of another child, since the same words twice are asked about.
const record_contact = (visitor, server) => as_colleague(visitor, server, adviser, async (colleague) => {
    await colleague.opens('/advice/contacts/new');
    await colleague.chooses('Phone');
    await colleague.fills_in('Child’s name (optional)', `${child} ${a_family_name()}`);
    await colleague.presses('Save');
    await colleague.sees(child);
    return path_of(colleague);
});

export async function steps({ visitor, step, server }) {
    const unknown = '0'.repeat(32);
    await signs_in(visitor, server, 'inclusion@tidemoor.example');
    /// The page of a path as the officer gets it, without what is random in it.
    const shown = async (path) => {
        const answer = await visitor.page.request.get(server.address + path, { maxRedirects: 0 });
        return { status: answer.status(), body: (await answer.text())
            .replace(/[\w-]{43,}|[0-9a-f]{32}/g, '').replace(/data-onr-time-out="\d+"/g, '') };
    };
    const own_pages = ['/start', '/people', '/alerts', '/drafts', '/account'];
    const before = new Map();
    for (const path of own_pages) before.set(path, await shown(path));
    const contact = await record_contact(visitor, server);
    const id = contact.split('/').at(-1);
    const same = async (what, one, other) => {
        await step(what, async () => {
            const [first, second] = [await shown(one), await shown(other)];
            assert.equal(first.status, second.status);
            assert.equal(first.body, second.body);
            assert.ok(!first.body.includes('Vexley'));
        });
    };
    await same('1 the contact’s own address', contact, `/advice/contacts/${unknown}`);
    await same('2 the address of its change', `${contact}/change`, `/advice/contacts/${unknown}/change`);
    await same('3 the list of contacts', '/advice/contacts', '/advice/contacts/enquiries');
    await same('4 older contacts than this one', `/advice/contacts?before=${id}`, `/advice/contacts?before=${unknown}`);
    await step('5 a search for the child by name', async () => {
        await visitor.opens('/people');
        await visitor.page.getByRole('textbox').first().fill(child);
        await visitor.page.keyboard.press('Enter');
        await visitor.page.getByText('Nobody fits').first().waitFor();
        assert.equal(await visitor.page.getByRole('link', { name: /Vexley/ }).count(), 0, 'a search finds the child of the contact');
        visitor.picture = 'advice-wall-search';
        await visitor.takes_a_picture();
    });
    await same('6 its id as a person', `/people/${id}`, `/people/${unknown}`);
    await same('7 who has seen it', `/audit/records/contact/${id}`, `/audit/records/contact/${unknown}`);
    await same('8 the question why it is opened', `/purpose?kind=contact&record=${id}&next=/start`,
        `/purpose?kind=contact&record=${unknown}&next=/start`);
    await same('9 breaking the glass', `/break-glass/open?kind=contact&record=${id}&next=/start`,
        `/break-glass/open?kind=contact&record=${unknown}&next=/start`);
    await step('10 the officer’s own pages are as they were before the contact', async () => {
        for (const path of own_pages) {
            const after = await shown(path);
            assert.equal(after.status, 200);
            assert.deepEqual(after, before.get(path), path);
        }
    });
    await step('11 the start page says nothing of the advice service', async () => {
        await visitor.opens('/start');
        await visitor.does_not_see('Contacts', 'Vexley');
    });
    await step('12 a change sent to it blindly is answered as one to nothing', async () => {
        const send = async (to) => (await visitor.page.request.post(`${server.address}/advice/contacts/${to}/change`, {
            form: { channel: 'phone', child_name: 'x', form_token: 'x' }, headers: { origin: server.address }, maxRedirects: 0,
        })).status();
        assert.equal(await send(id), await send(unknown));
    });
}
