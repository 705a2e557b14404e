// The register: number keys mark the row that has focus, the rest can be marked in one go, and a line counts what is left.
//
// Markup: a [data-register] in a form, with one [data-register-row] for each pupil, holding radios, and a [data-register-left] with
// role="status". The form's button[name=rest] carries the mark to give to the rest; without script the server does the same.

export function start(): void {
  document.querySelectorAll('[data-register]').forEach((register) => {
    const form = register.closest('form')
    if (form) assist(form)
  })
}

function assist(form: HTMLFormElement): void {
  const rows = [...form.querySelectorAll<HTMLElement>('[data-register-row]')]
  const left = form.querySelector<HTMLElement>('[data-register-left]')
  const count = (): void => {
    const unmarked = rows.filter((row) => !marked(row)).length
    const words = unmarked === 0 ? 'Everyone is marked' : unmarked === 1 ? '1 pupil left to mark' : `${unmarked} pupils left to mark`
    if (left && left.textContent !== words) left.textContent = words
  }

  rows.forEach((row, index) => {
    row.addEventListener('keydown', (event) => {
      // Only while focus is on a mark: a number typed in a note stays a number.
      if (!isRadio(event.target) || event.ctrlKey || event.altKey || event.metaKey) return
      const choice = radios(row)[Number(event.key) - 1]
      if (!choice) return
      event.preventDefault()
      choose(choice)
      const next = rows[index + 1]
      if (next) focusOf(next)?.focus()
    })
  })
  form.querySelectorAll<HTMLButtonElement>('button[name=rest]').forEach((button) => {
    button.addEventListener('click', (event) => {
      event.preventDefault()
      for (const row of rows) {
        if (marked(row)) continue
        const choice = radios(row).find(({ value }) => value === button.value)
        if (choice) choose(choice)
      }
    })
  })
  form.addEventListener('change', count)
  count()
}

function isRadio(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'radio'
}

/** The radios of the row's mark: the first group, not those of a reason that it opens. */
function radios(row: HTMLElement): HTMLInputElement[] {
  const all = [...row.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  return all.filter(({ name }) => name === all[0]?.name)
}

function marked(row: HTMLElement): boolean {
  return radios(row).some(({ checked }) => checked)
}

function choose(choice: HTMLInputElement): void {
  // A click, so that reasons which the choice opens are shown too.
  choice.click()
}

function focusOf(row: HTMLElement): HTMLInputElement | undefined {
  const choices = radios(row)
  return choices.find(({ checked }) => checked) ?? choices[0]
}
