// Pictures of pages, kept in build/screenshots.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './server.mjs';

// The titles of what was pictured, each with its width.
const pictured = new Set();

/// Whether no page of this title, apart from numbers, was pictured at this width; from now on, one was. The title of a page with a mistake
/// begins with "Error:", and pages that say different things have different titles.
export function is_first_picture_of(title, width) {
    const name = `${width} ${title.replace(/\d+/g, '')}`;
    const first = !pictured.has(name);
    pictured.add(name);
    return first;
}

/// The whole page, packed quickly rather than small: there are hundreds of them in a run. A wide one is made smaller, to the least at which
/// its words can be read: its time goes by its points.
async function picture_of(lens) {
    const { cssContentSize: { width, height } } = await lens.send('Page.getLayoutMetrics');
    const { data } = await lens.send('Page.captureScreenshot', {
        format: 'png', optimizeForSpeed: true, captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: width > 1000 ? 0.6 : 1 },
    });
    return Buffer.from(data, 'base64');
}

/// `lens` is a session with the page.
export async function keeps_the_picture(lens, name) {
    const folder = join(root, 'build/screenshots');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.png`), await picture_of(lens));
}
