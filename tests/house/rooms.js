/**
 * Which room may import what: the one place where it is written. ESLint reads it (eslint.config.js), the house tests
 * read it (tests/house/imports.test.ts), and the table in CONTRIBUTING.md is compared with it. What is not listed
 * is forbidden.
 *
 * @typedef {object} Room
 * @property {string} folder Where its files are, from the root of the project.
 * @property {string} holds What it is, in a few words.
 * @property {string} why The reason for its row: what would break if it imported more.
 * @property {string[]} imports Rooms that it may import from.
 * @property {string[]} [types] Rooms that it may import types from, and nothing else.
 * @property {Record<string, string[]>} [only] Rooms that one file of it may import from, by the name of the file.
 * @property {string[]} packages Packages, and SvelteKit's own modules, that it may import.
 * @property {'all' | string[]} [outside] What it may touch of the world around it; `all` for the rooms made for that.
 */

/** @type {Record<string, Room>} */
export const rooms = {
	lexicon: {
		folder: 'src/lib/lexicon',
		holds: 'words: steps, parameters, claims, sections, checks',
		why: 'Everyone speaks these words, so they may depend on nobody.',
		imports: [],
		packages: []
	},
	wire: {
		folder: 'src/lib/wire',
		holds: 'bytes: HTTP messages as plain values',
		why: 'Bytes have no opinion about the protocol that they carry.',
		imports: ['lexicon'],
		packages: ['fflate', 'har-format', 'jose', 'valibot']
	},
	message: {
		folder: 'src/lib/message',
		holds: 'sense: what a protocol message says, however it came',
		why: 'A message is read in one place: a second reader gives a second answer.',
		imports: ['lexicon', 'wire'],
		packages: ['jose', 'jwt-decode']
	},
	trace: {
		folder: 'src/lib/trace',
		holds: 'facts: what happened, kept, exported, redacted',
		why: 'A fact says what happened; whoever computes what it means is above it.',
		imports: ['lexicon', 'wire', 'message'],
		packages: ['valibot']
	},
	client: {
		folder: 'src/lib/client',
		holds: 'role: our half of the protocol',
		why: 'The three roles of RFC 6749 §1.1 meet on the wire only, as in life.',
		imports: ['lexicon', 'wire', 'message'],
		packages: ['jose', 'oauth4webapi', 'valibot']
	},
	'authorization-server': {
		folder: 'src/lib/authorization-server',
		holds: 'role: issues codes and tokens',
		why: 'The three roles of RFC 6749 §1.1 meet on the wire only, as in life.',
		imports: ['lexicon', 'wire', 'message'],
		packages: ['jose', 'valibot']
	},
	'resource-server': {
		folder: 'src/lib/resource-server',
		holds: 'role: the sample API',
		why: 'The three roles of RFC 6749 §1.1 meet on the wire only, as in life.',
		imports: ['lexicon', 'wire', 'message'],
		packages: ['jose', 'valibot']
	},
	sandbox: {
		folder: 'src/lib/sandbox',
		holds: 'where rules that people write run',
		why: 'Code of strangers runs here: it reaches what is handed to it and nothing else.',
		imports: ['lexicon'],
		packages: ['@jitl/quickjs-wasmfile-release-sync', 'quickjs-emscripten-core', 'valibot']
	},
	embedded: {
		folder: 'src/lib/embedded',
		holds: 'the two servers on one origin',
		why: 'The one place that sees both servers; worker, page and Node run them through it.',
		imports: ['lexicon', 'authorization-server', 'resource-server', 'sandbox', 'lessons'],
		packages: ['idb', 'valibot']
	},
	providers: {
		folder: 'src/lib/providers',
		holds: 'what real providers do',
		why: 'Knowledge about providers is data, and nothing else branches on a provider.',
		imports: ['lexicon', 'message'],
		types: ['trace'],
		packages: []
	},
	tokens: {
		folder: 'src/lib/tokens',
		holds: 'a token alone: its keys, and the checks of its kind',
		why: 'What a token proves is the same wherever it came from: nobody who asks is known here.',
		imports: ['lexicon', 'wire', 'message', 'client'],
		packages: ['jose']
	},
	flow: {
		folder: 'src/lib/flow',
		holds: 'walk: the steps, their order, the fold',
		why: 'A step asks and reads; who sends and who shows is not its business.',
		imports: ['lexicon', 'wire', 'message', 'trace', 'client'],
		packages: ['diff']
	},
	recording: {
		folder: 'src/lib/recording',
		holds: 'past: what other people’s browsers recorded',
		why: 'A recording is facts like any other; what they mean is found out by the fold.',
		imports: ['lexicon', 'wire', 'message', 'trace'],
		packages: []
	},
	diagnosis: {
		folder: 'src/lib/diagnosis',
		holds: 'what a failure means: causes and remedies',
		why: 'It judges what a walk knows and what people paste; nobody below waits for its verdict.',
		imports: ['lexicon', 'wire', 'message', 'trace', 'flow', 'providers'],
		packages: []
	},
	snippets: {
		folder: 'src/lib/snippets',
		holds: 'a step as code, in many languages',
		why: 'Code is text made from a walk’s own values: it computes no protocol, and nobody waits for it.',
		imports: ['lexicon', 'wire'],
		packages: []
	},
	lessons: {
		folder: 'src/lib/lessons',
		holds: 'everything a person reads',
		why: 'Text is keyed by words, so that a missing text does not compile.',
		imports: ['lexicon'],
		types: ['providers'],
		packages: ['svelte']
	},
	report: {
		folder: 'src/lib/report',
		holds: 'what is given to others: tickets, pages, files',
		why: 'It tells what others found out, in a form that does nothing where it is read.',
		imports: ['lexicon', 'wire', 'message', 'trace', 'flow', 'providers', 'diagnosis', 'lessons'],
		packages: []
	},
	browser: {
		folder: 'src/lib/browser',
		holds: 'every touch of the page around us',
		why: 'It sends and keeps; what an answer means is decided elsewhere.',
		imports: ['lexicon', 'wire', 'message', 'trace'],
		types: ['flow', 'recording', 'sandbox'],
		only: {
			// A file is read apart from the page: the worker is this room's, what it runs is not.
			'import/door.ts': ['recording'],
			'import/in-page.ts': ['recording'],
			'import/read-worker.ts': ['recording'],
			// Long tokens are read apart from the page as well.
			'tokens/in-page.ts': ['tokens'],
			'embedded/in-page.ts': ['embedded'],
			'embedded/embedded-store.ts': ['authorization-server', 'embedded'],
			'embedded/realm.ts': ['embedded']
		},
		packages: ['@jitl/quickjs-wasmfile-release-sync', 'idb', 'valibot'],
		outside: 'all'
	},
	element: {
		folder: 'src/lib/element',
		holds: 'one element that shows the site in pages of others',
		why: 'It runs where nothing of ours is: every byte of it is paid by the pages of others.',
		imports: ['lexicon', 'lessons'],
		packages: [],
		outside: 'all'
	},
	state: {
		folder: 'src/lib/state',
		holds: 'memory: the rune classes, one writer',
		why: 'The only assignment of the app is here, and it knows no screen.',
		imports: ['lexicon', 'trace', 'flow'],
		types: ['wire', 'authorization-server', 'embedded', 'recording', 'sandbox'],
		packages: ['svelte']
	},
	ui: {
		folder: 'src/lib/ui',
		holds: 'shapes: components that know no OAuth',
		why: 'What would fit any other app stays fit for it.',
		imports: [],
		packages: ['svelte'],
		outside: ['navigator', 'document', 'setTimeout', 'clearTimeout']
	},
	panels: {
		folder: 'src/lib/panels',
		holds: 'views: components that know the playground',
		why: 'A panel looks up and shows: it decides nothing, and sends by the state alone.',
		imports: [
			'lexicon',
			'wire',
			'message',
			'trace',
			'flow',
			'providers',
			'tokens',
			'diagnosis',
			'recording',
			'report',
			'snippets',
			'lessons',
			'state',
			'ui'
		],
		types: ['client'],
		packages: ['svelte'],
		outside: ['navigator', 'document', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout']
	},
	dashboard: {
		folder: 'src/lib/dashboard',
		holds: 'views of the embedded provider’s settings',
		why: 'It knows the server’s settings and nothing of the walk, so that panels need not know them.',
		imports: ['lexicon', 'authorization-server', 'sandbox', 'lessons', 'state', 'ui'],
		packages: ['svelte', 'valibot']
	},
	routes: {
		folder: 'src/routes',
		holds: 'one composition for each address',
		why: 'Here the outside, the memory and the views are put together, and nothing is worked out.',
		imports: ['lexicon', 'browser', 'state', 'panels', 'dashboard', 'ui', 'lessons'],
		packages: ['svelte', '$app', '@sveltejs'],
		outside: ['location']
	},
	'service-worker': {
		folder: 'src/service-worker',
		holds: 'answers for the embedded servers, and offline',
		why: 'It hands requests to the servers and files to the page; it decides neither.',
		imports: ['lexicon', 'wire', 'message', 'embedded'],
		packages: ['@jitl/quickjs-wasmfile-release-sync', '$service-worker'],
		outside: 'all'
	},
	node: {
		folder: 'src/node',
		holds: 'what runs in a terminal',
		why: 'It puts the servers behind HTTP; no page needs it.',
		imports: ['lexicon', 'wire', 'authorization-server', 'embedded', 'lessons'],
		packages: ['node', 'sirv', 'valibot', 'vite'],
		outside: 'all'
	}
};

/** What only the rooms made for the outside may touch. Everywhere else it comes in by a port. */
export const outsideGlobals = [
	...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel'],
	...['window', 'self', 'document', 'navigator', 'location', 'history'],
	...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'],
	...['Worker', 'SharedWorker', 'alert', 'confirm', 'prompt', 'open', 'postMessage'],
	...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame'],
	...['process', 'Buffer', 'global', '__dirname']
];

/** Time and randomness: a port hands them in, so that a test can hold them still. */
export const portMembers = [
	['Date', 'now'],
	['Math', 'random'],
	['performance', 'now'],
	['crypto', 'getRandomValues'],
	['crypto', 'randomUUID']
];

/** Files that read the clock though they are no port, each with its reason. */
export const clockReaders = {
	'src/lib/client/recorded-clock.ts': 'turns a recorded time into the skew that oauth4webapi wants',
	'src/lib/panels/compare/rests.ts': 'rests after some milliseconds of work, so that the page can answer',
	'src/lib/panels/message/RunningNotice.svelte':
		'counts the seconds that a person waits; no fact has this time',
	'src/lib/panels/wire/WireEntry.svelte': 'tells what has just crossed from what a reload shows again'
};

/** @param {Room} room @param {string} fileName The path of the file inside its room. */
export const importsOf = (room, fileName) => [...room.imports, ...(room.only?.[fileName] ?? [])];
