// A parent was told "do not come back for now", and knows neither the kind nor the length. The answer says what is the same
// either way, what hangs on it, and what to ask.

export const name = 'A parent does not know what kind of exclusion it is';

export async function steps({ visitor, step }) {
    await step('given a school and one day, and nothing else', async () => {
        await visitor.opens('/check');
        await visitor.fills_in('Which school excluded the pupil?', '990015');
        await visitor.chooses('I do not know');
        await visitor.fills_in_date('What is the first day of the exclusion?', '2026-11-20');
        await visitor.presses('Show what follows');
    });
    await step('then the first thing is what to ask', async () => {
        await visitor.sees_heading('Exclusion of a kind not known yet');
        await visitor.sees('Ask the school: is it permanent? If not, when does it end?');
    });
    await step('and what hangs on the answer is said for each', async () => {
        await visitor.sees('What hangs on the answer', 'If it is a suspension of 5 school days or less', 'If it is permanent');
        await visitor.sees('The day of the decision. We took it as the first day');
        visitor.picture = 'check-not-known';
        await visitor.finds_the_page_well();
    });
}
