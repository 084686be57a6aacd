/** The code of every step, run as it stands, against RFC 7636 and the server of `npm run idp`. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snippetLanguages, type SnippetLanguage } from '$lib/lexicon/snippets';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { executed } from '$lib/snippets/executed';
import { loadLanguage } from '$lib/snippets/load';
import { queryOf } from '$lib/wire/form';
import { startIdp, type Idp } from '../../src/node/idp';
import { developmentSecret } from '../../src/node/terminal-realm';
import { challenge, verifier } from '../fixtures/walk';
import { runners } from './runners';
import { answerOf, configurationOf, jsonOf, lineOf, runnerOf, SnippetWalk, withValue } from './walk';

/** Compilers take their time on a busy machine. */
const patience = 300_000;

let idp: Idp;

/** Its clock stands: a code is not too old because a compiler was slow. */
const began = Date.now();

beforeAll(async () => {
	idp = await startIdp({ port: 0, now: () => began });
});

afterAll(() => idp.close());

const isRun = (id: SnippetLanguage, step: StepId): boolean => executed[id].steps.includes(step);

/** One that is run has a row that runs it, and the other way around. */
it.each(snippetLanguages)('%s is run by a row of the table, or it is said why not', async (id) => {
	const language = await loadLanguage(id);
	const { steps, others, with: version } = executed[id];
	const written = stepIds.filter((step) => typeof language.steps[step] === 'function');
	expect(steps.filter((step) => !written.includes(step))).toEqual([]);
	expect(runners[id] !== undefined).toBe(steps.length > 0);
	expect(version !== undefined).toBe(steps.length > 0);
	expect(others !== undefined).toBe(written.some((step) => !steps.includes(step)));
});

const changed = (url: string, changes: Record<string, string | undefined>): string => {
	const address = new URL(url);
	for (const [name, value] of Object.entries(changes))
		if (value === undefined) address.searchParams.delete(name);
		else address.searchParams.set(name, value);
	return address.href;
};

describe.each(snippetLanguages.filter((id) => executed[id].steps.length > 0))('%s', (id) => {
	const runner = runnerOf(id, runners[id]);
	let walk: SnippetWalk;

	beforeAll(async () => {
		if (runner)
			walk = new SnippetWalk(await loadLanguage(id), runner, { ...configurationOf(idp), ...runner.client });
	});

	afterAll(() => runner?.close?.());

	/** A test of a step that is run. */
	const when = (step: StepId) =>
		it.runIf(runner !== undefined && isRun(id, step) && runner.lacks?.(step) === undefined);

	when('configure')('fetches the metadata', { timeout: patience }, async () => {
		const ran = await walk.take('configure');
		expect(answerOf(ran!).status).toBe(200);
		expect(walk.walker.session.server?.issuer).toBe(idp.issuer);
	});

	when('verifier')(
		'makes a verifier of the grammar of RFC 7636 §4.1, each time another',
		{ timeout: patience },
		async () => {
			const scene = await walk.before('verifier');
			const one = lineOf((await walk.take('verifier'))!);
			const other = lineOf(await walk.run('verifier', scene));
			expect([one, other]).toEqual(Array(2).fill(expect.stringMatching(/^[A-Za-z0-9\-._~]{43,128}$/)));
			expect(one).not.toBe(other);
		}
	);

	when('challenge')('derives the challenge of RFC 7636 Appendix B', { timeout: patience }, async () => {
		const scene = await walk.before('challenge');
		expect(lineOf(await walk.run('challenge', withValue(scene, 'verifier', verifier)))).toBe(challenge);
		const own = createHash('sha256').update(scene.values.verifier.text).digest('base64url');
		expect(lineOf((await walk.take('challenge'))!)).toBe(own);
	});

	when('authorize')('builds the address that the walk previews', { timeout: patience }, async () => {
		const { authorizationUrl } = await walk.before('authorize');
		const url = lineOf((await walk.take('authorize'))!);
		expect(url.split('?')[0]).toBe(authorizationUrl.split('?')[0]);
		const inOrder = (address: string) => queryOf(address).sort();
		expect(inOrder(url)).toEqual(inOrder(authorizationUrl));
	});

	when('callback')('reads the code', { timeout: patience }, async () => {
		const { values } = await walk.before('callback');
		expect(lineOf((await walk.take('callback'))!)).toBe(values.code.text);
	});

	when('callback')('reads the code where a fragment follows', { timeout: patience }, async () => {
		const scene = await walk.before('callback');
		const callbackUrl = `${scene.callbackUrl}#_=_`;
		expect(lineOf(await walk.run('callback', { ...scene, callbackUrl }))).toBe(scene.values.code.text);
	});

	when('callback').each(['com.example.app:///callback', 'com.example.app://', 'com.example.app:/'])(
		'reads the code that came to an app at %s (RFC 8252 §7.1)',
		{ timeout: patience },
		async (place) => {
			const scene = await walk.before('callback');
			const callbackUrl = `${place}${new URL(scene.callbackUrl).search}`;
			expect(lineOf(await walk.run('callback', { ...scene, callbackUrl }))).toBe(scene.values.code.text);
		}
	);

	when('callback').each([
		['another state', { state: 'x' }, /\bstate\b/],
		['no state', { state: undefined }, /\bstate\b/],
		['another issuer', { iss: 'https://mallory.example' }, /\biss\b/],
		['no issuer, though it is promised', { iss: undefined }, /\biss\b/],
		['an error', { code: undefined, error: 'access_denied' }, /access_denied/]
	])('refuses an answer with %s', { timeout: patience }, async (_, changes, said) => {
		const scene = await walk.before('callback');
		const { status, stdout, stderr } = await walk.run('callback', {
			...scene,
			callbackUrl: changed(scene.callbackUrl, changes)
		});
		expect(status).not.toBe(0);
		expect(stdout.trim()).toBe('');
		expect(stderr).toMatch(said);
	});

	when('callback')('wants no state where none was sent', { timeout: patience }, async () => {
		const scene = { ...(await walk.before('callback')), hasState: false };
		const callbackUrl = changed(scene.callbackUrl, { state: undefined });
		expect(lineOf(await walk.run('callback', { ...scene, callbackUrl }))).toBe(scene.values.code.text);
		const { status, stdout, stderr } = await walk.run('callback', scene);
		expect(status).not.toBe(0);
		expect(stdout.trim()).toBe('');
		expect(stderr).toMatch(/\bstate\b/);
	});

	when('exchange')('redeems the code', { timeout: patience }, async () => {
		await walk.before('exchange');
		const answer = answerOf((await walk.take('exchange'))!);
		expect(answer.status).toBe(200);
		expect(jsonOf(answer.body)).toMatchObject({ access_token: expect.any(String) });
	});

	when('tokens')('verifies the ID token', { timeout: patience }, async () => {
		await walk.before('tokens');
		expect(jsonOf((await walk.take('tokens'))!.stdout)).toMatchObject({ iss: idp.issuer, sub: 'user-erin' });
	});

	when('tokens').each([
		[
			'a changed signature',
			(token: string) => token.replace(/.(?=.{20}$)/, (one) => (one === 'A' ? 'B' : 'A'))
		],
		['no signature', (token: string) => `${btoa('{"alg":"none"}')}.${token.split('.')[1]}.`]
	])('refuses an ID token with %s', { timeout: patience }, async (_, change) => {
		const scene = await walk.before('call');
		const { status, stdout } = await walk.run(
			'tokens',
			withValue(scene, 'id_token', change(scene.values.id_token.text))
		);
		expect(status).not.toBe(0);
		expect(stdout.trim()).toBe('');
	});

	when('tokens')('refuses an ID token of another request', { timeout: patience }, async () => {
		const { status, stdout } = await walk.run('tokens', withValue(await walk.before('call'), 'nonce', 'x'));
		expect(status).not.toBe(0);
		expect(stdout.trim()).toBe('');
	});

	when('tokens')('looks for no nonce where none was sent', { timeout: patience }, async () => {
		const scene = { ...withValue(await walk.before('call'), 'nonce', 'x'), hasNonce: false };
		expect(jsonOf((await walk.run('tokens', scene)).stdout)).toMatchObject({ iss: idp.issuer });
	});

	when('call')('is let in by the API', { timeout: patience }, async () => {
		expect(answerOf((await walk.take('call'))!).status).toBe(200);
	});

	when('renew')('gets other tokens', { timeout: patience }, async () => {
		const { values } = await walk.before('renew');
		const answer = answerOf((await walk.take('renew'))!);
		expect(answer.status).toBe(200);
		expect(jsonOf(answer.body)['access_token']).not.toBe(values.access_token.text);
	});

	when('exchange')('redeems a code with a secret', { timeout: patience }, async () => {
		const configuration = {
			...configurationOf(idp),
			clientId: 'playground-web',
			redirectUri: 'http://localhost:4173/callback/',
			authentication: 'client_secret_basic' as const
		};
		const own = new SnippetWalk(walk.language, walk.runner, configuration, developmentSecret);
		expect(answerOf((await own.take('exchange'))!).status).toBe(200);
	});
});
