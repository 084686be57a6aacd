/**
 * What the site may weigh on the wire, in kB of 1000 bytes of brotli. A budget that is met is tightened to what was
 * measured and 5 % more.
 */
export const budgets = {
	/** `/`, everything that it loads at first. */
	home: 45,
	/**
	 * Any step opened by its own address, everything that it loads at first. The aim is 75: half of the closest
	 * comparable site. 32 of it are the framework; what is over it came with the extensions and the manual way.
	 */
	step: 94,
	/** What one step still needs when another is open. */
	between: 17,
	/** The script of the service worker: both servers. The aim is 60; proofs, pushed and signed requests are over it. */
	worker: 64
};
