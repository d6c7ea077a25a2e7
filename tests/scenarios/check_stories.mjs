// Families at the checker, each with a story of its own: what they answer, and what the answer then says. What they do not know is
// answered with "I do not know".
import { asks_what_follows, reads_the_answer, suspended } from './lib/checker.mjs';

export const name = 'Families tell what happened, and read what follows';

const stories = [
    {
        who: 'a child who may not stay at lunchtimes, and no letter came',
        told: {
            'What happened?': 'My child may not stay at lunchtimes',
            'Which school is it?': { text: 'Harbour Light Academy' },
            'What was the first day out of school?': { date: '2026-11-23' },
            'How many lunchtimes?': { text: '3' },
            'Did you get a letter or an email about it?': 'No',
        },
        picture: 'check-lunchtimes', heading: 'Suspended at lunchtimes',
        says: ['The letter leaves something out', 'the letter itself', 'Each lunchtime counts as half a day'],
    },
    {
        who: 'a permanent exclusion in the last week of July: the fifteenth school day falls in the autumn',
        told: {
            'What happened?': 'My child was excluded for good',
            'Which school is it?': { text: 'Tidemoor High School' },
            'What was the first day out of school?': { date: '2026-07-20' },
            'Did it start in the morning, or in the afternoon?': 'In the morning',
            'What date is on the letter?': { date: '2026-07-17' },
            'How old is your child?': '5 to 16, up to the end of year 11',
        },
        picture: 'check-july', heading: 'Permanently excluded',
        says: ['The governors must meet and decide', 'September 2026', 'How we counted to'],
    },
    {
        who: 'a parent pressed to teach at home',
        told: {
            'What happened?': 'I was told to teach my child at home',
            'Which school is it?': { text: 'Ferryhithe Academy' },
            'On what day were you told, or did you write to the school?': { date: '2026-11-24' },
            'What did the school say or do?': ['The school said I should teach my child at home',
                'It said that my child may be excluded for good if I do not'],
        },
        picture: 'check-home-education', heading: 'Told to teach your child at home',
        says: ['Pushed to teach at home', 'Home teaching soon after a warning', 'you may change your mind'],
    },
    {
        who: 'a part-time timetable that nobody wrote down, for behaviour, without an end',
        told: {
            'What happened?': 'My child is on a part-time timetable',
            'Which school is it?': { text: 'Harbour Light Academy' },
            'On what day did the part-time timetable start?': { date: '2026-11-02' },
            'Is there an end date?': 'No',
            'Why was it, as the school put it?': 'Because of how my child behaved',
            'Did you agree to it?': 'No',
        },
        picture: 'check-part-time', heading: 'On a part-time timetable',
        says: ['You did not agree to it', 'It has no end date', 'Your child has a right to full-time school',
            'You may say no to a part-time timetable'],
    },
    {
        who: 'five and a half days in a school of six terms: the governors’ duty hangs on the law’s own term',
        told: {
            ...suspended('Saltcote School', '2026-11-16', '2026-11-13', '5.5'),
            'Was your child out of school like this before, since September?': 'No',
            'Have you written to the governors?': 'Yes',
            'Have the governors decided?': 'Not yet',
        },
        picture: 'check-six-terms', heading: 'Suspended',
        says: ['The governors must meet and decide, as you wrote to them', '50 school days',
            'The school must give your child full-time teaching'],
    },
    {
        who: 'a child in care who will miss an exam',
        told: {
            ...suspended('Tidemoor High School', '2026-11-25', '2026-11-24', '3'),
            'Will your child miss an exam or a national test?': 'Yes',
            'What is the date of the first exam or test?': { date: '2026-11-26' },
            'Was your child out of school like this before, since September?': 'No',
            'Is your child in care, or is there a social worker?': 'My child is in care (looked after by a council)',
        },
        picture: 'check-in-care', heading: 'Suspended',
        says: ['the virtual school head', 'before the exam', 'should give teaching from the first day'],
    },
    {
        who: 'a sixth-former of 18: no duty of school age, and the rights are the young person’s own',
        told: {
            ...suspended('Tidemoor High School', '2026-11-25', '2026-11-24', '6'),
            'How old is your child?': '18 or over',
            'Does your child have a disability?': 'Yes',
        },
        picture: 'check-sixth-former', heading: 'Suspended',
        says: ['must tell the young person', 'these steps are theirs to take', 'Your child can make a claim'],
        says_nothing_of: ['in a public place', 'full-time teaching.'],
    },
    {
        who: 'a parent who was told "do not come back for now", and knows neither the kind nor the length',
        told: {
            'What happened?': 'I am not sure',
            'Which school is it?': { text: '990015' },
            'What was the first day out of school?': { date: '2026-11-20' },
        },
        picture: 'check-not-known', heading: 'What happened is not clear yet',
        says: ['Ask the school what it is, and when it ends', 'What hangs on what you do not know',
            'If it is a suspension of 5 school days or less', 'If it is permanent'],
    },
];

export async function steps({ visitor, step }) {
    for (const { who, told, picture, heading, says, says_nothing_of = [] } of stories)
        await step(who, async () => {
            await asks_what_follows(visitor, told);
            await reads_the_answer(visitor, picture, heading, ...says);
            await visitor.does_not_see(...says_nothing_of);
        });
}
