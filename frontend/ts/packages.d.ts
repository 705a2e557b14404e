// What we use of packages that bring no types.
declare module 'govuk-frontend/dist/govuk/init.mjs' {
  export function createAll(component: unknown, config?: object): unknown[]
}
declare module 'govuk-frontend/dist/govuk/components/*' {
  export const Button: unknown
  export const CharacterCount: unknown
  export const Checkboxes: unknown
  export const ErrorSummary: unknown
  export const ExitThisPage: unknown
  export const FileUpload: unknown
  export const NotificationBanner: unknown
  export const PasswordInput: unknown
  export class Radios {
    syncConditionalRevealWithInputState(input: HTMLInputElement): void
  }
  export const ServiceNavigation: unknown
  export const SkipLink: unknown
}
declare module 'accessible-autocomplete' {
  const accessibleAutocomplete: {
    enhanceSelectElement(options: {
      selectElement: HTMLSelectElement
      defaultValue?: string
      showAllValues?: boolean
      preserveNullOptions?: boolean
      confirmOnBlur?: boolean
    }): void
  }
  export default accessibleAutocomplete
}
