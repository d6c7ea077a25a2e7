// The work of a data protection officer: what waits, a complaint with its clock, a breach from the audit, records of processing,
// the notices, a record whose use is restricted, a disputed fact, and a copy for the person. Follows trust.md section 9.
import { signs_in } from './lib/sign_in.mjs';

export const name = 'A data protection officer finds what waits, and does it';

const two = (number) => String(number).padStart(2, '0');
function days_from_now(days) {
    const day = new Date(Date.now() + days * 86_400_000);
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const officer = 'dpo@tidemoor.example';

export async function steps({ visitor, step, server, width, scripts }) {
    const run = (width === 320 ? 0 : 2) + (scripts === 'with' ? 0 : 1);
    const family = ['Bexhollow', 'Cranmoor', 'Dunwater', 'Elmscar'][run];
    const picture = (of) => visitor.takes_a_picture(`protection_${of}_${width}_${scripts}`);
    let record = '';
    await step('given a child with a parent', async () => {
        await signs_in(visitor, server, 'inclusion@tidemoor.example');
        await visitor.opens('/people/new');
        await visitor.fills_in('First name', 'Corin');
        await visitor.fills_in('Last name', family);
        await visitor.fills_in_date('Date of birth', '2013-05-09');
        await visitor.chooses('Male');
        await visitor.presses('Save and continue');
        record = new URL(visitor.page.url()).pathname;
        await visitor.opens(`${record}/family`);
        await visitor.fills_in('First name', 'Delphine');
        await visitor.fills_in('Last name', family);
        await visitor.picks('How are they related to the child?', 'Mother');
        await visitor.chooses('Natural parent');
        await visitor.picks('Do they have parental responsibility?', 'Yes: gave birth to the child');
        await visitor.page.getByRole('group', { name: 'Does the child live with them?' }).getByLabel('Yes', { exact: true }).check();
        await visitor.chooses('May be contacted');
        await visitor.presses('Save');
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
        await visitor.page.locator('main').getByRole('link', { name: 'Data protection' }).click();
        await visitor.is_at('/data-protection');
        await visitor.finds_the_page_well();
        await picture('home');
        await visitor.walks_with_the_tab_key();
    });
    await step('a complaint is recorded and acknowledged', async () => {
        await visitor.opens('/data-protection/complaints');
        await visitor.finds_the_page_well();
        visitor.expects('/data-protection/complaints', 400);
        await visitor.presses('Start the clock');
        await visitor.sees('There is a problem');
        await visitor.finds_the_page_well();
        await visitor.fills_in('Who complains?', 'The mother of a child');
        await visitor.fills_in_date('When was it received?', days_from_now(-3));
        await visitor.fills_in('What is it about?', 'A letter came to the wrong door');
        await visitor.presses('Start the clock');
        await visitor.sees('Acknowledge by');
        await visitor.finds_the_page_well();
        await visitor.chooses('We acknowledged it');
        await visitor.fills_in_date('When?', days_from_now(-1));
        await visitor.presses('Save');
        await visitor.sees('Answer without delay');
        await visitor.finds_the_page_well();
        await picture('complaint');
    });
    await step('a breach shows who was affected, and its clock', async () => {
        await visitor.opens('/data-protection/breaches');
        await visitor.finds_the_page_well();
        await visitor.fills_in('What happened?', 'A laptop was left on a train, signed in');
        await visitor.fills_in_date('When did you know?', days_from_now(-1));
        await visitor.fills_in('At what time?', '9:30');
        await visitor.picks('Whose account was used?', 'Priya Lund');
        await visitor.fills_in_date('First day to look at', days_from_now(-1));
        await visitor.fills_in_date('Last day to look at', days_from_now(0));
        await visitor.presses('Start the clock');
        await visitor.sees('Report by', 'Who was affected', 'Priya Lund');
        await visitor.does_not_see(family);
        await visitor.finds_the_page_well();
        await picture('breach');
        await visitor.chooses('We decided about the Information Commissioner');
        await visitor.fills_in_date('When were they told?', days_from_now(0));
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
    await step('the copy for the person waits until each item about others was looked at', async () => {
        await visitor.opens(`${record}/copy`);
        await visitor.sees('About another adult of the family');
        await visitor.finds_the_page_well();
        await picture('copy');
        visitor.expects(`${record}/copy`, 400);
        await visitor.presses('Make the copy');
        await visitor.sees('There is a problem');
        await visitor.finds_the_page_well();
        const questions = visitor.page.locator('main select');
        for (let i = 0; i < await questions.count(); ++i) await questions.nth(i).selectOption('others');
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
        await visitor.fills_in_date('When were they told?', days_from_now(0));
        await visitor.presses('End the restriction');
        await visitor.sees('Ended');
    });
}
