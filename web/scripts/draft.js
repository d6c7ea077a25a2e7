// Keeps what is typed into a long form on the server while somebody writes, sealed, so that a closed lid or a sign-in that ends
// loses nothing. A form says where with data-onr-draft. Without scripts a form that is sent too late is kept all the same. Where the
// connection is gone, the page says so, is not sent into nothing, and keeps what was typed as soon as there is one again.
const form = document.querySelector('form[data-onr-draft]')
const pause = 4000

function keep_while_typing(form) {
  const said = document.querySelector('[data-onr-draft-said]')
  let timer
  let changed = false
  let sent = false
  said?.setAttribute('role', 'status')
  const say = (words) => {
    if (said) said.textContent = words
  }

  const keep = (last) => {
    clearTimeout(timer)
    if (!changed || sent) return
    changed = false
    fetch(form.dataset.onrDraft, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      redirect: 'manual',
      keepalive: last
    })
      .then((answer) => {
        if (answer.status !== 204) return
        const time = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true })
        say(`Draft saved at ${time.replace(' ', '')}. Kept for 7 days.`)
      })
      .catch(() => {
        changed = true
        say('Not saved: there is no connection. Leave this page open. It is saved when the connection is back.')
      })
  }
  form.addEventListener('input', () => {
    changed = true
    clearTimeout(timer)
    timer = setTimeout(() => keep(false), pause)
  })
  addEventListener('online', () => keep(false))
  form.addEventListener('submit', (event) => {
    if (navigator.onLine === false) {
      event.preventDefault()
      changed = true
      say('Not sent: there is no connection. What you typed is still here. Press the button again when the connection is back.')
      return
    }
    sent = true
    clearTimeout(timer)
  })
  addEventListener('pagehide', () => keep(true))
}

if (form) keep_while_typing(form)
