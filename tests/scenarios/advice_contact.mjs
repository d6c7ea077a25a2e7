// An adviser records a call while it lasts, a colleague changes it meanwhile, and nothing either of them wrote is lost.
import assert from 'node:assert/strict';
import { adviser, as_colleague, manager, opens_with_purpose } from './lib/advice.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { path_of } from './lib/steps.mjs';

export const name = 'An adviser records a contact, and nothing typed is lost';

export async function steps({ visitor, step, server, width, scripts }) {
    const called = `Invented Child ${width} ${scripts}`;
    await signs_in(visitor, server, adviser);
    await step('the form says what is missing, and that is little', async () => {
        await visitor.opens('/advice/contacts/new');
        visitor.picture = 'advice-contact-new';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
        visitor.expects('/advice/contacts', 400);
        await visitor.chooses('15');
        await visitor.presses('Save contact');
        await visitor.sees('There is a problem', 'Write what happened, or anything else that you know');
        await visitor.finds_the_page_well();
        visitor.expects('/advice/contacts', 200);
    });
    let address;
    await step('with what happened, it is saved, and shown as it was told', async () => {
        await visitor.fills_in('Child’s name (optional)', called);
        await visitor.fills_in('In their words', 'Sent home at half past twelve.');
        await visitor.presses('Save contact');
        await visitor.sees_heading('Contact');
        await visitor.sees(called, 'Sent home at half past twelve.', 'confidential');
        address = path_of(visitor);
        visitor.picture = 'advice-contact';
        await visitor.finds_the_page_well();
    });
    await step('it is first in the list', async () => {
        await visitor.follows('All contacts');
        await visitor.sees_heading('Contacts');
        await visitor.sees(called);
        visitor.picture = 'advice-contacts';
        await visitor.finds_the_page_well();
    });
    await step('a colleague says why, and sees it', () => as_colleague(visitor, server, manager, async (colleague) => {
        await opens_with_purpose(colleague, address);
        await colleague.sees('Sent home at half past twelve.');

        await visitor.opens(`${address}/change`);
        await colleague.opens(`${address}/change`);
        await colleague.fills_in('In their words', 'Sent home at half past twelve. The third time.');
        await colleague.presses('Save');
        await colleague.sees('The third time.');
    }));
    await step('what the colleague saved is shown beside what was typed, and one is chosen', async () => {
        await visitor.fills_in('In their words', 'Sent home at half past twelve, with no letter.');
        await visitor.presses('Save');
        await visitor.sees_heading('Somebody else changed this contact');
        await visitor.sees('The third time.', 'with no letter.');
        visitor.picture = 'advice-compare';
        await visitor.finds_the_page_well();
        await visitor.presses('Save');
        await visitor.sees_heading('Contact');
        await visitor.sees('with no letter.');
        assert.equal(path_of(visitor), address);
    });
}
