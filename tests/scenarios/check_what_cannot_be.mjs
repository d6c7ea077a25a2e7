// What a parent types is kept when it cannot be used, and a school that is not found is said, not guessed.
import { tells } from './lib/checker.mjs';

export const name = 'A parent mistypes and puts it right';

export async function steps({ visitor, step }) {
    await step('given a school that nobody knows', async () => {
        await visitor.opens('/check');
        await visitor.chooses('My child was suspended');
        await visitor.presses('Continue');
        await visitor.fills_in('Which school is it?', 'Zzyzx Lyceum');
        visitor.expects('/check', 400);
        await visitor.presses('Continue');
        await visitor.sees('No school has that name or number');
        await visitor.holds('Which school is it?', 'Zzyzx Lyceum');
        visitor.picture = 'check-no-school';
        await visitor.finds_the_page_well();
    });
    await step('when several fit, the page asks which', async () => {
        await visitor.fills_in('Which school is it?', 'tidemoor');
        await visitor.presses('Continue');
        await visitor.sees('Select which school it is', 'It is not in this list');
        visitor.picture = 'check-which-school';
        await visitor.finds_the_page_well();
        visitor.expects('/check', 200);
        await visitor.chooses('Tidemoor High School');
        await visitor.presses('Continue');
        await visitor.sees_heading('What was the first day out of school?');
    });
    await step('a day that is none is said, and kept', async () => {
        await visitor.fills_in_date('What was the first day out of school?', '2026-02-31');
        visitor.expects('/check', 400);
        await visitor.presses('Continue');
        await visitor.sees('The date must be a real date');
        const links = visitor.page.locator('.govuk-error-summary a');
        for (let i = 0; i < (await links.count()); ++i) {
            const field = await visitor.page.locator(await links.nth(i).getAttribute('href')).count();
            if (field !== 1) throw new Error(`line ${i + 1} of the summary leads nowhere`);
        }
        await visitor.finds_the_page_well();
        visitor.expects('/check', 200);
    });
    await step('a school that is not listed is asked about instead', async () => {
        await visitor.presses('Back');
        await visitor.sees_heading('Which school is it?');
        await visitor.presses('It is not in this list');
        await visitor.sees_heading('What kind of school is it?');
        await visitor.chooses('An academy or free school');
        visitor.picture = 'check-kind-of-school';
        await visitor.finds_the_page_well();
        await visitor.presses('Continue');
        await visitor.sees_heading('Which council is it in?');
        visitor.picture = 'check-council';
        await visitor.finds_the_page_well();
        await visitor.presses('Back');
        await visitor.sees_heading('What kind of school is it?');
        await visitor.presses('Continue');
        await visitor.picks('Which council is it in?', 'I do not know');
        await visitor.presses('Continue');
        await tells(visitor, { 'What was the first day out of school?': { date: '2026-11-20' } });
        await visitor.sees('A school that is not in our list', 'An academy or free school', 'Council of the school');
        await visitor.presses('Change Council of the school');
        await visitor.picks('Which council is it in?', 'Tidemoor');
        await visitor.presses('Continue');
        await visitor.sees_heading('Check your answers');
        await visitor.presses('Change Council of the school');
        await visitor.picks('Which council is it in?', 'I do not know');
        await visitor.presses('Continue');
        await visitor.presses('Show what follows');
        await visitor.sees('We counted each weekday but bank holidays');
    });
}
