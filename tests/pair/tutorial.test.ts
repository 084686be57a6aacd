/** The code of the tutorial does what the tutorial says: it is run as it stands, against our servers. */
import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createRuleRunner } from '$lib/embedded/rule-runner';
import { challenge, createServer, issuer, origin, redirectUri, resource, verifier } from '../rfc/server';
import { ofType, readMarkdown, textIn } from '../fixtures/markdown';
import { decodeJwt } from 'jose';

const folder = 'src/lib/lessons/en/tutorial';
const lessons = readdirSync(folder)
	.filter((name) => name.endsWith('.md'))
	.toSorted();

const codeIn = (name: string, language: string): string[] =>
	ofType(readMarkdown(readFileSync(`${folder}/${name}`, 'utf8')), 'code')
		.filter((node) => Reflect.get(node, 'lang') === language)
		.map(textIn);

const fileOf = (slug: string): string => lessons.find((name) => name.endsWith(`-${slug}.md`)) ?? slug;

/** The example’s hosts and its client are ours. */
const here = (code: string): string =>
	code
		.replaceAll('https://app.example.com/callback', redirectUri)
		.replaceAll('https://server.example.com', issuer)
		.replaceAll('https://api.example.com', resource)
		.replaceAll('s6BhdRkqt3', 'playground-spa');

/** A page with a tab’s storage, an address, and the network of our servers; what one piece declares the next has. */
function openPage(server: ReturnType<typeof createServer>) {
	const kept = new Map<string, string>();
	const written: unknown[] = [];
	const page = {
		...{ btoa, crypto, TextEncoder, URL, URLSearchParams, Uint8Array, Error },
		console: { log: (value: unknown) => written.push(value) },
		sessionStorage: {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => kept.set(key, value)
		},
		history: { replaceState: () => undefined },
		location: { href: '', search: '', pathname: '', assign: (url: URL) => (page.location.href = url.href) },
		fetch: (url: string, init?: RequestInit) =>
			server.send(url, { ...init, headers: { ...init?.headers, origin } })
	};
	const context = createContext(page);
	/** `const` and `await` at the top, as a module has them. */
	const run = (code: string): Promise<unknown> =>
		runInContext(
			`(async () => { ${here(code).replaceAll(/^const (\w+) =/gm, 'globalThis.$1 =')} })()`,
			context
		) as Promise<unknown>;
	return { page, kept, written, run, valueOf: (name: string): unknown => runInContext(name, context) };
}

describe('the code of the tutorial', () => {
	it('goes from the verifier to the refresh', async () => {
		const server = createServer();
		const { page, kept, written, run, valueOf } = openPage(server);
		const code = (slug: string): string[] => codeIn(fileOf(slug), 'js');
		const [leave = '', come = ''] = code('authorize-user');
		for (const part of [...code('code-verifier'), ...code('code-challenge'), leave]) await run(part);
		expect(kept.get('verifier')).toMatch(/^[\w-]{43}$/);
		const back = await server.click(await server.send(page.location.href));
		page.location.search = back.search;
		for (const part of [come, ...code('request-tokens')]) await run(part);
		for (const part of code('call-api')) await run(part);
		expect(written).toEqual([
			expect.objectContaining({ timesheets: [expect.anything(), expect.anything(), expect.anything()] })
		]);
		const before = { ...(valueOf('tokens') as Record<string, string>) };
		for (const part of code('refresh-tokens')) await run(part);
		const after = valueOf('tokens') as Record<string, string>;
		expect(after.access_token).not.toBe(before.access_token);
		expect(after.refresh_token).not.toBe(before.refresh_token);
	});

	it('refuses the answer to another request, and the one of another server', async () => {
		const { page, run } = openPage(createServer());
		const [, come = ''] = codeIn(fileOf('authorize-user'), 'js');
		await run(`sessionStorage.setItem('state', 'a')`);
		page.location.search = '?code=c&state=b';
		await expect(run(come)).rejects.toThrow('Another request');
		page.location.search = '?code=c&state=a&iss=https%3A%2F%2Fevil.example';
		await expect(run(come)).rejects.toThrow('Another server');
		page.location.search = '?error=access_denied&state=a';
		await expect(run(come)).rejects.toThrow('access_denied');
	});

	it('derives the challenge of RFC 7636 Appendix B, which is the one on the page', async () => {
		const { run, valueOf } = openPage(createServer());
		const [make = ''] = codeIn(fileOf('code-verifier'), 'js');
		const [derive = ''] = codeIn(fileOf('code-challenge'), 'js');
		await run(make);
		await run(`const verifier = '${verifier}'`);
		await run(derive);
		expect(valueOf('challenge')).toBe(challenge);
		expect(codeIn(fileOf('code-verifier'), 'text')).toEqual([verifier]);
		expect(codeIn(fileOf('code-challenge'), 'text')).toEqual([challenge]);
	});
});

describe.each([
	['rule', 0],
	['action', 1]
] as const)('its %s', (kind, index) => {
	it('adds the claim to both tokens, for who has a department', async () => {
		const server = createServer(({ rules }) => {
			const code = codeIn(fileOf('customise-tokens'), 'js')[index] ?? '';
			rules.push({ id: 'one', name: 'One', kind, enabled: true, code });
		});
		const wasm = readFileSync('node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm');
		server.realm.rules = createRuleRunner({
			loadWasm: async () => new Uint8Array(wasm).buffer,
			now: () => Date.now()
		});
		const tokens = await server.tokens();
		const claim = 'https://timesheets.example.com/department';
		expect(decodeJwt(tokens.access_token)[claim]).toBe('Design');
		expect(decodeJwt(tokens.id_token ?? '')[claim]).toBe('Design');
	});
});
