// The work of a data protection officer: what waits, a complaint with its clock, a breach from the audit, records of processing,
// the notices, a record whose use is restricted, a disputed fact, and a copy for the person. Follows trust.md section 9.
import { a_family_name, adds_a_child_with_a_mother } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { day_from_now, is_refused, path_of } from './lib/steps.mjs';

export const name = 'A data protection officer finds what waits, and does it';

const officer = 'dpo@tidemoor.example';

export async function steps({ visitor, step, server, width, scripts }) {
    const run = (width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1);
    const family = a_family_name();
    const picture = (of) => visitor.takes_a_picture(`protection_${of}`);
    let record = '';
    await step('given a child with a parent', async () => {
        await signs_in(visitor, server, 'inclusion@tidemoor.example');
        record = await adds_a_child_with_a_mother(visitor, { given: 'Corin', family, born: '2013-05-09', sex: 'Male' }, 'Delphine');
    });
    await step('who says that a fact is wrong', async () => {
        await visitor.opens(record);
        await visitor.follows('What is disputed');
        await visitor.sees('Nothing in this record is disputed');
        await visitor.finds_the_page_well();
        await visitor.fills_in('Which fact?', 'The day of birth');
        await visitor.fills_in('What does the record say?', 'He was born on 9 May');
        await visitor.fills_in('What do they say?', 'He was born on 8 May, shortly before midnight');
        await visitor.fills_in('Who says so?', 'The mother');
        await visitor.presses('Keep both views');
        await visitor.sees('The mother says', 'shortly before midnight');
        await visitor.finds_the_page_well();
    });
    await step('when the officer opens what waits', async () => {
        await signs_in(visitor, server, officer);
        await visitor.clicks(visitor.page.locator('main').getByRole('link', { name: 'Data protection' }));
        await visitor.is_at('/data-protection');
        await visitor.finds_the_page_well();
        await picture('home');
        await visitor.walks_with_the_tab_key();
    });
    await step('a complaint is recorded and acknowledged', async () => {
        await visitor.opens('/data-protection/complaints');
        await visitor.finds_the_page_well();
        await is_refused(visitor, 'Start the clock');
        await visitor.fills_in('Who complains?', 'The mother of a child');
        await visitor.fills_in_date('When was it received?', day_from_now(-3));
        await visitor.fills_in('What is it about?', 'A letter came to the wrong door');
        await visitor.presses('Start the clock');
        await visitor.sees('Acknowledge by');
        await visitor.finds_the_page_well();
        await visitor.chooses('We acknowledged it');
        await visitor.fills_in_date('When?', day_from_now(-1));
        await visitor.presses('Save');
        await visitor.sees('Answer without delay');
        await visitor.finds_the_page_well();
        await picture('complaint');
    });
    await step('a breach shows who was affected, and its clock', async () => {
        await visitor.opens('/data-protection/breaches');
        await visitor.finds_the_page_well();
        await visitor.fills_in('What happened?', 'A laptop was left on a train, signed in');
        await visitor.fills_in_date('When did you know?', day_from_now(-1));
        await visitor.fills_in('At what time?', '9:30');
        await visitor.picks('Whose account was used?', 'Priya Lund');
        await visitor.fills_in_date('First day to look at', day_from_now(-1));
        await visitor.fills_in_date('Last day to look at', day_from_now(0));
        await visitor.presses('Start the clock');
        await visitor.sees('Report by', 'Who was affected', 'Priya Lund');
        await visitor.does_not_see(family);
        await visitor.finds_the_page_well();
        await picture('breach');
        await visitor.chooses('We decided about the Information Commissioner');
        await visitor.fills_in_date('When were they told?', day_from_now(0));
        await visitor.presses('Save');
        await visitor.sees('Reported on');
    });
    await step('the records of processing and the assessment are there', async () => {
        for (const page of ['/data-protection/processing', '/data-protection/assessment', '/data-protection/notice']) {
            await visitor.opens(page);
            await visitor.finds_the_page_well();
            await picture(page.split('/').at(-1));
        }
        await visitor.fills_in('Whom should people ask?', 'The data protection officer');
        await visitor.fills_in('Email (optional)', 'dpo@tidemoor.example');
        await visitor.presses('Save and publish');
        await visitor.is_at('/data-protection');
        await visitor.follows('Our privacy notice, as it is published');
        await visitor.sees('How Tidemoor Council uses what it knows about you', 'dpo@tidemoor.example');
        await visitor.finds_the_page_well();
        await picture('notice');
        await visitor.follows('For children and young people');
        await visitor.finds_the_page_well();
        await picture('notice_child');
        await visitor.opens('/privacy');
        await visitor.follows('its own notice');
        await visitor.sees('Tidemoor High School');
        await visitor.finds_the_page_well();
    });
    await step('the officer writes the words that people agree to, and earlier ones stay', async () => {
        await visitor.opens('/data-protection');
        await visitor.follows('The words people agree to');
        await visitor.is_at('/wordings');
        await visitor.finds_the_page_well();
        // Words follow one another from a later day each, also when these steps are gone through again.
        const to_come = [...(await visitor.words()).matchAll(/Begins /g)].length;
        await visitor.clicks(visitor.page.locator('main').getByRole('link', { name: /Write other words ?: A survey/ }));
        await visitor.finds_the_page_well();
        await is_refused(visitor, 'Save the words', 'Check that the words say that people can change their mind');
        const words = `I agree to be asked by letter ${run} ${Date.now()}. I can change my mind at any time.`;
        await visitor.fills_in('What do people agree to?', words);
        await visitor.fills_in_date('First day', day_from_now(1 + to_come));
        await visitor.chooses('They say that people can change their mind');
        await visitor.presses('Save the words');
        await visitor.is_at('/wordings');
        await visitor.sees('Begins', words);
        await visitor.finds_the_page_well();
        await picture('wordings');
    });
    await step('somebody asks to have the record erased: it is decided with its reasons and answered by a letter', async () => {
        await visitor.opens(`${record}/requests`);
        await visitor.follows('Requests to erase it');
        await visitor.sees('Nobody has asked to erase this record', 'The right to have it erased does not apply to that');
        await visitor.finds_the_page_well();
        await is_refused(visitor, 'Start the clock');
        await visitor.fills_in('Who asks?', 'The mother');
        await visitor.fills_in('What do they want erased?', 'Everything');
        await visitor.chooses('They gave no reason');
        await visitor.fills_in_date('When was it received?', day_from_now(-2));
        await visitor.chooses('No, we know them');
        await visitor.presses('Start the clock');
        await visitor.sees('Decide and answer by');
        await visitor.finds_the_page_well();
        await picture('erasure');
        const address = path_of(visitor);
        await visitor.chooses('Parts of it go, the rest stays');
        await visitor.chooses('Telephone numbers and email addresses');
        visitor.expects(`${address}/decision`, 400);
        await visitor.presses('Save the decision');
        await visitor.sees('Choose why the rest stays');
        await visitor.finds_the_page_well();
        await visitor.chooses('We hold it because the law gives us that task: the right does not apply');
        await visitor.fills_in('In your words to them (optional)', 'We keep what we need to find a school.');
        await visitor.presses('Save the decision');
        await visitor.sees('Decided. Answer by');
        await visitor.follows('The answer, as a letter');
        await visitor.sees('The law gives us a task', 'UK GDPR Article 17(3)(b)', 'We keep what we need to find a school.', 'Information Commissioner');
        await visitor.finds_the_page_well();
        await picture('erasure_letter');
        await visitor.opens(address);
        await visitor.chooses('We sent the answer');
        await visitor.fills_in_date('When?', day_from_now(0));
        await visitor.presses('Save what happened');
        await visitor.sees('It is still to be erased', 'Somebody else must carry it out');
        await visitor.finds_the_page_well();
        await visitor.opens('/data-protection/erasures');
        await visitor.sees('Parts of it go, the rest stays');
        await visitor.finds_the_page_well();
        await picture('erasures');
    });
    await step('the copy for the person waits until each item about others was looked at', async () => {
        await visitor.opens(`${record}/copy`);
        await visitor.sees('About another adult of the family');
        await visitor.finds_the_page_well();
        await picture('copy');
        await is_refused(visitor, 'Make the copy');
        const questions = visitor.page.locator('main select');
        for (let i = 0; i < await questions.count(); ++i) await questions.nth(i).selectOption('others');
        await visitor.sees('As a PDF to send or print');
        await visitor.chooses('As a page to read or print');
        await visitor.presses('Make the copy');
        await visitor.sees('What we hold about you', 'What we left out', `Corin ${family}`);
        await visitor.does_not_see('Delphine');
        await visitor.finds_the_page_well();
        await picture('copy_page');
    });
    await step('and the use of the record is restricted, and used again once they were told', async () => {
        await visitor.opens(`${record}/restriction`);
        await visitor.finds_the_page_well();
        await visitor.chooses('They say it is wrong, and we are checking');
        await visitor.fills_in('What is to be settled?', 'The day of birth');
        await visitor.presses('Restrict its use');
        await visitor.sees('In force', 'The use of this record is restricted');
        await visitor.finds_the_page_well();
        await picture('restricted');
        await visitor.opens('/data-protection');
        await visitor.sees('They say it is wrong, and we are checking');
        await visitor.opens(`${record}/restriction`);
        await visitor.fills_in_date('When were they told?', day_from_now(0));
        await visitor.presses('End the restriction');
        await visitor.sees('Ended');
    });
}
