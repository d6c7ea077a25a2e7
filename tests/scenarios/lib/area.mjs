// Reads the answers that a page of figures gives, and the file beneath a chart, so that one can be held against the other.
import assert from 'node:assert/strict';

/// What the page says where the pattern fits; fails where it says no such thing.
export async function answer_on(visitor, pattern) {
    const text = await visitor.words();
    const found = text.match(pattern);
    assert.ok(found, `the page does not answer ${pattern}; it says: ${text.slice(0, 600)}`);
    return found.slice(1);
}

/// The rows of a chart's file, the head first: the same address with the chart's name.
export async function file_beneath(visitor, chart) {
    const href = await visitor.page.locator(`#${chart} a[href*="${chart}.csv"]`).first().getAttribute('href');
    const got = await visitor.page.request.get(visitor.address + href);
    assert.equal(got.status(), 200, `${href} answered ${got.status()}`);
    return (await got.text()).trim().split('\r\n').map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)
        .map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')));
}

/// The page in the reader's own colours: nothing is lost of what axe and the eye need.
export async function holds_in_forced_colours(visitor, picture) {
    await visitor.page.emulateMedia({ forcedColors: 'active' });
    await visitor.takes_a_picture(picture);
    await visitor.breaks_no_rule_of_axe();
    const unseen = await visitor.page.evaluate(() => [...document.querySelectorAll('.govuk-button, .govuk-input, .govuk-select, .govuk-radios__label, .govuk-checkboxes__label')]
        .filter((one) => one.checkVisibility()).filter((one) => {
            const part = one.matches('label') ? '::before' : null;
            const style = getComputedStyle(one, part);
            return parseFloat(style.borderTopWidth) === 0 && parseFloat(style.outlineWidth) === 0;
        }).map((one) => one.className));
    assert.deepEqual(unseen, [], 'each thing to press or fill in has an edge');
    await visitor.page.emulateMedia({ forcedColors: 'none' });
}
