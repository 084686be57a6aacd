/** Scrolls as little as shows the element, and from its top where it is taller than the screen. Not to what is hidden. */
export function reveal(element: HTMLElement): void {
	if (!element.checkVisibility()) return;
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	element.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
}
