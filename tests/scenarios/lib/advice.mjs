// What scenarios of the advice service do alike: a child on the service's own record with a case, and a colleague in a browser of
// their own.
import { signs_in } from './sign_in.mjs';
import { Visitor } from './visitor.mjs';

export const adviser = 'adviser@advice.tidemoor.example';
export const manager = 'manager@advice.tidemoor.example';

/// Adds a child to the service's own people and opens a case; answers the case's address.
export async function opens_a_case(visitor, { given, family, work = 'Permanent exclusion' }) {
    await visitor.opens('/people/new');
    await visitor.fills_in('First name', given);
    await visitor.fills_in('Last name', family);
    await visitor.fills_in_date('Date of birth', '2012-03-17');
    await visitor.presses('Save and continue');
    const child = new URL(visitor.page.url()).pathname.split('/').at(-1);
    await visitor.opens(`/advice/cases/new?child=${child}`);
    await visitor.sees(`${given} ${family}`);
    await visitor.fills_in('What is the work for?', work);
    await visitor.presses('Open the case');
    await visitor.sees(`${given} ${family}`, 'Level 1');
    return new URL(visitor.page.url()).pathname;
}

/// Does something as somebody else, in a browser of their own.
export async function as_colleague(visitor, server, email, width, doing) {
    const context = await visitor.page.context().browser().newContext({ viewport: { width, height: 800 } });
    try {
        const colleague = new Visitor(await context.newPage(), server.address, { width, scripts: 'with', picture: 'advice-colleague' });
        await signs_in(colleague, server, email);
        const answer = await doing(colleague);
        colleague.met_no_trouble();
        return answer;
    } finally {
        await context.close();
    }
}

/// A record outside one's own caseload asks why it is opened.
export async function opens_with_purpose(visitor, address) {
    await visitor.opens(address);
    await visitor.sees('Why are you opening this record?');
    await visitor.page.getByRole('radio').first().check();
    await visitor.presses('Open the record');
}
