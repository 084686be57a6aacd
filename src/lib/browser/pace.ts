/** How long one can look at a step before something is done there, and after, in milliseconds. */
const look = 350;

/** Time to look; none for whoever wants no motion. */
export const pause = (): Promise<void> =>
	matchMedia('(prefers-reduced-motion: reduce)').matches
		? Promise.resolve()
		: new Promise((resolve) => setTimeout(resolve, look));

/** Acts every second while the page is in sight, and at once when it comes into sight again. */
export function everySecond(act: () => void): () => void {
	const timer = setInterval(() => document.hidden || act(), 1000);
	document.addEventListener('visibilitychange', act);
	return () => {
		clearInterval(timer);
		document.removeEventListener('visibilitychange', act);
	};
}
