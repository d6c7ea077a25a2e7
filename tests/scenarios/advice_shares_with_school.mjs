// A family agrees that the advice service shares a part of what it knows with the child's school. The SENCO reads that and no more,
// with the words that were agreed; the council finds nothing; and on the day that consent is taken back there is nothing to find.
// Follows trust.md W-03 to W-05 and G-09.
import { adviser } from './lib/advice.mjs';
import { a_family_name, adds_a_child_with_a_mother } from './lib/people.mjs';
import { signs_in } from './lib/sign_in.mjs';
import { day_from_now, path_of } from './lib/steps.mjs';

export const name = 'A school reads what a family lets the advice service share, until they take it back';

export async function steps({ visitor, step, server }) {
    const family = a_family_name();
    const said = `Iona ${family} wants to come back, and needs a quiet room at noon.`;
    let record = '';
    await step('given a child and a mother whom the advice service knows', async () => {
        await signs_in(visitor, server, adviser);
        record = await adds_a_child_with_a_mother(visitor, { given: 'Iona', family, born: '2013-09-03' }, 'Morwen');
    });
    await step('when the mother agrees to share the name and some words with the school', async () => {
        await visitor.opens(`${record}/consents/new`);
        await visitor.finds_the_page_well();
        await visitor.chooses('Sharing with another agency');
        await visitor.chooses('They agree');
        await visitor.picks('Who answered?', `Morwen ${family}, Mother`);
        await visitor.chooses('Has parental responsibility for the child');
        await visitor.chooses('By telephone');
        await visitor.fills_in_date('When?', day_from_now(0));
        await visitor.picks('Share with which agency?', 'Tidemoor High School');
        await visitor.chooses('Names and date of birth');
        await visitor.chooses('Words agreed with the family');
        await visitor.presses('Save the answer');
        await visitor.sees('In force', 'Names and date of birth; Words agreed with the family', 'Nothing is shared');
        await visitor.finds_the_page_well();
    });
    await step('and a form to sign can be printed', async () => {
        await visitor.opens(`${record}/consents/new`);
        await visitor.follows('Sharing with another agency');
        await visitor.sees('We may share with', 'Signature', `Iona ${family}`);
        await visitor.finds_the_page_well();
        await visitor.takes_a_picture('consent_to_sign');
    });
    await step('then the adviser cannot share more than was agreed', async () => {
        await visitor.opens(`${record}/shares/new`);
        await visitor.sees('learns that you know this family');
        await visitor.finds_the_page_well();
        await visitor.picks('With which agency?', 'Tidemoor High School');
        await visitor.chooses('Names and date of birth');
        await visitor.chooses('Words agreed with the family');
        await visitor.chooses('Special educational needs');
        await visitor.page.locator('textarea[name="statement"]').fill(said);
        await visitor.fills_in('What do they need it for?', 'To plan the return');
        await visitor.chooses('Consent');
        await visitor.page.getByLabel('Which consent?').selectOption({ index: 1 });
        await visitor.fills_in_date('First day', day_from_now(0));
        await visitor.fills_in_date('Last day', day_from_now(30));
        visitor.expects(`${record}/shares/new`, 400);
        await visitor.presses('Share');
        await visitor.sees('Choose only what the consent covers');
        await visitor.finds_the_page_well();
        await visitor.page.getByLabel('Special educational needs', { exact: true }).uncheck();
        await visitor.presses('Share');
        await visitor.sees('Shared with Tidemoor High School', said);
        await visitor.finds_the_page_well();
        await visitor.takes_a_picture('advice_shares');
    });
    let share = '';
    await step('and the SENCO reads it, and nothing else of the record', async () => {
        await signs_in(visitor, server, 'senco@high.tidemoor.example');
        await visitor.opens('/shared');
        await visitor.follows(`Iona ${family}`);
        share = path_of(visitor);
        await visitor.sees(`Iona ${family}`, said, 'or until the family takes consent back');
        await visitor.does_not_see('Morwen', 'Special educational needs');
        await visitor.finds_the_page_well();
        await visitor.takes_a_picture('advice_shared');
        visitor.expects(record, 404);
        await visitor.opens(record, 404);
    });
    await step('and the council finds nothing', async () => {
        await signs_in(visitor, server, 'inclusion@tidemoor.example');
        await visitor.opens('/shared');
        await visitor.does_not_see(family);
        await visitor.opens(share, 404);
    });
    await step('when consent is taken back, the adviser sees who read it, and what cannot be taken back', async () => {
        await signs_in(visitor, server, adviser);
        await visitor.opens(record);
        await visitor.follows('Who has seen this record');
        await visitor.sees('Somebody at Tidemoor High School');
        await visitor.opens(`${record}/consents`);
        await visitor.presses('Withdraw this consent');
        await visitor.sees('Withdrawn', 'It cannot be taken back');
        await visitor.finds_the_page_well();
    });
    await step('then the school finds it no more', async () => {
        await signs_in(visitor, server, 'senco@high.tidemoor.example');
        await visitor.opens('/shared');
        await visitor.does_not_see(family);
        await visitor.opens(share, 404);
    });
}
