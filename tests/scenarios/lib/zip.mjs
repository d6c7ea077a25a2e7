// What a ZIP file holds, by its central directory (APPNOTE 4.3.12): names, and the bytes of a part.
import { inflateRawSync } from 'node:zlib';

function entries_in(zip) {
    const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new Error('that is no ZIP file');
    const entries = [];
    let at = zip.readUInt32LE(end + 16);
    for (let left = zip.readUInt16LE(end + 10); left > 0; --left) {
        const length = zip.readUInt16LE(at + 28);
        entries.push({
            name: zip.toString('utf8', at + 46, at + 46 + length), packed: zip.readUInt16LE(at + 10) !== 0,
            size: zip.readUInt32LE(at + 20), from: zip.readUInt32LE(at + 42),
        });
        at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return entries;
}

export const names_in_zip = (zip) => entries_in(zip).map((entry) => entry.name);

/// The bytes of the part of that name.
export function part_of_zip(zip, name) {
    const entry = entries_in(zip).find((one) => one.name === name);
    if (!entry) throw new Error(`there is no ${name}`);
    const start = entry.from + 30 + zip.readUInt16LE(entry.from + 26) + zip.readUInt16LE(entry.from + 28);
    const bytes = zip.subarray(start, start + entry.size);
    return entry.packed ? inflateRawSync(bytes) : bytes;
}
