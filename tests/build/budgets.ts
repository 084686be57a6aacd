/**
 * What the site may weigh on the wire, in kB of 1000 bytes of brotli. Ceilings: one that stands in the way of a
 * correct reading is raised, with the reason.
 */
export const budgets = {
	/**
	 * `/`, everything that it loads at first: 2.1 times an empty page of the framework; 48 is wanted. Of it 36 are the
	 * framework with what the pages of this site use of it, and the head of the page; nine the styles of the whole site, on
	 * paper as well. The diagram, the box and the proof come after. Half of one is who may show a page in a frame, and how.
	 */
	home: 54,
	/**
	 * Any step opened by its own address, everything that it loads at first. 85 is wanted. 36 are the framework and the head
	 * of the page, nine the styles, five the page as it is read without scripts: fifty before anything of a walk. 29 are what
	 * all steps share: what keeps the walk, fact by fact, and reads how it stands; the strip that is drawn from it, where each
	 * value has been, the bar with the one action, and the walk that goes by itself. What sends a message, what an attempt
	 * came to, and what failed, come when there is a message, a second attempt, a failure: the worker keeps it for that.
	 * Two are frames in pages of others: a place of its own for each, the servers in its page, and the ways out of it.
	 * Half of one opens the JWTs in messages: without it a value that came in one was said to be in no message.
	 */
	step: 98,
	/**
	 * The tutorial: ten of it are its text in the page, and ten the same text in its script. The walk, and each step with
	 * what it shows, come when the reader comes near.
	 */
	tutorial: 72,
	/**
	 * What explains an error without a walk: the words of every cause are on the page, for whoever looks for theirs. What
	 * recognises what is pasted comes behind the box for it, which is there at once.
	 */
	diagnose: 77,
	/** Two things side by side: what reads and compares them comes when they are there. */
	compare: 52.5,
	/** The bench for tokens: what reads and checks comes after its words, and what opens, explains and compares with a token. */
	tokens: 56,
	/** Recordings that are asked for, and sanitised: what reads and redacts them comes with the file. */
	sanitise: 59,
	/** The same, and how to record in four browsers. */
	collect: 64,
	/** Where the element for pages of others is set up: names of all providers, and code for seven kinds of pages. */
	embed: 64,
	/** What a page of others loads for it, before its frame. A promise to them: it is not raised. */
	element: 5,
	/** Cases: what keeps them is there, what lists and saves them comes when they are switched on. */
	cases: 53,
	/** The built-in provider's pages: every form, and what reads and writes the settings. */
	provider: 96,
	/** What one step still needs when another is open. */
	between: 9,
	/**
	 * The script of the service worker: both servers, and the interface to the sandbox of the rules, which a worker may
	 * not load later. Two of it are the schemas by which the servers read what lies in the store, and the pages' ways on. One is the
	 * words of its pages, which are no part of the server, and one the names of the files that it keeps.
	 * One is UserInfo that is signed, and the checks of it.
	 */
	worker: 72
};
