/** As small as a control may be (WCAG 2.5.8): what is nearer is of one row. */
const least = 24;

/** From here on a pointer presses, which hits what is half covered. */
const roomy = 640;

const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** How far down a control has to go, so that what the bar leaves of it is nothing, or enough to be hit below the screen. */
function wayDown(control: HTMLElement, bar: HTMLElement): number {
	const { top, bottom } = control.getBoundingClientRect();
	const over = bar.getBoundingClientRect();
	if (top >= over.bottom || bottom <= over.top + 1) return 0;
	const down = Math.max(0, over.top - top);
	const beyond = bottom + down - over.bottom;
	return beyond > 0 && beyond < least ? down + least - beyond : down;
}

/** The first control that stands half under the bar. Not a word of a sentence; and what is not laid out is not asked for its place. */
function coveredBy(bar: HTMLElement): HTMLElement | undefined {
	const controls = document.querySelectorAll<HTMLElement>('a[href],button,summary,input,select,textarea');
	return [...controls].find((control) => {
		if (bar.contains(control) || !control.checkVisibility({ contentVisibilityAuto: true })) return false;
		return wayDown(control, bar) > 0 && getComputedStyle(control).display !== 'inline';
	});
}

/** What begins with the control goes with it: its row, and the box that the row is the head of. */
function rowOf(control: HTMLElement): HTMLElement {
	let row = control;
	while (row.parentElement && topOf(row.parentElement) > topOf(control) - least) row = row.parentElement;
	return row;
}

/**
 * Where a page begins on a phone, no control stands half under the bar at its foot, where it could hardly be hit: what would,
 * begins below it. Once somebody has scrolled, nothing moves: they have it where they want it.
 */
export function keepClearOf(bar: HTMLElement): () => void {
	let moved: HTMLElement[] = [];
	const clear = (): void => {
		if (document.documentElement.scrollTop > 0) return;
		for (const row of moved) row.style.removeProperty('margin-top');
		moved = [];
		for (let tries = 0; tries < 8 && bar.clientWidth < roomy; tries += 1) {
			const control = coveredBy(bar);
			if (!control) return;
			const row = rowOf(control);
			const down = topOf(control) - topOf(row) + wayDown(control, bar) + 1;
			const margin = parseFloat(getComputedStyle(row).marginTop) + down;
			row.style.setProperty('margin-top', `${margin}px`);
			moved.push(row);
		}
	};
	const observer = new ResizeObserver(clear);
	// What is beside the bar may grow while the whole is no higher than the screen.
	for (const grown of [document.body, ...document.querySelectorAll('main')]) observer.observe(grown);
	return () => observer.disconnect();
}
