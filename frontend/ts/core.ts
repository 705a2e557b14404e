// The script of every page. Nothing depends on it: each page works without, with a little more effort.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'
import { FileUpload } from 'govuk-frontend/dist/govuk/components/file-upload/file-upload.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'

import { enhance } from './enhance'

/** Radios that open further questions, without the aria-expanded that ARIA does not allow on a radio. */
class PlainRadios extends Radios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}

for (const component of [
  Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, FileUpload, NotificationBanner, PasswordInput, PlainRadios,
  ServiceNavigation, SkipLink
]) {
  createAll(component)
}

enhance()
if (document.querySelector('[data-register]')) void import('./register').then(({ start }) => start())
if (document.querySelector('select[data-autocomplete]')) void import('./autocomplete').then(({ start }) => start())
const timeLeft = document.querySelector<HTMLFormElement>('form[data-time-left]')
if (timeLeft) void import('./time_left').then(({ start }) => { start(timeLeft) })
