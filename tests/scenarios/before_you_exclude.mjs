// A head teacher about to suspend says what is planned, and sees who must be told, by when, and what to think about first.

export const name = 'A head teacher looks up what must be done';

export async function steps({ visitor, step }) {
    await step('given the page for schools', async () => {
        await visitor.opens('/check');
        await visitor.follows('See what must be done, and by when');
        await visitor.sees_heading('Before you exclude: what must be done');
        visitor.picture = 'schools-exclusion';
        await visitor.finds_the_page_well();
    });
    await step('what is missing is said at its field', async () => {
        visitor.expects('/check/schools', 400);
        await visitor.presses('Continue');
        await visitor.sees('There is a problem', 'Select what is planned');
        visitor.picture = 'schools-errors';
        await visitor.finds_the_page_well();
    });
    await step('when the head teacher says what is planned', async () => {
        visitor.expects('/check/schools', 200);
        await visitor.chooses('A suspension');
        await visitor.fills_in('How many school days, or lunchtimes?', '3.5');
        await visitor.fills_in_date('On which day is it decided? (optional)', '2026-11-16');
        await visitor.fills_in('Name or number of the school (optional)', 'Harbour Light Academy');
        await visitor.fills_in('School days lost to suspensions this term, before this one', '2');
        await visitor.presses('Continue');
        await visitor.sees_heading('The pupil, and what came before');
        await visitor.chooses('Has a disability, or may have one');
        await visitor.chooses('The pupil was asked for their side, and it was written down');
        await visitor.fills_in('Which rule of the behaviour policy was broken? (optional)', 'Silence in corridors');
        await visitor.chooses('Yes');
        visitor.picture = 'schools-pupil';
        await visitor.finds_the_page_well();
        await visitor.presses('Show what must be done');
    });
    await step('then who must be told comes first, and each duty has its day and source', async () => {
        await visitor.sees_heading('What must be done');
        await visitor.sees('Tell these people without delay', 'The head teacher must tell the parents', 'Before you decide', 'reasonable adjustment', 'name no adjustment', 'Silence in corridors');
        visitor.picture = 'schools-plan';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('worked examples and each duty are one press away', async () => {
        await visitor.opens('/check/schools/examples');
        await visitor.sees_heading('Worked examples');
        await visitor.sees('Five and a half days in one term', 'Often got wrong:');
        visitor.picture = 'schools-examples';
        await visitor.finds_the_page_well();
        await visitor.presses(/Open it in the form.*One day, for the first time/);
        await visitor.sees_heading('What must be done');
        await visitor.opens('/check/schools/duties');
        visitor.picture = 'schools-duties';
        await visitor.finds_the_page_well();
        await visitor.sees_heading('Each duty around an exclusion');
    });
}
