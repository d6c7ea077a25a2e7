// On the page that records a contact: while somebody types a school's or a child's name, shows what fits, to choose from. Without
// scripts a button on the page does the same.
const form = document.querySelector('form[data-onr-look]')
const wait = 350
const shortest = 3

function look_while_typing(part, name) {
  const field = form.elements[name]
  const place = form.querySelector(`[data-onr-found="${part}"]`)
  if (!field || !place) return
  let timer
  let asked = field.value.trim()
  let latest = 0

  const look = () => {
    const words = field.value.trim()
    if (words === asked) return
    asked = words
    latest += 1
    const mine = latest
    if (words.length < shortest) {
      place.replaceChildren()
      return
    }
    const sent = new URLSearchParams()
    sent.set('form_token', form.elements.form_token.value)
    sent.set('part', part)
    sent.set(name, words)
    fetch(form.dataset.onrLook, { method: 'POST', body: sent, redirect: 'manual' })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .then((found) => {
        // A slower answer to what is no longer typed is left out.
        if (mine !== latest) return
        place.innerHTML = found
      })
      .catch(() => {})
  }
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(look, wait)
  })
  field.addEventListener('change', () => {
    clearTimeout(timer)
    look()
  })
}

if (form) {
  look_while_typing('school', 'school')
  look_while_typing('child', 'child_name')
}
