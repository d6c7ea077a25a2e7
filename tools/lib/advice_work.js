// What an advice service does, as the drills send it: contacts, cases, work with a file, and closes, each with a mark of its own by which
// it is known again.
'use strict';
const { hidden_fields, today_in_england } = require('./demo_server.js');

const begins = (mark) => `Mark ${mark} begins`;
const words_of = (mark) => `${begins(mark)} ${'x'.repeat(4000)} Mark ${mark} ends`;
/// Large enough to wait on the disk while it is sent, and another one for each mark.
const file_of = (mark) => Buffer.concat([Buffer.from(`%PDF-1.4\n${mark}\n`), Buffer.alloc(300_000, mark)]);

/// What a writer sends: a mark of its own, where it goes, what it says.
function a_contact(mark) {
    return { kind: 'contact', mark, page: '/advice/contacts/new', to: '/advice/contacts',
        answers: { channel: 'phone', child_name: begins(mark), story: words_of(mark) } };
}
function an_action(mark, address) {
    return { kind: 'action', mark, address, page: `${address}/actions/new`, to: `${address}/actions`,
        answers: { ...today(), kind: 'school', what: words_of(mark), took: '15' }, file: file_of(mark) };
}
function a_close(address) {
    return { kind: 'close', mark: address, address, page: `${address}/close`, to: `${address}/close`,
        answers: { outcomes: 'other', summary: 'Closed.', family: 'not_known', school: 'not_known', authority: 'not_known' } };
}

function today() {
    const [year, month, day] = today_in_england().split('-').map(Number);
    return { 'on-day': day, 'on-month': month, 'on-year': year };
}

/// Sends one form as a browser does, with its file where it has one.
function send(server, { to, fields, file, mark }) {
    if (!file) return server.ask(to, fields);
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('files', new Blob([file]), `${mark}.pdf`);
    return server.ask(to, form);
}

/// A child of the service's own; answers the record's address.
async function adds_a_child(server, given) {
    const form = hidden_fields((await server.ask('/people/new')).text);
    const added = await server.ask('/people/new', { ...form, given_name: given, family_name: 'Invented', looked: 'yes' });
    if (added.status !== 303) throw new Error(`a child could not be added (${added.status})`);
    return added.to;
}

async function opens_case_for(server, record) {
    const child = record.split('/').at(-1);
    const form = hidden_fields((await server.ask(`/advice/cases/new?child=${child}`)).text);
    const opened = await server.ask('/advice/cases', { ...form, child, work: 'Exclusion', level: '1', state: 'open' });
    if (opened.status !== 303) throw new Error(`a case could not be opened (${opened.status})`);
    return opened.to;
}

/// A child of the service's own, with a case; answers the case's address.
async function opens_a_case(server, given) {
    return opens_case_for(server, await adds_a_child(server, given));
}

/// The same for a child whose mother has said that email is safe; she has that address.
async function opens_a_case_of(server, given, mother) {
    const record = await adds_a_child(server, given);
    const form = hidden_fields((await server.ask(`${record}/family`)).text);
    const tie = { bond: 'mother', natural_parent: 'yes', responsibility: 'birth_mother', care: 'yes', contact: 'permitted' };
    const kept = await server.ask(`${record}/family`, { ...form, ...tie, given_name: 'Ylva', family_name: 'Invented', email: mother,
        safe_asked: 'yes', safe_channels: 'email' });
    if (kept.status !== 303) throw new Error(`a mother could not be added (${kept.status})`);
    return opens_case_for(server, record);
}

/// Whether what was saved is there whole.
async function is_whole(server, { kind, mark, path, address }) {
    if (kind === 'close') return (await server.ask(address)).text.includes('This case is closed');
    if (kind === 'contact') {
        const { status, text } = await server.ask(path);
        return status === 200 && text.includes(begins(mark)) && text.includes(`Mark ${mark} ends`);
    }
    const { text } = await server.ask(`${address}/documents`);
    const link = new RegExp(`href="([^"]+)"[^>]*>${mark}\\.pdf<`).exec(text)?.[1];
    const chronology = (await server.ask(`${address}/chronology`)).text;
    const once = chronology.split(begins(mark)).length === 2;
    return once && Boolean(link) && file_of(mark).equals((await server.ask(link)).bytes);
}

/// How often each mark is in the list of contacts, page by page.
async function marks_listed(server) {
    const found = new Map();
    for (let path = '/advice/contacts'; path;) {
        const { text } = await server.ask(path);
        for (const [, mark] of text.matchAll(/Mark ([\d-]+) begins/g)) found.set(mark, (found.get(mark) ?? 0) + 1);
        path = /href="(\/advice\/contacts\?before=[0-9a-f]+)"/.exec(text)?.[1];
    }
    return found;
}

module.exports = { a_close, a_contact, an_action, file_of, is_whole, marks_listed, opens_a_case, opens_a_case_of, send };
