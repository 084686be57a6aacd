/**
 * What the site may weigh on the wire, in kB of 1000 bytes of brotli. A budget that is met is tightened to what was
 * measured and 5 % more.
 */
export const budgets = {
	/** `/`, everything that it loads at first. */
	home: 44.3,
	/**
	 * Any step opened by its own address, everything that it loads at first: half of the closest comparable site. 32 of
	 * it are the framework.
	 */
	step: 75,
	/** What one step still needs when another is open. */
	between: 9,
	/**
	 * The script of the service worker: both servers, and the interface to the sandbox of the rules, which a worker may
	 * not load later. 60 is wanted.
	 */
	worker: 61
};
