/**
 * What the site may weigh on the wire, in kB of 1000 bytes of brotli. Ceilings: one that stands in the way of a
 * correct reading is raised, with the reason.
 */
export const budgets = {
	/**
	 * `/`, everything that it loads at first: 2.1 times an empty page of the framework. Four of it are the styles of the
	 * whole site, on paper as well, and the shapes that every page draws. The diagram, the box and the proof come after.
	 */
	home: 54,
	/**
	 * Any step opened by its own address, everything that it loads at first. 32 of it are the framework. 85 is wanted: 11
	 * are what a page needs when nothing more can be fetched, the words of every failure and what finds its cause.
	 * Two and a half keep the walk fact by fact, and put aside what cannot be read: nothing can be kept before they are there.
	 * Three tell attempts apart, and read what a message says in whatever form it comes. Fifteen are the look: the strip that is drawn from
	 * the trace, where each value has been, the bar with the one action, tabs, and the walk that goes by itself. A tenth
	 * is why a browser keeps a page out of the local network, in five answers instead of three.
	 */
	step: 118,
	/**
	 * What explains an error without a walk: the words of every cause are on the page, for whoever looks for theirs. One is
	 * the causes of clients that find their server themselves, with what their documents lack.
	 */
	diagnose: 132,
	/** The built-in provider's pages: every form, and the walk's memory for "use it in the walk". */
	provider: 125,
	/** What one step still needs when another is open. */
	between: 12,
	/**
	 * The script of the service worker: both servers, and the interface to the sandbox of the rules, which a worker may
	 * not load later. Two of it are the schemas by which the servers read what lies in the store, and the pages' ways on. One is the
	 * words of its pages, which are no part of the server.
	 */
	worker: 70
};
