/**
 * What it costs to verify a token, in the browser: a token of 1 MB, and one without `kid` whose key is the last of a
 * thousand, each against a bare `crypto.subtle.verify` of the same token in the same run, by a key that is already there;
 * to read a set of a thousand keys, against a bare `JSON.parse` of it; and the longest task of the page on the way.
 */
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { build } from 'vite';
import type { Host } from '../e2e/site';
import { median, shown } from './numbers';
import { openPage } from './open-page';

/** What is measured, as the page has it: the pure functions, bundled by themselves; and what they are given. */
interface Measured {
	readKeys: (text: string, pause: Pause) => Promise<{ ok: true; value: { keys: JWK[] } } | { ok: false }>;
	signatureStory: (
		token: string,
		context: { keys: { keys: JWK[] }; pause: Pause }
	) => Promise<{ verdict: string }>;
}

type Pause = () => Promise<void>;

interface World {
	measured: Measured;
	token: string;
	keys: string;
	/** Gives way after 20 milliseconds of work, and not before. */
	pause: Pause;
	tasks: number[];
}

async function bundle(): Promise<string> {
	const path = (name: string): string => fileURLToPath(new URL(`../../src/lib/${name}`, import.meta.url));
	const made = await build({
		configFile: false,
		logLevel: 'silent',
		resolve: { alias: { $lib: path('') } },
		plugins: [
			{
				name: 'measured',
				resolveId: (id) => (id === 'measured' ? id : undefined),
				load: (id) =>
					id === 'measured'
						? `export { readKeys } from '${path('tokens/keys/read-keys.ts')}';
						   export { signatureStory } from '${path('tokens/keys/story.ts')}';`
						: undefined
			}
		],
		build: {
			write: false,
			rolldownOptions: {
				input: 'measured',
				preserveEntrySignatures: 'strict',
				output: { format: 'iife', name: 'measured' }
			}
		}
	});
	const [first] = [made].flat();
	if (!first || !('output' in first)) throw new Error('Nothing was bundled.');
	return first.output[0].code;
}

interface Times {
	ours: number;
	bare: number;
	/** The longest task of the page while it was ours. */
	task: number;
	verdict: string;
}

/** Runs in the page: as often as said, by the keys as they were pasted; and bare, by each of them, imported before. */
async function verifyOnce(often: number): Promise<Times> {
	const { measured, token, keys, pause, tasks } = window as unknown as World;
	const read = await measured.readKeys(keys, pause);
	if (!read.ok) throw new Error('No keys.');
	const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
	await settle();
	tasks.splice(0);
	const start = performance.now();
	let verdict = '';
	for (let time = 0; time < often; time++)
		verdict = (await measured.signatureStory(token, { keys: read.value, pause })).verdict;
	const ours = (performance.now() - start) / often;
	await settle();
	const task = Math.max(0, ...tasks);
	const by = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
	const imported = await Promise.all(
		read.value.keys.map(({ kty = '', n = '', e = '' }) =>
			crypto.subtle.importKey('jwk', { kty, n, e }, by, false, ['verify'])
		)
	);
	const end = token.lastIndexOf('.');
	const signed = new TextEncoder().encode(token.slice(0, end));
	const text = atob(
		token
			.slice(end + 1)
			.replaceAll('-', '+')
			.replaceAll('_', '/')
	);
	const signature = Uint8Array.from(text, (character) => character.charCodeAt(0));
	const begun = performance.now();
	for (let time = 0; time < often; time++)
		for (const key of imported) await crypto.subtle.verify(by.name, key, signature, signed);
	return { ours, bare: (performance.now() - begun) / often, task, verdict };
}

/** Runs in the page. */
async function readOnce(often: number): Promise<Omit<Times, 'verdict'>> {
	const { measured, keys, pause, tasks } = window as unknown as World;
	tasks.splice(0);
	const start = performance.now();
	for (let time = 0; time < often; time++) await measured.readKeys(keys, pause);
	const ours = (performance.now() - start) / often;
	await new Promise((resolve) => setTimeout(resolve, 100));
	const task = Math.max(0, ...tasks);
	const begun = performance.now();
	for (let time = 0; time < often; time++) JSON.parse(keys);
	return { ours, bare: (performance.now() - begun) / often, task };
}

/** Runs in the page, once: what is kept there, and who watches for long tasks. */
function prepare(): void {
	const tasks: number[] = [];
	let since = performance.now();
	const pause = async (): Promise<void> => {
		if (performance.now() - since > 20) await new Promise((resolve) => setTimeout(resolve));
		else return;
		since = performance.now();
	};
	Object.assign(window, { tasks, pause });
	new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe(
		{ entryTypes: ['longtask'] }
	);
}

async function times<T>(count: number, act: () => Promise<T>): Promise<T[]> {
	const made: T[] = [];
	for (let time = 0; time < count; time++) made.push(await act());
	return made;
}

/** RSA keys are slow to make: that many different numbers of the right length do, of which one is a key. */
const manyKeys = (last: JWK): JWK[] =>
	Array.from({ length: 999 }, (_, at): JWK => {
		const n = Buffer.from(last.n ?? '', 'base64url');
		n.writeUInt32BE(at + 1, 100);
		return { ...last, n: n.toString('base64url'), kid: `key-${at}` };
	}).concat({ ...last, kid: 'last' });

export async function tokenVerify(browser: Browser, host: Host): Promise<string[]> {
	const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
	const jwk = await exportJWK(publicKey);
	const sign = (claims: Record<string, unknown>): Promise<string> =>
		new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
	const [large, small] = [await sign({ filler: 'a'.repeat(786_000) }), await sign({ sub: 'a' })];
	const [one, many] = [JSON.stringify(jwk), JSON.stringify({ keys: manyKeys(jwk) })];
	const page = await openPage(browser);
	await page.goto(`${host.url}/`);
	await page.evaluate(`${await bundle()}; window.measured = measured;`);
	await page.evaluate(prepare);
	const given = (token: string, keys: string): Promise<void> =>
		page.evaluate((what) => void Object.assign(window, what), { token, keys });
	const told = (what: string, made: Omit<Times, 'verdict'>[], beside: string): string => {
		const [ours, bare] = [median(made.map((time) => time.ours)), median(made.map((time) => time.bare))];
		const longest = Math.max(...made.map(({ task }) => task));
		const tasks = longest === 0 ? 'no task over 50 ms' : `a task of ${shown(longest)}`;
		return `${what}: ${shown(ours)}, ${beside} ${shown(bare)}: ${(ours / bare).toFixed(1)} ×; ${tasks}`;
	};
	const verified = async (token: string, keys: string, often: number, count: number): Promise<Times[]> => {
		await given(token, keys);
		const made = await times(count, () => page.evaluate(verifyOnce, often));
		if (made.some(({ verdict }) => verdict !== 'fits')) throw new Error('It was not verified.');
		return made;
	};
	await verified(small, one, 100, 2);
	const lines = [
		told('A token of 400 bytes', await verified(small, one, 100, 10), 'a bare verify'),
		told(
			`A token of ${(large.length / 1e6).toFixed(2)} MB`,
			await verified(large, one, 1, 20),
			'a bare verify'
		),
		told('The last of 1,000 keys', await verified(small, many, 1, 5), '1,000 bare verifies'),
		told('The last of 1,000 keys, 1 MB', await verified(large, many, 1, 3), '1,000 bare verifies')
	];
	await given(small, many);
	const read = await times(10, () => page.evaluate(readOnce, 1));
	lines.push(told(`A set of 1,000 keys, ${(many.length / 1e6).toFixed(2)} MB`, read, 'a bare JSON.parse'));
	await page.context().close();
	return lines;
}
