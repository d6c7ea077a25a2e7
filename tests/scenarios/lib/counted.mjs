// A person whose clicks, keys and ways between keys and mouse are counted. How long it takes is the keystroke-level model of Card,
// Moran and Newell (1980), for somebody who types 40 words a minute: a key 0.28 s, pointing 1.1 s and its click 0.2 s, a hand from keys
// to mouse or back 0.4 s, a thought before each answer 1.35 s. It needs no clock, so it says the same on any computer.
const seconds = { key: 0.28, point: 1.1, press: 0.2, hand: 0.4, thought: 1.35 };

export class Counted {
    constructor(page) {
        this.page = page;
        this.clicks = 0;
        this.keys = 0;
        this.thoughts = 0;
        this.ways = 0;
        this.hand_is_on = 'mouse';
    }
    reaches_for(thing) {
        if (this.hand_is_on !== thing) this.ways += 1;
        this.hand_is_on = thing;
    }
    /// Puts the cursor where the next words go: known beforehand, so no thought.
    async clicks_into(field) {
        // The page may have moved under the mouse: somebody who sees no cursor there clicks again, and that counts.
        for (let tries = 0; tries < 3; ++tries) {
            await this.clicks_at(field);
            if (await field.evaluate((one) => one === document.activeElement)) return;
        }
        throw new Error('the cursor does not go into the field');
    }
    async clicks_on(locator) {
        this.thoughts += 1;
        await this.clicks_at(locator);
    }
    async clicks_at(locator) {
        this.reaches_for('mouse');
        this.clicks += 1;
        await locator.click();
    }
    async types(words) {
        this.reaches_for('keys');
        this.keys += words.length;
        this.thoughts += 1;
        await this.page.keyboard.type(words);
    }
    async tabs() {
        this.reaches_for('keys');
        this.keys += 1;
        await this.page.keyboard.press('Tab');
    }
    seconds() {
        return this.keys * seconds.key + this.thoughts * seconds.thought + this.ways * seconds.hand
            + this.clicks * (seconds.point + seconds.press);
    }
}
