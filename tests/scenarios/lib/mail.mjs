// The folder that the area's mail system empties.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const mails = (server) => {
    const folder = join(server.data, 'outbox');
    if (!existsSync(folder)) return []; // made with the first message
    return readdirSync(folder).filter((file) => file.endsWith('.eml')).map((file) => readFileSync(join(folder, file), 'utf8'));
};

/// A message to somebody that was not there before; waits until it is.
export async function mail_to(server, email, but_not = []) {
    for (let tries = 0; tries < 400; ++tries) {
        const mail = mails(server).find((one) => one.includes(`To: ${email}\r\n`) && !but_not.includes(one));
        if (mail) return mail;
        await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('the notice did not leave');
}

/// The path of the link that it holds.
export const link_in = (mail) => new URL(mail.match(/http\S+\/open\/[\w-]{43}/)[0]).pathname;
