/** Scrolls as little as shows the element, and from its top where it is taller than the screen. */
export function reveal(element: HTMLElement): void {
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	element.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
}
