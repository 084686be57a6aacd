/** `npm run native`: time sheets in a terminal. The person signs in in their own browser: RFC 8252 §6. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { readConfig } from './config.js';
import { beginSignIn, finishSignIn, openClient, sentenceOf, Session, SignInNeeded } from './sign-in.js';

const patience = 5 * 60_000;

/** What servers say is printed as plain text: a control character could steer the terminal. */
const say = (/** @type {string} */ text) => console.log(text.replace(/\p{Cc}/gu, ' '));

/** The system browser, or the program in BROWSER. The address is printed as well, for where there is none. */
function openBrowser(/** @type {string} */ url) {
	const byPlatform = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
	const otherwise = Object.entries(byPlatform).find(([name]) => name === process.platform)?.[1] ?? [
		'xdg-open'
	];
	const [program = '', ...options] = process.env.BROWSER ? [process.env.BROWSER] : otherwise;
	// No shell: whatever is in the address stays one argument.
	spawn(program, [...options, url], { stdio: 'ignore', detached: true })
		.on('error', () => undefined)
		.unref();
}

/** A server for one answer, at the loopback interface by number and at any free port: RFC 8252 §7.3 and §8.3. */
async function openReceiver(/** @type {number} */ port) {
	const server = createServer();
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const redirectUri = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}/callback`;
	/** The address by which the browser came back. What has another state is not of our sign-in, and is not taken. */
	const receive = (/** @type {string} */ state) =>
		new Promise((resolve, reject) => {
			setTimeout(
				() => reject(new Error('Nobody came back from the sign-in in five minutes.')),
				patience
			).unref();
			server.on('request', (request, response) => {
				const url = new URL(request.url ?? '/', redirectUri);
				const isAnswer = url.href.startsWith(`${redirectUri}?`) && url.searchParams.get('state') === state;
				const text = isAnswer
					? 'Go back to the terminal. You can close this page.'
					: 'No sign-in waits for this.';
				response.writeHead(isAnswer ? 200 : 404, { 'content-type': 'text/plain', connection: 'close' });
				response.end(text);
				if (isAnswer) resolve(url);
			});
		});
	const close = () => {
		server.close();
		server.closeAllConnections();
	};
	return { redirectUri, receive, close };
}

/** @param {ReturnType<typeof readConfig>} config */
async function signIn(config) {
	const settings = { ...config, clientId: config.nativeClientId };
	const client = await openClient(settings);
	const receiver = await openReceiver(config.nativePort);
	const { url, checks } = await beginSignIn(client, settings, receiver.redirectUri);
	const answer = receiver.receive(checks.expectedState);
	say('Sign in with your browser. If it does not open, go to:');
	say(url.href);
	openBrowser(url.href);
	const tokens = await finishSignIn(client, await answer, checks).finally(receiver.close);
	// The tokens stay in memory. A program that keeps them puts them into the key store of the system.
	return new Session(client, tokens, () => say('The access token had expired, and was renewed.'));
}

/** @param {Session} session @param {URL} url */
async function list(session, url) {
	const { timesheets } = await session.call(url, undefined);
	if (timesheets.length === 0) say('No time sheets yet.');
	for (const { day, hours, task } of timesheets) say(`${day}  ${hours} h  ${task}`);
}

/** @param {Session} session @param {URL} url @param {string} line */
async function obey(session, url, line) {
	const [command, day, hours, ...task] = line.trim().split(/\s+/);
	if (command === 'list') return list(session, url);
	if (command !== 'add') return say('list | add 2026-11-27 7.5 What was done | quit');
	await session.call(url, { day, hours: Number(hours), task: task.join(' ') });
	say('Added.');
}

async function main() {
	const config = readConfig();
	const url = new URL(`${config.apiUrl}/timesheets`);
	const session = await signIn(config);
	say(`Signed in as ${session.tokens.person}.`);
	const fail = (/** @type {unknown} */ error) => {
		if (error instanceof SignInNeeded) throw error;
		say(sentenceOf(error));
	};
	await list(session, url).catch(fail);
	const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
	lines.prompt();
	for await (const line of lines) {
		if (line.trim() === 'quit') break;
		if (line.trim() !== '') await obey(session, url, line).catch(fail);
		lines.prompt();
	}
	lines.close();
	await session.revoke();
}

main().catch((error) => {
	say(sentenceOf(error));
	process.exit(1);
});
