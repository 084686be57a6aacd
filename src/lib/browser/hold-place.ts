/** What a person does who wants to be elsewhere on the page. Not all who do so use these: see `leaves`. */
const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Milliseconds. What has not come by then comes too late to move anybody for it. */
const patience = 10_000;

/** Less than a heading away from where a link leads, in the size of text that the person has. Whoever came back may stand elsewhere. */
function isLedTo(place: Element): boolean {
	const heading = 3 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
	return Math.abs(place.getBoundingClientRect().top) < heading;
}

/**
 * Keeps the place that the address leads to where it is, while what is above it on the page still comes and grows. Browsers
 * do so by themselves, but not all of them and not always. It ends as soon as the person moves, or with what is returned.
 */
export function holdPlace(): () => void {
	const place = document.getElementById(location.hash.slice(1));
	const ended = new AbortController();
	const end = (): void => ended.abort();
	if (!place || !isLedTo(place)) return end;
	let height = document.body.offsetHeight;
	const observer = new ResizeObserver(() => {
		height = document.body.offsetHeight;
		place.scrollIntoView();
	});
	// A search in the page, a scroll bar, a screen reader: elsewhere, on a page that is as high as before.
	const leaves = (): void => {
		if (document.body.offsetHeight === height && !isLedTo(place)) end();
	};
	const late = setTimeout(end, patience);
	ended.signal.addEventListener('abort', () => {
		observer.disconnect();
		clearTimeout(late);
	});
	const listening = { signal: ended.signal, passive: true };
	for (const move of moves) addEventListener(move, end, listening);
	addEventListener('scroll', leaves, listening);
	observer.observe(document.body);
	return end;
}
