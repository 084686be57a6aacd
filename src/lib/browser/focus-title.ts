import { isElsewhere } from './embed/elsewhere';

/** A new step begins at its title, for the eye and for a reader. False where there is none. */
export function focusTitle(): boolean {
	const title = document.querySelector<HTMLElement>('h1[tabindex]');
	if (!isElsewhere()) title?.focus({ preventScroll: true });
	return title !== null;
}
