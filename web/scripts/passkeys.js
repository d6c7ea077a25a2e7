// Asks the browser for a passkey, to make one or to sign in by one, and sends what it answers with the page's own form. The page
// says what is asked; without this script it says that a password will do.
const form = document.querySelector('form[data-onr-passkey]')

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

async function made({ challenge, host, user, account, person, known }) {
  const { response } = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(challenge),
      rp: { id: host, name: 'Onroll' },
      user: { id: new TextEncoder().encode(user), name: account, displayName: person },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: (known ? known.split(' ') : []).map((id) => ({ type: 'public-key', id: bytes(id) })),
      attestation: 'none'
    }
  })
  return {
    client_data: response.clientDataJSON,
    authenticator_data: response.getAuthenticatorData(),
    public_key: response.getPublicKey()
  }
}

async function used({ challenge, host }) {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: { challenge: bytes(challenge), rpId: host, userVerification: 'required' }
  })
  return {
    id: rawId,
    client_data: response.clientDataJSON,
    authenticator_data: response.authenticatorData,
    signature: response.signature
  }
}

if (form && window.PublicKeyCredential) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      const answer = await (form.dataset.onrPasskey === 'make' ? made : used)(form.dataset)
      for (const [name, value] of Object.entries(answer)) form.elements[name].value = text(value)
    } catch {
      // Turned down, or no passkey here: the server says in its own words what else to do.
    }
    form.submit()
  })
}
