// A parent checks a permanent exclusion: what is missing is said at its field, nothing typed is lost, and the answer gives
// each date with its source. Nothing is in the address.
export const name = 'A parent checks a permanent exclusion';

export async function steps({ visitor, step }) {
    await step('an empty form says what to enter', async () => {
        await visitor.opens('/check');
        visitor.expects('/check', 400);
        await visitor.presses('Show what follows');
        await visitor.sees('There is a problem', 'Enter the name or number of the school', 'Select what kind of exclusion it is');
        visitor.picture = 'check-errors';
        await visitor.finds_the_page_well();
    });
    await step('several schools fit, so the form asks which', async () => {
        await visitor.fills_in('Which school excluded the pupil?', 'tidemoor');
        await visitor.chooses('A permanent exclusion');
        await visitor.fills_in_date('When did the head teacher decide?', '2026-11-18');
        await visitor.fills_in_date('What is the first day of the exclusion?', '2026-11-19');
        await visitor.chooses('Has a disability');
        await visitor.presses('Show what follows');
        await visitor.sees('Select which school it is', 'Which of these schools is it?');
        await visitor.holds('Which school excluded the pupil?', 'tidemoor');
        visitor.picture = 'check-which-school';
        await visitor.finds_the_page_well();
    });
    await step('the answer gives the dates, who acts, and the sources', async () => {
        await visitor.chooses('Tidemoor High School');
        visitor.expects('/check', 200);
        await visitor.presses('Show what follows');
        await visitor.is_at('/check');
        await visitor.sees_heading('Permanent exclusion');
        await visitor.sees('Dates, in order', 'The governors must meet and decide if the pupil comes back', 'What we could not tell', 'Education Act 1996', 'disability discrimination');
        visitor.picture = 'check-permanent';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('an answer can be changed, and the others are still there', async () => {
        await visitor.presses('Change an answer');
        await visitor.holds('Which school excluded the pupil?', 'Tidemoor High School');
        await visitor.chooses('A suspension');
        await visitor.fills_in('How many school days, or lunchtimes?', '6');
        await visitor.presses('Show what follows');
        await visitor.sees_heading('Suspension');
        await visitor.sees('must give suitable full-time teaching');
        visitor.picture = 'check-suspension';
        await visitor.finds_the_page_well();
    });
    await step('a source leads to the rule', async () => {
        await visitor.follows(/Education and Inspections Act 2006/);
        await visitor.sees('How we use it', 'Since when, and where it is written', 'How sure we are', 'were read');
        visitor.picture = 'law-rule';
        await visitor.finds_the_page_well();
    });
}
