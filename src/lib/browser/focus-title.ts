/** A new step begins at its title, for the eye and for a reader. False where there is none. */
export function focusTitle(): boolean {
	const title = document.querySelector<HTMLElement>('h1[tabindex]');
	title?.focus({ preventScroll: true });
	return title !== null;
}
