/** How long one can look at a step before something is done there, and after, in milliseconds. */
const look = 350;

/** Time to look; none for whoever wants no motion. */
export const pause = (): Promise<void> =>
	matchMedia('(prefers-reduced-motion: reduce)').matches
		? Promise.resolve()
		: new Promise((resolve) => setTimeout(resolve, look));
