// Long lists of schools and providers become a box with suggestions; without script they stay a list.
import accessibleAutocomplete from 'accessible-autocomplete'

export function start(): void {
  document.querySelectorAll<HTMLSelectElement>('select[data-autocomplete]').forEach((selectElement) => {
    accessibleAutocomplete.enhanceSelectElement({
      selectElement,
      defaultValue: selectElement.value === '' ? '' : selectElement.selectedOptions[0]?.text ?? '',
      showAllValues: true,
      preserveNullOptions: true
    })
  })
}
