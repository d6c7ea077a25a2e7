// A head teacher about to suspend wants to know who must be told, and by when.

export const name = 'A head teacher looks up what must be done';

export async function steps({ visitor, step }) {
    await step('given the form for one exclusion', () => visitor.opens('/check'));
    await step('when the head teacher follows the way for schools', () => visitor.follows('what must be done, and by when'));
    await step('then each duty is there in order, with who is told, by when and where it is written', async () => {
        await visitor.sees_heading('Before you exclude: what must be done');
        await visitor.sees('Before you decide', 'Head teacher tells the council', 'Within 15 school days', 'Often said, and wrong');
        visitor.picture = 'check-schools';
        await visitor.finds_the_page_well();
    });
    await step('and a duty leads to its rule', async () => {
        await visitor.follows('The board is told at once');
        await visitor.sees('How we use it', 'How sure we are');
    });
}
