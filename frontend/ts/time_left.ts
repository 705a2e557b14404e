// Warns before a sign-in ends, and lets whoever is still there stay. What was typed stays where it is.
const WARN_BEFORE = 5 * 60_000

export function start(form: HTMLFormElement): void {
  const words = form.querySelector<HTMLElement>('[data-time-left-words]')
  const button = form.querySelector<HTMLButtonElement>('button')
  const idle = Number(form.dataset.idle) * 1000
  const wholeEnds = Date.now() + Number(form.dataset.whole) * 1000
  let ends = Math.min(Date.now() + idle, wholeEnds)

  const say = (text: string, canStay: boolean): void => {
    if (words && words.textContent !== text) words.textContent = text
    if (button) button.hidden = !canStay
    form.hidden = text === ''
  }

  // A computer that slept has lost count, so the clock is read each time.
  const look = (): void => {
    const left = ends - Date.now()
    if (left <= 0) say('You are signed out now. What you typed is still here: send it, sign in again, and it stands in the form once more.', false)
    else if (left > WARN_BEFORE) say('', true)
    else if (ends === wholeEnds) say('Your time is nearly up: you will be signed out within 5 minutes. Save what you are doing, then sign in again.', false)
    else say('You will be signed out within 5 minutes, because you have not sent anything for a while.', true)
  }

  // Another window of the same person holds the sign-in for this one too.
  const others = new BroadcastChannel('time-left')
  const renewed = (): void => {
    ends = Math.min(Date.now() + idle, wholeEnds)
    look()
  }
  others.addEventListener('message', renewed)
  others.postMessage('renewed')

  const stay = async (): Promise<void> => {
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fieldsOf(form)), credentials: 'same-origin', redirect: 'manual' })
      // What the server answers leads to another page: reading it is not needed, and to follow it would be a second request.
      if (answer.type !== 'opaqueredirect') throw new Error(String(answer.status))
      renewed()
      others.postMessage('renewed')
    } catch {
      say('That did not get through. Save what you are doing, or try again.', true)
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void stay()
  })
  document.addEventListener('visibilitychange', look)
  window.setInterval(look, 10_000)
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  const fields: [string, string][] = []
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.push([name, value])
  return fields
}
