// Charts in the reader's own colours and on paper: pictures of each kind, to be looked at.

export const name = 'The area’s charts in forced colours and on paper';
export const scripts = ['with'];

export async function steps({ visitor, step, width }) {
    await step('given the page of the area in forced colours', async () => {
        await visitor.page.emulateMedia({ forcedColors: 'active' });
        await visitor.opens('/area/001');
        await visitor.takes_a_picture('area_in_forced_colours');
        await visitor.breaks_no_rule_of_axe();
    });
    await step('then every line and word of a chart is a system colour', async () => {
        const own = await visitor.page.evaluate(() => {
            const shown = [...document.querySelectorAll('.onr-chart svg')].filter((svg) => svg.getBoundingClientRect().width > 0);
            const allowed = new Set();
            for (const name of ['Canvas', 'CanvasText', 'GrayText', 'Highlight', 'LinkText']) {
                const probe = document.createElement('span');
                probe.className = 'probe';
                document.body.append(probe);
                probe.style.setProperty('color', name);
                allowed.add(getComputedStyle(probe).color);
                probe.remove();
            }
            const others = new Set();
            for (const svg of shown)
                for (const shape of svg.querySelectorAll('rect, path, circle, text')) {
                    const style = getComputedStyle(shape);
                    for (const paint of [style.fill, style.stroke])
                        if (paint !== 'none' && !allowed.has(paint)) others.add(`${shape.tagName}.${shape.getAttribute('class')}: ${paint}`);
                }
            return { charts: shown.length, others: [...others].slice(0, 5) };
        });
        if (own.charts < 5) throw new Error(`only ${own.charts} charts are shown`);
        if (own.others.length > 0) throw new Error(own.others.join('; '));
    });
    await step('and on paper the wide drawing is used and downloads are left out', async () => {
        await visitor.page.emulateMedia({ forcedColors: 'none', media: 'print' });
        await visitor.takes_a_picture('area_on_paper');
        const shown = await visitor.page.evaluate(() => ({
            wide: document.querySelector('.onr-chart__wide').getBoundingClientRect().width > 0,
            downloads: document.querySelector('.onr-downloads').getBoundingClientRect().width > 0,
        }));
        if (!shown.wide || shown.downloads) throw new Error(JSON.stringify({ width, ...shown }));
    });
}
