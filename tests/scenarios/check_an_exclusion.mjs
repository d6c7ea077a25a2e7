// Capability N23: a parent with a letter in hand asks what follows from it, and gets dates, who must act, and sources.

export const name = 'A parent checks a permanent exclusion';

export async function steps({ visitor, step }) {
    await step('given the form', async () => {
        await visitor.opens('/check');
        await visitor.sees_heading('Check an exclusion');
    });
    await step('when it is sent empty, it says what to enter and stays', async () => {
        visitor.expects('/check', 400);
        await visitor.presses('Show what follows');
        await visitor.sees('There is a problem');
        await visitor.finds_the_page_well();
        visitor.expects('/check', 200);
    });
    await step('when the letter is told', async () => {
        await visitor.fills_in('Which school excluded the pupil?', 'Tidemoor High School');
        await visitor.chooses('A permanent exclusion');
        await visitor.fills_in_date('When did the head teacher decide?', '2026-11-04');
        await visitor.fills_in_date('What is the first day of the exclusion?', '2026-11-05');
        await visitor.presses('Show what follows');
    });
    await step('then it says who must act, by when and why', async () => {
        await visitor.sees_heading('Permanent exclusion');
        await visitor.sees('Decided on Wednesday 4 November 2026 at Tidemoor High School', 'Dates, in order', 'Thursday 12 November');
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('and a source leads to the rule in plain words', async () => {
        await visitor.opens_the_first('main a[href^="/law/"]');
        await visitor.finds_the_page_well();
    });
}
