// Saves effort on every page: drafts that save themselves, buttons that send once, filters that answer while they change.

const SAVE_EVERY = 10_000

export function enhance(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-autosave]').forEach(saveByItself)
  document.querySelectorAll<HTMLFormElement>('form').forEach(sendOnce)
  document.querySelectorAll<HTMLDetailsElement>('[data-filter-box]').forEach(foldOnPhone)
  const filters = document.querySelector<HTMLFormElement>('.wm-filter__form')
  if (filters) filterLive(filters)
}

/** Posts what was typed to the form's data-autosave address, every ten seconds and when the page is left. */
function saveByItself(form: HTMLFormElement): void {
  const address = form.dataset.autosave ?? ''
  const status = form.querySelector<HTMLElement>('[data-saved]')
  let saved = typed(form).toString()
  let sending = false

  const save = async (): Promise<void> => {
    const now = typed(form).toString()
    if (now === saved || sending) return
    sending = true
    try {
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(now), credentials: 'same-origin' })
      if (!answer.ok) throw new Error(String(answer.status))
      saved = now
      say(status, `Saved ${clockTime(new Date())}`)
    } catch {
      say(status, 'Not saved yet. What you typed is still here; we will try again.')
    } finally {
      sending = false
    }
  }

  const timer = window.setInterval(() => void save(), SAVE_EVERY)
  document.addEventListener('visibilitychange', () => {
    const now = typed(form).toString()
    if (document.visibilityState !== 'hidden' || now === saved) return
    if (navigator.sendBeacon(address, new URLSearchParams(now))) saved = now
  })
  form.addEventListener('submit', () => window.clearInterval(timer))
}

/** The form's values without files, which are not drafts. */
function typed(form: HTMLFormElement): URLSearchParams {
  const values = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values.append(name, value)
  return values
}

function clockTime(at: Date): string {
  const hours = at.getHours()
  const minutes = at.getMinutes()
  if (hours === 12 && minutes === 0) return 'midday'
  if (hours === 0 && minutes === 0) return 'midnight'
  const twelve = hours % 12 === 0 ? 12 : hours % 12
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `${twelve}${past}${hours < 12 ? 'am' : 'pm'}`
}

function say(status: HTMLElement | null, words: string): void {
  if (status && status.textContent !== words) status.textContent = words
}

/** A second press of a data-once button while the first is under way does nothing. Back from the next page, it works again. */
function sendOnce(form: HTMLFormElement): void {
  let sent = false
  form.addEventListener('submit', (event) => {
    const { submitter } = event as SubmitEvent
    if (!submitter?.hasAttribute('data-once')) return
    if (sent) event.preventDefault()
    sent = true
  })
  window.addEventListener('pageshow', () => { sent = false })
}

/** On a phone the filters start folded, so that the list is in sight. */
function foldOnPhone(box: HTMLDetailsElement): void {
  if (!window.matchMedia('(min-width: 48.0625em)').matches) box.open = false
}

/** Fetches the list again while its filters change, and puts it in the place of the old one. */
function filterLive(form: HTMLFormElement): void {
  let latest = 0
  const refresh = async (): Promise<void> => {
    const turn = ++latest
    const address = new URL(form.action || window.location.href)
    address.search = withoutEmpty(typed(form)).toString()
    try {
      const answer = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'text/html' } })
      if (!answer.ok || turn !== latest) return
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const place = document.querySelector('[data-results]')
      const list = fresh.querySelector('[data-results]')
      if (!place || !list || turn !== latest) return
      place.replaceChildren(...list.childNodes)
      document.title = fresh.title
      window.history.replaceState(null, '', address)
    } catch {
      // No signal: the button below the filters still sends them.
    }
  }
  let timer = 0
  const soon = (wait: number) => () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void refresh(), wait)
  }
  form.addEventListener('change', soon(0))
  form.addEventListener('input', soon(400))
}

function withoutEmpty(values: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const [name, value] of values) if (value !== '') kept.append(name, value)
  return kept
}
