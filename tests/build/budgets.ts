/**
 * What the site may weigh on the wire, in kB of 1000 bytes of brotli. A budget that is met is tightened to what was
 * measured and 5 % more.
 */
export const budgets = {
	/** `/`, everything that it loads at first. */
	home: 45,
	/** Any step opened by its own address, everything that it loads at first. */
	step: 75,
	/** What one step still needs when another is open. */
	between: 15,
	/** The script of the service worker: both servers. */
	worker: 60
};
