// A family at the checker: answers question after question, whichever comes, and "I do not know" to the rest.
import assert from 'node:assert/strict';

const heading = async (visitor) => (await visitor.page.locator('h1').first().innerText()).trim();

/// Answers from the start up to the page that shows all answers. `story` maps the words of a question to an answer: a
/// label to choose, a list of labels to tick, { date }, { text, label }, or a function given the visitor. `look` is called on
/// each question before it is answered.
export async function tells(visitor, story, look = async () => {}) {
    const asked = [];
    const open = new Set(Object.keys(story));
    for (let pages = 0; pages < 40; ++pages) {
        const title = await heading(visitor);
        if (title === 'Check your answers') {
            assert.deepEqual([...open], [], 'each answer of the story was asked for');
            return asked;
        }
        assert.ok(!asked.includes(title), `"${title}" was asked twice`);
        asked.push(title);
        await look(title);
        await answer(visitor, title, story[title]);
        open.delete(title);
        await visitor.presses('Continue');
    }
    throw new Error('there was no end to the questions');
}

/// Answers from the start, and opens the answer.
export async function asks_what_follows(visitor, story) {
    await visitor.opens('/check');
    await tells(visitor, story);
    await visitor.presses('Show what follows');
}

/// The answer has that heading, says all these words, is well, and leaves no trace.
export async function reads_the_answer(visitor, picture, heading_words, ...words) {
    await visitor.sees_heading(heading_words);
    await visitor.sees(...words);
    visitor.picture = picture;
    await visitor.finds_the_page_well();
    await leaves_no_trace(visitor);
}

/// Suspended from a morning, as the letter of the day before says, for so many school days.
export const suspended = (school, first_day, letter, days) => ({
    'What happened?': 'My child was suspended',
    'Which school is it?': { text: school },
    'What was the first day out of school?': { date: first_day },
    'Did it start in the morning, or in the afternoon?': 'In the morning',
    'What date is on the letter?': { date: letter },
    'How many school days must your child stay at home?': { text: days },
});

/// J2: permanent, the letter came the day before, the child has a plan and a disability.
export const permanent_with_a_plan = {
    'What happened?': 'My child was excluded for good',
    'Which school is it?': { text: 'Tidemoor High School' },
    'What was the first day out of school?': { date: '2026-11-25' },
    'Did it start in the morning, or in the afternoon?': 'In the morning',
    'What date is on the letter?': { date: '2026-11-24' },
    'Did you get a letter or an email about it?': 'Yes',
    'What does the letter or email say?': ['Why', 'That I can write to the governors'],
    'What reason did the school give?': ['How my child behaved'],
    'Did any of this happen?': ['None of these'],
    'Does your child get extra help to learn?': 'Yes, with an EHC plan',
    'Does your child have a disability?': 'Yes',
    'How old is your child?': '5 to 16, up to the end of year 11',
};

async function answer(visitor, title, given) {
    if (given === undefined) return says_not_known(visitor, title);
    if (typeof given === 'function') return given(visitor);
    if (typeof given === 'string') return visitor.chooses(given);
    if (Array.isArray(given)) {
        for (const label of given) await visitor.chooses(label);
        return;
    }
    if (given.choose) await visitor.chooses(given.choose);
    if (given.date) await visitor.fills_in_date(given.legend ?? title, given.date);
    if (given.text) await visitor.fills_in(given.label ?? title, given.text);
}

async function says_not_known(visitor, title) {
    const not_known = visitor.page.getByLabel('I do not know', { exact: true });
    assert.ok(await not_known.count(), `"${title}" can be answered with "I do not know"`);
    await not_known.first().check();
}

/// The page has said nothing of the story in an address, and keeps no cookie.
export async function leaves_no_trace(visitor) {
    const url = new URL(visitor.page.url());
    assert.equal(url.search, '', 'nothing stands in the address');
    assert.deepEqual(await visitor.page.context().cookies(), [], 'no cookie is kept');
}
