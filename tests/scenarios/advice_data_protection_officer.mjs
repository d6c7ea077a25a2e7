// The work of the advice service's data protection officer: they open no record, and find the person, keep the clock, read what is held
// in the copy, and leave out what others said. Follows trust.md W-07, D7, G-02 and G-04.
import assert from 'node:assert/strict';
import { has_a_case } from './lib/advice_family.mjs';
import { a_family_name } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { day_from_now, path_of } from './lib/steps.mjs';

export const name = 'the advice service’s data protection officer gives a copy without opening the record';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    const picture = (of) => visitor.takes_a_picture(`advice_officer_${of}`);
    let record = '';
    await step('given a family with a case, and a note of what the mother said', async () => {
        await signs_in(visitor, server, 'adviser@advice.tidemoor.example');
        const made = await has_a_case(visitor, family);
        record = made.record;
        await visitor.opens(`${made.address}/notes/new`);
        await visitor.page.locator('main textarea').first().fill('The mother rang about the father');
        await visitor.presses('Save');
    });
    await step('when the officer looks for the child, the name is no way into the record', async () => {
        await signs_in(visitor, server, 'dpo@advice.tidemoor.example');
        await visitor.clicks(visitor.page.locator('main').getByRole('link', { name: 'People', exact: true }));
        await visitor.is_at('/people');
        await visitor.page.getByLabel('Search', { exact: true }).fill(`Astrid ${family}`);
        await visitor.presses('Search');
        await visitor.sees('Who fits best', family);
        await visitor.finds_the_page_well();
        await picture('found');
        assert.equal(await visitor.page.locator(`main a[href="${record}"]`).count(), 0, 'the name leads to a record that is not theirs to open');
        await visitor.opens(record, 404);
    });
    await step('a request to see it is recorded, and its clock runs', async () => {
        await visitor.opens(`${record}/requests`);
        await visitor.finds_the_page_well();
        await picture('requests');
        await visitor.fills_in('Who asks?', 'The child’s father');
        await visitor.fills_in_date('When was it received?', day_from_now(0));
        await visitor.chooses('No, we know them');
        await visitor.presses('Start the clock');
        await visitor.sees('A request for this record');
        await visitor.finds_the_page_well();
    });
    const asked = path_of(visitor);
    await step('everything that is held is shown, and what others said is left out of the copy', async () => {
        await visitor.follows('Make the copy for the person');
        await visitor.is_at(`${record}/copy`);
        await visitor.sees('The mother rang about the father', 'Case 1');
        await visitor.finds_the_page_well();
        await picture('copy');
        const questions = visitor.page.locator('main select');
        for (let i = 0; i < await questions.count(); ++i) await questions.nth(i).selectOption('others');
        await visitor.chooses('As a page to read or print');
        await visitor.presses('Make the copy');
        await visitor.sees('What we hold about you', 'What we left out', family);
        await visitor.does_not_see('The mother rang', 'Ylva', 'Quiet Court', 'Tidemoor Council');
        await visitor.finds_the_page_well();
        await picture('copy_page');
    });
    await step('the request is answered', async () => {
        await visitor.opens(asked);
        await visitor.chooses('We answered');
        await visitor.fills_in_date('When?', day_from_now(0));
        await visitor.fills_in('In your words (optional)', 'By post');
        await visitor.presses('Save');
        await visitor.sees('Answered');
        await visitor.does_not_see('What happened next');
    });
    await step('who has seen the record is one link away, and Back leads to the requests', async () => {
        await visitor.opens(`${record}/requests`);
        await visitor.follows('Who has seen this record');
        await visitor.sees('Who has seen this record');
        await visitor.finds_the_page_well();
        await visitor.follows('Back');
        await visitor.is_at(`${record}/requests`);
    });
    await step('a fact that somebody disputes is kept with both views, once the officer has said why they look', async () => {
        await visitor.follows('What is disputed');
        if (path_of(visitor) === '/purpose') {
            await visitor.page.getByRole('radio').first().check();
            await visitor.presses('Open the record');
        }
        await visitor.is_at(`${record}/disputes`);
        await visitor.finds_the_page_well();
        await visitor.fills_in('Which fact?', 'The day of the call');
        await visitor.fills_in('What does the record say?', 'Monday');
        await visitor.fills_in('What do they say?', 'Tuesday');
        await visitor.fills_in('Who says so?', 'The father');
        await visitor.presses('Keep both views');
        await visitor.sees('The father says');
        await visitor.follows('Back');
        await visitor.is_at(`${record}/requests`);
    });
    await step('its use is restricted, and used again', async () => {
        await visitor.follows('Restrict its use');
        await visitor.chooses('They say it is wrong, and we are checking');
        await visitor.fills_in('What is to be settled?', 'The day of the call');
        await visitor.presses('Restrict its use');
        await visitor.sees('In force');
        await visitor.finds_the_page_well();
        await visitor.fills_in_date('When were they told?', day_from_now(0));
        await visitor.presses('End the restriction');
        await visitor.sees('Ended');
    });
    await step('how long it is kept leads back to the requests too', async () => {
        await visitor.opens(`${record}/requests`);
        await visitor.follows('How long it is kept');
        await visitor.is_at(`${record}/keep`);
        await visitor.sees('Keep this record until 17 March 2039');
        await visitor.finds_the_page_well();
        await visitor.follows('Back');
        await visitor.is_at(`${record}/requests`);
    });
    for (const page of ['/data-protection', '/data-protection/complaints', '/data-protection/breaches', '/data-protection/processing',
        '/data-protection/assessment', '/data-protection/notice', '/people/requests', '/people/limits', '/people/retention', '/audit',
        '/audit/unusual'])
        await step(`${page} is theirs, and is well`, async () => {
            await visitor.opens(page);
            await visitor.sees('is confidential');
            await visitor.finds_the_page_well();
        });
}
