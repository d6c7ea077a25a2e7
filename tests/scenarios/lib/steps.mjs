// Small steps that scenarios of every kind take.
import { readFileSync } from 'node:fs';
import { Visitor } from './visitor.mjs';

export const path_of = (visitor) => new URL(visitor.page.url()).pathname;

/// Ticks or chooses within the group of that legend.
export const in_group = (visitor, legend, label) =>
    visitor.page.getByRole('group', { name: legend }).getByLabel(label, { exact: true }).first().check();

/// The day so many days from today in England, as 2026-11-05.
export const day_from_now = (days) =>
    // en-CA is written in two ways by two versions of Node.
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(Date.now() + days * 86_400_000));

/// Presses a button whose form is then refused: the summary says what is missing, and the page is well.
export async function is_refused(visitor, button, ...words) {
    const found = visitor.page.getByRole('button', { name: button }).first();
    const to = new URL(await found.evaluate((one) => one.getAttribute('formaction') ?? one.form.getAttribute('action') ?? ''),
        visitor.page.url()).pathname;
    visitor.expects(to, 400);
    await visitor.presses(button);
    await visitor.sees('There is a problem', ...words);
    await visitor.finds_the_page_well();
    visitor.expects(to, 200);
}

/// Does something in a browser of somebody else's, of the same width; with scripts as this visitor has them, unless said otherwise.
export async function on_their_own(visitor, server, picture, doing, scripts = visitor.scripts) {
    const { width, widths } = visitor;
    const context = await visitor.page.context().browser().newContext({
        viewport: { width, height: 800 }, javaScriptEnabled: scripts === 'with', locale: 'en-GB', timezoneId: 'Europe/London',
    });
    const somebody = new Visitor(await context.newPage(), server.address, { width, scripts, picture, widths });
    try {
        const answer = await doing(somebody, context);
        somebody.met_no_trouble();
        return answer;
    } finally {
        await context.close();
    }
}

/// Presses a button that gives a file; answers { named, bytes }.
export async function saves_the_file(visitor, button) {
    const downloading = visitor.page.waitForEvent('download');
    await visitor.page.getByRole('button', { name: button }).first().click();
    const saved = await downloading;
    return { named: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
}
