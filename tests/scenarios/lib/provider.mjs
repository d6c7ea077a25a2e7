// An organisation's sign-in on this machine that speaks OpenID Connect: it lets everybody in as `subject`, checks what it is asked
// as a provider must, and can be told to give tokens that no provider may.
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';

const encoded = (value) => Buffer.from(value).toString('base64url');
const part = (value) => encoded(JSON.stringify(value));
const now = () => Math.floor(Date.now() / 1000);
const another_key = generateKeyPairSync('rsa', { modulusLength: 2048 });

/// header and claims signed as RS256.
const signed = (header, claims, key) => {
    const said = `${part(header)}.${part(claims)}`;
    return `${said}.${encoded(sign('sha256', Buffer.from(said), key.privateKey))}`;
};
const with_claims = (changes) => ({ header, claims, key }) => {
    const changed = { ...claims, ...changes };
    for (const [name, value] of Object.entries(changes)) if (value === undefined) delete changed[name];
    return signed(header, changed, key);
};
const with_header = (changes) => ({ header, claims, key }) => {
    const changed = { ...header, ...changes };
    for (const [name, value] of Object.entries(changes)) if (value === undefined) delete changed[name];
    return signed(changed, claims, key);
};
/// With one letter of one part replaced.
const altered = (which) => ({ header, claims, key }) => {
    const parts = signed(header, claims, key).split('.');
    parts[which] = parts[which].slice(0, 10) + (parts[which][10] === 'A' ? 'B' : 'A') + parts[which].slice(11);
    return parts.join('.');
};

/// The bad tokens of trust.md A-06, by name: each made of a good one.
export const bad_tokens = {
    'algorithm none': ({ header, claims }) => `${part({ ...header, alg: 'none' })}.${part(claims)}.x`,
    'algorithm none with an empty signature': ({ header, claims }) => `${part({ ...header, alg: 'none' })}.${part(claims)}.`,
    'shared secret made of the public key': ({ header, claims, key }) => {
        const said = `${part({ ...header, alg: 'HS256' })}.${part(claims)}`;
        const secret = key.publicKey.export({ type: 'spki', format: 'pem' });
        return `${said}.${encoded(createHmac('sha256', secret).update(said).digest())}`;
    },
    'signature of another key of the same name': ({ header, claims }) => signed(header, claims, another_key),
    'signature changed': altered(2),
    'claims changed after signing': altered(1),
    'key that the provider does not have': with_header({ kid: 'k2' }),
    'no name of a key': with_header({ kid: undefined }),
    'header that must be understood and is not': with_header({ crit: ['exp'] }),
    'access token instead': with_header({ typ: 'at+jwt' }),
    'another issuer': with_claims({ iss: 'https://evil.example' }),
    'issuer with one more slash': (good) => with_claims({ iss: `${good.claims.iss}/` })(good),
    'no issuer': with_claims({ iss: undefined }),
    'another audience': with_claims({ aud: 'another' }),
    'list of audiences without us': with_claims({ aud: ['one', 'two'] }),
    'several audiences and nobody authorised': with_claims({ aud: ['onroll', 'another'] }),
    'another authorised party': with_claims({ azp: 'another' }),
    'expired': (good) => with_claims({ exp: now() - 61 })(good),
    'no expiry': with_claims({ exp: undefined }),
    'expiry that is not a number': with_claims({ exp: 'tomorrow' }),
    'issued in the future': (good) => with_claims({ iat: now() + 300 })(good),
    'no time of issue': with_claims({ iat: undefined }),
    'issued long ago and still running': (good) => with_claims({ iat: now() - 3600 })(good),
    'not yet valid': (good) => with_claims({ nbf: now() + 300 })(good),
    'nonce of another question': with_claims({ nonce: 'another' }),
    'no nonce': with_claims({ nonce: undefined }),
    'another tenant': with_claims({ tid: 'elsewhere' }),
    'no organisation': with_claims({ tid: undefined }),
    'no subject': with_claims({ sub: undefined }),
    'password alone': with_claims({ amr: ['pwd'] }),
    'claim given twice': ({ header, claims, key }) => {
        const said = `${part(header)}.${encoded(JSON.stringify(claims).replace('{', '{"sub":"somebody else",'))}`;
        return `${said}.${encoded(sign('sha256', Buffer.from(said), key.privateKey))}`;
    },
    'five parts, as an encrypted token has': ({ header, claims, key }) => `${signed(header, claims, key)}.x.y`,
    'no token at all': () => '',
    'longer than any token': () => 'a'.repeat(20_000),
};

export class Provider {
    constructor() {
        this.key = generateKeyPairSync('rsa', { modulusLength: 2048 });
        this.subject = 'subject-1';
        this.factors = ['pwd', 'mfa'];
        this.asked = new Map();
        this.makes_token = ({ header, claims, key }) => signed(header, claims, key);
        this.server = createServer((request, response) => this.answer(request, response));
    }
    async start() {
        await new Promise((done) => this.server.listen(0, '127.0.0.1', done));
        this.issuer = `http://localhost:${this.server.address().port}`;
    }
    /// A notice that somebody signed out here, as it would be sent to `onroll`; `changes` spoil it.
    notice(id, changes = {}) {
        const { header, ...claims } = changes;
        return signed({ alg: 'RS256', kid: 'k1', typ: 'logout+jwt', ...header }, {
            iss: this.issuer, aud: 'onroll', sub: this.subject, jti: id, iat: now(), exp: now() + 120,
            events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims,
        }, this.key);
    }
    answer(request, response) {
        const url = new URL(request.url, this.issuer);
        const json = (value, status = 200) => {
            response.writeHead(status, { 'content-type': 'application/json' });
            response.end(JSON.stringify(value));
        };
        if (url.pathname === '/.well-known/openid-configuration')
            return json({ issuer: this.issuer, authorization_endpoint: `${this.issuer}/authorize`,
                token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/keys` });
        if (url.pathname === '/keys')
            return json({ keys: [{ ...this.key.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' }] });
        if (url.pathname === '/authorize') {
            const code = String(this.asked.size + 1);
            this.asked.set(code, url.searchParams);
            const back = new URL(url.searchParams.get('redirect_uri'));
            back.searchParams.set('code', code);
            back.searchParams.set('state', this.wrong_state ?? url.searchParams.get('state'));
            response.writeHead(302, { location: back.href });
            return response.end();
        }
        if (url.pathname === '/token') return this.give_token(request, json);
        return json({}, 404);
    }
    give_token(request, json) {
        let body = '';
        request.on('data', (piece) => { body += piece; });
        request.on('end', () => {
            const form = new URLSearchParams(body);
            const asked = this.asked.get(form.get('code'));
            this.asked.set(form.get('code'), undefined);
            const proof = encoded(createHash('sha256').update(form.get('code_verifier') ?? '').digest());
            const basic = `Basic ${Buffer.from('onroll:a secret').toString('base64')}`;
            if (!asked || asked.get('code_challenge') !== proof || request.headers.authorization !== basic)
                return json({ error: 'invalid_grant' }, 400);
            return json({ id_token: this.makes_token({
                header: { alg: 'RS256', kid: 'k1', typ: 'JWT' },
                claims: { iss: this.issuer, aud: 'onroll', sub: this.subject, tid: 'tidemoor', nonce: asked.get('nonce'),
                    amr: this.factors, iat: now(), exp: now() + 300 },
                key: this.key,
            }) });
        });
    }
}
