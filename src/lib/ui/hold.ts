/** What a person does who wants to be elsewhere on the page. */
const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Milliseconds. What has not come by then comes too late to move anybody for it. */
const patience = 10_000;

/**
 * Keeps a place that somebody was led to where it is, while what is above it on the page still comes and grows. Browsers do
 * so by themselves, but not all of them and not always. It ends as soon as the person moves.
 */
export function hold(place: Element): () => void {
	const until = AbortSignal.timeout(patience);
	const observer = new ResizeObserver(() => place.scrollIntoView());
	const ended = new AbortController();
	const end = (): void => {
		observer.disconnect();
		ended.abort();
	};
	const { signal } = ended;
	until.addEventListener('abort', end, { signal });
	for (const move of moves) addEventListener(move, end, { signal, passive: true });
	observer.observe(document.body);
	return end;
}
