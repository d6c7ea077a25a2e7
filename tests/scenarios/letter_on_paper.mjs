// A letter on paper: what it says is ticked.
export const name = 'A family ticks what its letter says';

export async function steps({ visitor, step }) {
    await step('given a letter on paper', async () => {
        await visitor.opens('/check/letter');
        visitor.picture = 'letter-check-start';
        await visitor.finds_the_page_well();
        await visitor.presses('Tick what it says');
    });
    await step('each thing is asked by itself, and can be not known', async () => {
        visitor.picture = 'letter-check-kind';
        await visitor.finds_the_page_well();
        await visitor.chooses('My child is suspended for some days');
        await visitor.presses('Continue');
        visitor.picture = 'letter-check-days';
        await visitor.finds_the_page_well();
        await visitor.fills_in('How many school days does it say?', '8');
        await visitor.presses('Continue');
        await visitor.sees_heading('What date is on the letter?');
        visitor.picture = 'letter-check-date';
        await visitor.finds_the_page_well();
        await visitor.chooses('I do not know');
        await visitor.presses('Continue');
        await visitor.sees_heading('What the letter is about');
        visitor.picture = 'letter-check-facts-ticked';
        await visitor.finds_the_page_well();
        await visitor.presses('Continue');
    });
    await step('when the family ticks what it says', async () => {
        await visitor.sees_heading('What does the letter say?');
        visitor.picture = 'letter-check-ticks';
        await visitor.finds_the_page_well();
        await visitor.chooses('How long your child is out, or that it is for good');
        await visitor.chooses('Why, and what your child did');
        await visitor.chooses('It gives no end');
        await visitor.presses('Show what is missing');
    });
    await step('then what is missing is named', async () => {
        await visitor.sees_heading('What the letter says');
        await visitor.sees('Not found', 'It gives no end', 'You ticked this.', 'What teaching there is from the sixth school day');
        visitor.picture = 'letter-check-ticked';
        await visitor.finds_the_page_well();
    });
}
