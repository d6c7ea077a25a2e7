// J1: a mother rings because the school sent her son home. Months later the case closes with hours, levels, outcome and impact known.
// Walks through the advice service as its people do, told once, with the dates and findings that follow.
import assert from 'node:assert/strict';
import {
    adviser, as_colleague, ends_with_the_child_back, gives_a_colleague_a_task, manager, meets_about_going_back, opens_a_case, tells_of_the_letter, the_governors_reinstate,
} from './lib/advice.mjs';
import { path_of_link } from './lib/advice_family.mjs';
import { Counted } from './lib/counted.mjs';
import { link_in, mail_to, mails } from './lib/mail.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { in_group, on_their_own, saves_the_file } from './lib/steps.mjs';
import { names_in_zip } from './lib/zip.mjs';

export const name = 'From the first call to the closed case';

const letter = {
    name: 'Letter of exclusion.pdf', mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

/// How many closed cases of this year had a significant long-term impact on child and family.
async function counted_closed(visitor) {
    const answer = await visitor.page.request.get(`${visitor.address}/advice/reports/figures.csv`);
    const row = (await answer.text()).split(/\r?\n/).find((line) => line.startsWith('impact,') && line.includes('Significant long-term'));
    return Number(row.split(',').at(-1));
}

/// How many exclusions the year counts: in all, those reinstated by the governors, and permanent ones by what happened.
async function counted_exclusions(visitor) {
    const answer = await visitor.page.request.get(`${visitor.address}/advice/reports/figures.csv`);
    const rows = (await answer.text()).split(/\r?\n/);
    const number = (row) => Number(row.split(',').at(-1));
    const standings = rows.filter((row) => row.startsWith('exclusions,'));
    assert.ok(standings.length > 3, 'the figures have a row for each way in which an exclusion stands');
    return {
        all: standings.reduce((sum, row) => sum + number(row), 0),
        reinstated: number(standings.find((row) => row.startsWith('exclusions,Reinstated by the governors,'))),
        permanent: number(rows.find((row) => row.startsWith('events,Permanent exclusion,'))),
    };
}

async function records_a_consent(visitor, record, mother, purpose, { answer = 'They agree', more = async () => {} } = {}) {
    await visitor.opens(`${record}/consents/new`);
    await visitor.chooses(purpose);
    await visitor.chooses(answer);
    await visitor.picks('Who answered?', mother);
    await visitor.chooses('Has parental responsibility for the child');
    await visitor.chooses('By telephone');
    await visitor.fills_in_date('When?', '2026-10-07');
    await more();
    await visitor.presses('Save the answer');
    await visitor.sees(purpose);
}

export async function steps({ visitor, step, server, width, scripts }) {
    const { page } = visitor;
    // Names that no other run on this server sounds like.
    const at = `${width} ${scripts}`;
    const family = { '320 with': 'Rahmani', '320 without': 'Dhaliwal', '1280 with': 'Castellan', '1280 without': 'Brannigan' }[at];
    const misheard = { Rahmani: 'Rahmeni', Dhaliwal: 'Dhalliwal', Castellan: 'Castelan', Brannigan: 'Branigan' }[family];
    const email = `amina.${family.toLowerCase()}@example.org`;
    const field = (label) => page.getByLabel(label, { exact: true });
    let address, record, event;

    await step('1 an adviser signs in with a second factor and sees the day', async () => {
        await signs_in(visitor, server, adviser);
        await opens_a_case(visitor, { given: 'Samy', family, work: 'Another child' });
        await visitor.opens('/advice');
        await visitor.sees_heading('Today');
    });
    await step('2 a search by a name that was misheard finds who sounds the same', async () => {
        await visitor.opens('/advice/cases');
        await visitor.fills_in('Name or case number', `Sammy ${misheard}`);
        await visitor.presses('Show cases');
        await visitor.sees(`Samy ${family}`);
    });
    await step('3 the call is recorded and the case opened, in under ten clicks and a minute, and no need is asked for', async () => {
        const person = new Counted(page);
        await visitor.act(() => person.clicks_on(page.getByRole('link', { name: 'Record a contact' }).first()));
        await person.clicks_into(field('In their words'));
        await person.types('Rang 12:30: fetch him to cool off.');
        await person.clicks_on(field('Sent home, no letter'));
        await person.clicks_into(field('First day (optional)'));
        await person.types('29 9 2026');
        await person.tabs();
        await person.types('Harbour Light Academy');
        await person.clicks_into(field('Child’s name (optional)'));
        await person.types(`Sami ${family}`);
        await person.tabs();
        await person.types('Amina, his mother');
        await person.clicks_on(field('15'));
        await visitor.act(() => person.clicks_on(page.getByRole('button', { name: 'Save and open the case' })));
        await visitor.sees_heading('Open a case');
        await visitor.sees(`Yes: Samy ${family}`);
        await person.clicks_on(field('No, or not sure: a new child'));
        await visitor.act(() => person.clicks_on(page.getByRole('button', { name: 'Open the case' })));
        assert.ok(person.clicks < 10, `${person.clicks} clicks`);
        assert.ok(person.seconds() < 60, `${person.seconds().toFixed(1)} s by the keystroke-level model`);
        address = new URL(page.url()).pathname;
        await visitor.sees(`Sami ${family}`, 'Level 1', 'Told on', 'Sent home');
        visitor.picture = 'journey-one-case';
        await visitor.finds_the_page_well();
        await visitor.walks_with_the_tab_key();
    });
    await step('4 one press makes an event of what was told, and one saves it: it is not recorded as it must be', async () => {
        await visitor.presses('Record what was told');
        await visitor.sees_heading('Record: Sent home');
        await visitor.sees('To be checked.');
        await visitor.holds('Which school?', 'Harbour Light Academy');
        const first_day = page.getByRole('group', { name: 'Which day?' });
        assert.equal(await first_day.getByLabel('Day', { exact: true }).inputValue(), '29');
        visitor.picture = 'journey-one-told';
        await visitor.finds_the_page_well();
        await in_group(visitor, 'Why, as far as is known?', 'Behaviour');
        await visitor.presses('Save');
        await visitor.sees_heading('Dates and tasks');
        await visitor.sees('Tuesday 29 September 2026', 'Sent home without a suspension', 'Clear rule');
        await visitor.does_not_see('It is not recorded as an event yet');
        assert.ok(await page.getByRole('link', { name: /guidance|Act|Regulations/i }).count(), 'the finding links to its rule');
        visitor.picture = 'journey-one-finding';
        await visitor.finds_the_page_well();
    });
    await step('5 the mother may be written to, and a notice tells her of the summary without a name', async () => {
        await visitor.opens(`${address}/people`);
        record = new URL(await page.locator('a[href^="/people/"]').first().getAttribute('href'), server.address).pathname;
        record = record.split('/').slice(0, 3).join('/');
        await visitor.opens(record);
        const mother = await page.locator(`a[href^="${record}/family/"]`).first().getAttribute('href');
        await visitor.opens(`${mother}/edit`);
        await visitor.picks('Do they have parental responsibility?', 'Yes: gave birth to the child');
        await in_group(visitor, 'Does the child live with them?', 'Yes');
        await visitor.chooses('May be contacted');
        await visitor.fills_in('Email (optional)', email);
        await in_group(visitor, 'Has this person said what is safe?', 'Yes');
        await in_group(visitor, 'What is safe?', 'Email');
        await visitor.presses('Save');
        const before = mails(server);
        await visitor.opens(`${address}/messages`);
        await page.getByRole('radio', { name: /^Amina/ }).check();
        await visitor.presses('Continue');
        await visitor.fills_in('Write a message', 'A child who is sent home for behaviour must be suspended, in writing. Ask for the letter.');
        await visitor.chooses('By email');
        await visitor.presses('Send');
        const notice = await mail_to(server, email, before);
        for (const word of ['Sami', family, 'Amina', 'school', 'letter', 'suspen', 'exclu']) assert.ok(!notice.replaceAll(email, '').includes(word), `the notice says ${word}`);
        await on_their_own(visitor, server, 'journey-one-mother', async (mother_herself) => {
            await mother_herself.opens(link_in(notice));
            await mother_herself.presses('Open the page');
            await mother_herself.follows('Your adviser');
            await mother_herself.sees('Ask for the letter.');
        });
    });
    await step('6 a second call: excluded for good, with every date in school days past half term and a training day', async () => {
        await visitor.opens(address);
        await visitor.presses('Add a contact');
        await visitor.holds('Child’s name (optional)', `Sami ${family}`);
        await visitor.fills_in('In their words', 'The head handed her a letter. He is out for good.');
        await visitor.chooses('Permanently excluded');
        await visitor.fills_in('First day (optional)', '6 10 2026');
        await visitor.presses('Save contact');
        await visitor.follows('Open the case');
        await visitor.presses('Record what was told');
        await visitor.sees_heading('Record: Permanent exclusion');
        await visitor.fills_in_date('When did the school tell the family?', '2026-10-06');
        await visitor.presses('Save');
        await visitor.follows('Permanent exclusion');
        event = new URL(page.url()).pathname;
        await tells_of_the_letter(visitor, event);
        await visitor.sees('Permanent exclusion', 'Stands', 'Counted in the school days of Harbour Light Academy');
        await visitor.unfolds('Days that have passed');
        // 15 school days after 6 October, without the half term of 26 to 30 October and the training day of 2 November.
        await visitor.sees('Wednesday 11 November 2026');
        const without_source = await page.locator('.onr-work li').evaluateAll((items) => items
            .filter((item) => item.querySelector('.onr-work__what strong') && !item.querySelector('a[href^="/law/"]')).length);
        assert.equal(without_source, 0, 'each date names its source');
        visitor.picture = 'journey-one-dates';
        await visitor.finds_the_page_well();
    });
    await step('7 it is raised to level 3 and given to a caseworker, and each consent is asked for by itself', async () => {
        await visitor.opens(`${address}/levels/move`);
        await page.getByRole('radio', { name: 'Level 3', exact: true }).check();
        await visitor.fills_in('Why?', 'The governors meet.');
        await visitor.presses('Save');
        await visitor.sees('Level 3, since');
        const own_name = (await page.locator('.onr-signed-in p').first().innerText()).split(',')[0];
        await as_colleague(visitor, server, manager, async (colleague) => {
            await colleague.opens(`/advice/caseloads/give?case=${address.split('/').at(-1)}`);
            await colleague.picks('To whom?', own_name);
            await colleague.fills_in('Why?', 'She took the first call.');
            await colleague.presses('Give the cases');
            await colleague.sees('1 case given to');
        });
        const mother = (await visitor.opens(`${record}/consents/new`), (await page.getByLabel('Who answered?').locator('option').allInnerTexts())
            .find((line) => line.startsWith('Amina')));
        await records_a_consent(visitor, record, mother, 'Advice and support');
        await records_a_consent(visitor, record, mother, 'Sharing with another agency', {
            more: async () => {
                await page.getByLabel('Share with which agency?').selectOption({ index: 1 });
                await visitor.chooses('Names and date of birth');
                await visitor.fills_in('In the words the giver was told (optional)', 'That the service helps with the exclusion.');
            },
        });
        await records_a_consent(visitor, record, mother, 'Counting with other records');
        await records_a_consent(visitor, record, mother, 'A survey', { answer: 'They say no' });
        await visitor.opens(`${record}/consents/new`);
        await visitor.sees('What was answered already', 'A survey: Said no, 7 October 2026');
        visitor.picture = 'journey-one-consent-form';
        await visitor.finds_the_page_well();
        await visitor.opens(address);
        const consents = await page.locator('.onr-card', { hasText: 'All consents' }).innerText();
        assert.equal(consents.match(/Yes, 7 Oct 2026/g)?.length, 3, consents);
        assert.match(consents, /A survey\s+Said no, 7 Oct 2026/);
        visitor.picture = 'journey-one-consents';
        await visitor.finds_the_page_well();
    });
    await step('8 the child’s own account comes by a link that opens once, and is kept as it was written', async () => {
        await visitor.opens(`${address}/accounts`);
        await visitor.presses('Make a link for the child');
        const link = await path_of_link(visitor);
        await on_their_own(visitor, server, 'journey-one-child', async (child) => {
            await child.opens(link);
            await child.presses('Open the page');
            await child.fills_in('What happened?', 'i didnt even do it <3. Nobody asked me.');
            await child.chooses('My adviser and my school');
            await child.presses('Send');
            await child.sees_heading('Thank you');
        });
        await visitor.opens(`${address}/accounts`);
        await visitor.sees('Written by the child.', 'i didnt even do it <3. Nobody asked me.');
    });
    await step('9 the governors’ pack: what was found, chronology, the child’s account and the letter, with an index, in one file', async () => {
        await visitor.opens(`${address}/documents`);
        await field('Files').setInputFiles([letter]);
        await visitor.picks('What the files are (optional)', 'Letter or email from the school');
        await visitor.presses('Add documents');
        await visitor.sees('Letter of exclusion.pdf');
        await visitor.opens(`${address}/chronology`);
        await visitor.sees('Permanent exclusion', 'Letter of exclusion.pdf');
        const pdf = (await saves_the_file(visitor, 'Make a PDF')).bytes;
        assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
        await visitor.opens(address);
        await visitor.follows('Prepare the governors’ pack');
        await visitor.presses('Continue');
        await visitor.sees_heading('Choose what goes in');
        await visitor.sees('For: The governing board of Harbour Light Academy');
        assert.match(await field('Representations').inputValue(), /1\. .+\(.*\d.*\)/);
        await visitor.chooses('Letter of exclusion.pdf');
        await page.getByRole('group', { name: 'The child’s own account' }).getByRole('checkbox').first().check();
        await visitor.presses('Put them in');
        await visitor.sees_heading('A copy of papers');
        await visitor.sees('Representations.pdf (paper 1)', 'Chronology.pdf (paper 2)', 'Dates-and-findings.pdf (paper 3)',
            'Letter of exclusion.pdf (paper 5)', 'Paper 5 has a part that only you can read');
        const last = page.locator('form', { hasText: 'What happens with paper 5?' });
        await last.getByLabel('I have looked at every part, and it may go', { exact: true }).check();
        await last.getByLabel('Why?', { exact: true }).fill('It is the letter as the school gave it');
        await visitor.act(() => last.getByRole('button', { name: 'Save the decision' }).click());
        await visitor.presses('Give this copy to The governing board of Harbour Light Academy');
        await visitor.sees('Given on', 'Save all papers in one file (ZIP)');
        visitor.picture = 'journey-one-pack';
        await visitor.finds_the_page_well();
        const pack = await page.request.get(server.address + new URL(page.url()).pathname + '/whole');
        assert.equal(pack.status(), 200);
        const names = names_in_zip(await pack.body());
        assert.deepEqual(names.filter((one) => !one.includes('account')), ['00-Index.pdf', '01-Representations.pdf', '02-Chronology.pdf',
            '03-Dates-and-findings.pdf', '05-Letter-of-exclusion.pdf']);
        assert.equal(names.length, 6);
    });
    await step('10 the governors put him back: the state changes, its history is kept, and it is still counted', async () => {
        const before = await counted_exclusions(visitor);
        await the_governors_reinstate(visitor, event, '2026-11-11', 'Wednesday 11 November 2026');
        assert.deepEqual(await counted_exclusions(visitor), { ...before, reinstated: before.reinstated + 1 });
    });
    await step('11 the meeting about going back, with pastoral lead and SENCO, gives an action with an owner', async () => {
        await meets_about_going_back(visitor, event);
        await gives_a_colleague_a_task(visitor, address);
    });
    await step('a colleague’s hour counts for the colleague', async () => {
        await visitor.opens(`${address}/actions/new`);
        await visitor.chooses('At a meeting');
        await visitor.picks('Who did it', 'Kofi Lark');
        await visitor.fills_in('Minutes it took', '60');
        await visitor.presses('Save');
        await visitor.sees('1 hour 15 minutes so far', 'Kofi Lark');
        visitor.picture = 'journey-one-work';
        await visitor.finds_the_page_well();
    });
    await step('12 it closes with impact, hours and levels, can only be read, and stands in the year’s figures', async () => {
        const before = await counted_closed(visitor);
        await visitor.opens(`${address}/close`);
        await ends_with_the_child_back(visitor);
        await visitor.sees('Significant long-term impact', 'Level 3', 'Level 1', 'In all 1 hour 15 minutes.', 'can only be read');
        visitor.picture = 'journey-one-closed';
        await visitor.finds_the_page_well();
        await visitor.opens(`${address}/levels/move`, 404);
        await visitor.opens(`${event}/tell/board`, 404);
        assert.equal(await counted_closed(visitor), before + 1);
    });
}
