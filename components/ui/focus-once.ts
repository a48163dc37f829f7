/** Moves the focus to what an answer of the server has put on the page, when it first appears. */
export function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
