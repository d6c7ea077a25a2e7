// Signed-in pages: says in time that a sign-in is about to end, keeps it by one press, and leaves the page when it has ended, so
// that nobody else reads it. Without scripts the words stand at the end of the page.
const warning = document.querySelector('[data-onr-time-out]')

function start(seconds, warnedBefore) {
  const words = warning.querySelector('[data-onr-time-out-words]')
  const form = warning.querySelector('form')
  const said = words.textContent
  let endsAt
  let timer

  const wait = (milliseconds, then) => {
    clearTimeout(timer)
    timer = setTimeout(then, Math.max(0, milliseconds))
  }
  const leave = () => location.replace('/sign-in/timed-out')
  const warn = () => {
    const minutes = Math.max(1, Math.round((endsAt - Date.now()) / 60000))
    warning.setAttribute('role', 'alert')
    warning.classList.add('onr-time-out--near')
    words.textContent = `You will be signed out in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`
    wait(endsAt - Date.now(), leave)
    keepFieldInView(true)
  }
  // It stands over the foot of the window: no field that has the focus, or gets it, stays beneath.
  const keepFieldInView = (near) => {
    document.documentElement.classList.toggle('onr-time-out-over', near)
    const focused = document.activeElement
    if (!near || !focused || focused === document.body || warning.contains(focused)) return
    // Whoever has scrolled away from it is not taken back.
    const { top, bottom } = focused.getBoundingClientRect()
    if (top < innerHeight && bottom > warning.getBoundingClientRect().top) focused.scrollIntoView({ block: 'nearest' })
  }
  const begin = () => {
    endsAt = Date.now() + seconds * 1000
    warning.removeAttribute('role')
    warning.classList.remove('onr-time-out--near')
    words.textContent = said
    keepFieldInView(false)
    wait((seconds - warnedBefore) * 1000, warn)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' })
      .then((answer) => (answer.status === 204 ? begin() : leave()))
      .catch(warn)
  })
  // A page that comes back from the browser's own memory may be older than its sign-in.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  // A computer that slept does not count the time.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() >= endsAt) leave()
  })
  begin()
}

if (warning) {
  start(Number(warning.dataset.onrTimeOut), Number(warning.dataset.onrWarnedBefore))
}
