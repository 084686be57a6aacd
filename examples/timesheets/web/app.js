/** The page of the employees: signs in, shows time sheets, adds one. */
import { beginSignIn, finishSignIn, openClient, sentenceOf, Session, SignInNeeded } from '../sign-in.js';

const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const redirectUri = `${location.origin}/`;

/**
 * What has to outlive the way to the provider and a reload, in this tab alone and no longer than it. Scripts of this
 * origin can read it, as they could any other place from where the page can send a token.
 * @param {'checks' | 'tokens'} name
 */
function recall(name) {
	try {
		return JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined;
	} catch {
		return undefined;
	}
}
const keep = (/** @type {'checks' | 'tokens'} */ name, /** @type {object} */ value) =>
	sessionStorage.setItem(name, JSON.stringify(value));
const forget = (/** @type {'checks' | 'tokens'} */ name) => sessionStorage.removeItem(name);

const say = (/** @type {{ problem?: string, note?: string }} */ { problem = '', note = '' }) => {
	find('problem').textContent = problem;
	find('note').textContent = note;
};

/** @type {import('openid-client').Configuration} */
let client;
/** @type {import('../sign-in.js').ClientSettings & { apiUrl: string }} */
let settings;
/** @type {Session | undefined} */
let session;

function showWho() {
	find('person').textContent = session?.tokens.person ?? '';
	find('sign-in').hidden = session !== undefined;
	find('sign-out').hidden = find('work').hidden = session === undefined;
}

/** @param {import('../sign-in.js').Tokens} tokens */
function begin(tokens) {
	keep('tokens', tokens);
	session = new Session(client, tokens, (renewed) => {
		keep('tokens', renewed);
		say({ note: 'The access token had expired, and was renewed.' });
	});
	showWho();
}

function end() {
	forget('tokens');
	session = undefined;
	showWho();
}

/** The person is back from the provider, with a code or with an error: RFC 6749 §4.1.2. */
async function comeBack() {
	const answer = new URL(location.href);
	const checks = recall('checks');
	forget('checks');
	// The code is good for once, and neither history nor a reload needs it.
	history.replaceState(null, '', redirectUri);
	if (!checks) throw new Error('This tab did not begin that sign-in. Sign in from here.');
	begin(await finishSignIn(client, answer, checks));
}

/** @param {unknown} [body] */
const callApi = (body) => session?.call(new URL(`${settings.apiUrl}/timesheets`), body);

async function showTimesheets() {
	const { timesheets } = (await callApi()) ?? { timesheets: [] };
	/** @param {{ day: string, hours: number, task: string }} timesheet */
	const toRow = ({ day, hours, task }) => {
		const row = document.createElement('tr');
		for (const text of [day, hours, task]) row.insertCell().textContent = String(text);
		return row;
	};
	find('rows').replaceChildren(...timesheets.map(toRow));
	find('empty').hidden = timesheets.length > 0;
	find('sheets').hidden = timesheets.length === 0;
}

/** Does what was pressed, and says what went wrong. @param {() => Promise<void>} move */
async function attempt(move) {
	say({});
	try {
		await move();
	} catch (error) {
		if (error instanceof SignInNeeded) end();
		say({ problem: sentenceOf(error) });
	}
}

async function signIn() {
	const { url, checks } = await beginSignIn(client, settings, redirectUri);
	keep('checks', checks);
	location.assign(url);
}

async function signOut() {
	const leaving = session;
	end();
	await leaving?.revoke();
	const url = leaving?.signOutUrl(redirectUri);
	if (url) location.assign(url);
	else say({ note: 'You are signed out here. The provider has no sign-out, and may still know you.' });
}

async function add() {
	const form = /** @type {HTMLFormElement} */ (find('add'));
	const { day, hours, task } = Object.fromEntries(new FormData(form));
	await callApi({ day, hours: Number(hours), task });
	form.reset();
	await showTimesheets();
}

find('sign-in').addEventListener('click', () => attempt(signIn));
find('sign-out').addEventListener('click', () => attempt(signOut));
find('reload').addEventListener('click', () => attempt(showTimesheets));
find('add').addEventListener('submit', (event) => {
	event.preventDefault();
	void attempt(add);
});

await attempt(async () => {
	settings = await (await fetch('/settings.json')).json();
	client = await openClient(settings);
	const parameters = new URLSearchParams(location.search);
	const tokens = recall('tokens');
	showWho();
	if (parameters.has('code') || parameters.has('error')) await comeBack();
	else if (tokens) begin(tokens);
	if (session) await showTimesheets();
});
