// The school says that home education would be better than an exclusion.
import { leaves_no_trace, tells } from './lib/checker.mjs';

export const name = 'A parent is pressed to teach at home';

export async function steps({ visitor, step }) {
    await step('given a family that answers what it knows', async () => {
        await visitor.opens('/check');
        await tells(visitor, {
            'What happened?': 'I was told to teach my child at home',
            'Which school is it?': { text: 'Ferryhithe Academy', label: 'Which school is it?' },
            'On what day were you told, or did you write to the school?': { date: '2026-11-24' },
            'What did the school say or do?': ['The school said I should teach my child at home', 'It said that my child may be excluded for good if I do not'],
        });
        await visitor.presses('Show what follows');
    });
    await step('then the answer says what follows', async () => {
        await visitor.sees_heading('Told to teach your child at home');
        await visitor.sees('Pushed to teach at home', 'Home teaching soon after a warning', 'you may change your mind');
        visitor.picture = 'check-home-education';
        await visitor.finds_the_page_well();
        await leaves_no_trace(visitor);
    });
}
