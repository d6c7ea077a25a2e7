// A child and the adults around it, put on record by the pages that staff of every agency use.
import { in_group, path_of } from './steps.mjs';

// They do not sound alike: else it is asked whether it is the same child.
const families = ['Quillon', 'Brackwater', 'Thistlewood', 'Marrowby', 'Fennimore', 'Oxbarrow', 'Pellwether', 'Sandiacre',
    'Uffington', 'Yarnscombe', 'Jessamy', 'Wolverley', 'Zeals', 'Dunchurch', 'Etwall', 'Garboldisham', 'Hexthorpe', 'Isfield',
    'Mudeford', 'Loxwood', 'Nunthorpe', 'Vobster', 'Pitchcombe', 'Kirkoswald', 'Abbotsbury', 'Clophill', 'Gunnislake', 'Inkpen',
    'Hockliffe', 'Rackenford', 'Swaffham', 'Tibberton', 'Ravelston', 'Mumby', 'Croxteth', 'Vaizey', 'Ferrybridge', 'Stope', 'Haddow',
    'Saltfleet', 'Brindle', 'Ockley', 'Thurgood', 'Jacobstow', 'Thackeray', 'Ullswater', 'Yarborough', 'Oakhanger', 'Underbarrow',
    'Blaxhall', 'Vandermeer', 'Pilkington', 'Ivinghoe', 'Rushbrook', 'Saltmarsh', 'Jevington', 'Wexcombe', 'Zennor',
    'Bexhollow', 'Cranmoor', 'Elmscar', 'Tarrant', 'Venning', 'Kingdon', 'Lockyear', 'Merriott', 'Gatwood', 'Hallivane'];
let next = 0;

/// On a new server every name is free.
export function names_begin_again() {
    next = 0;
}

/// A family name that no other run on this server has.
export function a_family_name() {
    if (next === families.length) throw new Error('no family name is left: add some to lib/people.mjs');
    return families[next++];
}

/// Adds a child to the people of whoever is signed in; answers the path of the record, which is then shown.
export async function adds_a_child(visitor, { given, family, born, sex, upn }) {
    await visitor.opens('/people/new');
    await visitor.fills_in('First name', given);
    await visitor.fills_in('Last name', family);
    await visitor.fills_in_date('Date of birth', born);
    if (sex) await visitor.chooses(sex);
    if (upn) await visitor.fills_in('UPN (optional)', upn);
    await visitor.presses('Save and continue');
    return path_of(visitor);
}

/// Fills the page in that adds a parent to a child's record; saving is left to the scenario.
export async function fills_in_a_parent(visitor, record, { given, family, bond = 'Mother', with_child = bond === 'Mother', contact = 'May be contacted' }) {
    await visitor.opens(`${record}/family`);
    await visitor.fills_in('First name', given);
    await visitor.fills_in('Last name', family);
    await visitor.picks('How are they related to the child?', bond);
    await visitor.chooses('Natural parent');
    await visitor.picks('Do they have parental responsibility?', bond === 'Mother'
        ? 'Yes: gave birth to the child' : 'Yes: on the birth certificate (registered from 1 December 2003)');
    await in_group(visitor, 'Does the child live with them?', with_child ? 'Yes' : 'No');
    await visitor.chooses(contact);
}

/// Adds a parent, with how to reach them and what they said is safe; answers the path of their page, which is then shown.
export async function adds_a_parent(visitor, record, parent) {
    await fills_in_a_parent(visitor, record, parent);
    if (parent.telephone) await visitor.fills_in('Telephone (optional)', parent.telephone);
    if (parent.email) await visitor.fills_in('Email (optional)', parent.email);
    if (parent.safe) await in_group(visitor, 'Has this person said what is safe?', 'Yes');
    for (const channel of parent.safe ?? []) await in_group(visitor, 'What is safe?', channel);
    await visitor.presses('Save');
    return path_of(visitor);
}

/// Adds a child who lives with a mother; answers the path of the child's record.
export async function adds_a_child_with_a_mother(visitor, child, mother) {
    const record = await adds_a_child(visitor, child);
    await adds_a_parent(visitor, record, { family: child.family, given: mother });
    return record;
}

/// Records where the child has lived since a day, as a protected address unless said otherwise.
export async function moves_to(visitor, record, { line, postcode, since = '2026-01-05', protect = 'Yes, protect it' }) {
    await visitor.opens(`${record}/move`);
    await visitor.fills_in('First line of the address', line);
    await visitor.fills_in('Town', 'Tidemoor');
    await visitor.fills_in('Postcode', postcode);
    await visitor.fills_in_date('When did they move?', since);
    await visitor.chooses(protect);
    await visitor.presses('Save the new address');
}
