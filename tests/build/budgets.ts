/**
 * What the site may weigh on the wire, in kB of 1000 bytes of brotli. Ceilings: one that stands in the way of a
 * correct reading is raised, with the reason.
 */
export const budgets = {
	/**
	 * `/`, everything that it loads at first: 2.1 times an empty page of the framework. Four of it are the styles of the
	 * whole site, on paper as well, and the shapes that every page draws. The diagram, the box and the proof come after. At the
	 * head of every page is the way to the cases, and two files may be dropped on it.
	 */
	home: 55,
	/**
	 * Any step opened by its own address, everything that it loads at first. 85 is wanted. 32 are the framework, nine the
	 * styles, five the page as it is read without scripts. What reads a walk, sends a message and says what failed comes
	 * when there is a walk, a message, a failure: the worker keeps it for that. What keeps the walk, fact by fact, is there.
	 * Fifteen are the look: the strip that is drawn from the trace, where each value has been, the bar with the one action,
	 * tabs, and the walk that goes by itself. Two are what a recording says: that it is one, how it ended, and what was taken
	 * out of it, so that no step shows for a moment what would be sent in its place.
	 */
	step: 104,
	/**
	 * What explains an error without a walk: the words of every cause are on the page, for whoever looks for theirs. Three of
	 * it are those of tokens that a client refuses, of requests that are too large, and of values that came out wrong.
	 * Two are what finds tokens in a text, damaged ones and several: the box knows them while one types.
	 */
	diagnose: 91,
	/** Two things side by side: what reads and compares them comes when they are there. */
	compare: 56,
	/** The bench for tokens: what reads and checks comes after its words, and what opens, explains and compares with a token. */
	tokens: 58,
	/** Recordings that are asked for, and sanitised: what reads and redacts them comes with the file. */
	sanitise: 62,
	/** The same, and how to record in four browsers. */
	collect: 69,
	/** Cases: what keeps them is there, what lists and saves them comes when they are switched on. */
	cases: 56,
	/** The built-in provider's pages: every form, and what reads and writes the settings. */
	provider: 94,
	/** What one step still needs when another is open. */
	between: 12,
	/**
	 * The script of the service worker: both servers, and the interface to the sandbox of the rules, which a worker may
	 * not load later. Two of it are the schemas by which the servers read what lies in the store, and the pages' ways on. One is the
	 * words of its pages, which are no part of the server, and one the names of the files that it keeps.
	 */
	worker: 71
};
