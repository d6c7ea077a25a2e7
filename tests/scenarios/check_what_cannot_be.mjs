// What a parent types is kept when it cannot be used, and a school that is not found is said, not guessed.

export const name = 'A parent mistypes and puts it right';

export async function steps({ visitor, step }) {
    await step('given a school that nobody knows and a day that is none', async () => {
        await visitor.opens('/check');
        await visitor.fills_in('Which school excluded the pupil?', 'Zzyzx Lyceum');
        await visitor.chooses('A suspension');
        await visitor.fills_in_date('When did the head teacher decide?', '2026-02-31');
        visitor.expects('/check', 400);
        await visitor.presses('Show what follows');
    });
    await step('then the page says what to do about each, and keeps what was typed', async () => {
        await visitor.sees('There is a problem', 'real date');
        await visitor.holds('Which school excluded the pupil?', 'Zzyzx Lyceum');
        await visitor.finds_the_page_well();
    });
    await step('and each line of the summary leads to its field', async () => {
        const links = visitor.page.locator('.govuk-error-summary a');
        for (let i = 0; i < (await links.count()); ++i) {
            const field = await visitor.page.locator(await links.nth(i).getAttribute('href')).count();
            if (field !== 1) throw new Error(`line ${i + 1} of the summary leads nowhere`);
        }
    });
    await step('when it is put right', async () => {
        await visitor.fills_in('Which school excluded the pupil?', '990015');
        await visitor.fills_in_date('When did the head teacher decide?', '2026-11-04');
        await visitor.fills_in_date('What is the first day of the exclusion?', '2026-11-05');
        await visitor.fills_in('How many school days, or lunchtimes?', '4.5');
        visitor.expects('/check', 200);
        await visitor.presses('Show what follows');
    });
    await step('then it answers', async () => {
        await visitor.sees_heading('Suspension');
        await visitor.sees('Tidemoor High School', 'Dates, in order');
    });
}
