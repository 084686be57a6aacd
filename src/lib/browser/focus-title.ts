import { isElsewhere } from './embed/elsewhere';

/** A new step begins at its title, for the eye and for a reader. False where there is none. */
export function focusTitle(): boolean {
	const title = document.querySelector<HTMLElement>('h1[tabindex]');
	if (!isElsewhere()) title?.focus({ preventScroll: true });
	return title !== null;
}

/** What had the focus is gone with the page that it was on: whoever uses keys begins at the title of this one. */
export function focusTitleIfLost(): void {
	if (document.activeElement === document.body) focusTitle();
}
