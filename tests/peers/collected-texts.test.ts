import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { diagnose } from '$lib/diagnosis/diagnose';
import { isPossibleAt, type Place } from '$lib/diagnosis/places';
import type { ReceivedAuthorizationResponse, Outcome } from '$lib/flow/session';
import { corpus, type Text } from '../diagnosis/corpus';
import { PeerWalk, redirectUri } from './loopback-world';
import { json, openStrictServer, type StrictServer } from './strict-server';

/**
 * A run in which everything was sent that servers ask for, answered with every error text that was collected: whatever
 * the words say, no cause is given that this run denies, and none that this message cannot have.
 */
const texts = corpus.filter(({ raw }) => raw === undefined);

const front: DiagnosisCode[] = [
	'pkce-challenge-missing',
	'pkce-challenge-malformed',
	'pkce-method-unsupported',
	'response-type-unsupported',
	'state-invalid',
	'offline-access-not-allowed',
	'par-required'
];
const sent: DiagnosisCode[] = ['endpoint-unreachable'];
const proven: DiagnosisCode[] = ['dpop-required', 'dpop-nonce-required'];
const client: DiagnosisCode[] = ['client-secret-not-allowed', 'origin-header-required'];
const code: DiagnosisCode[] = [
	'code-expired',
	'code-already-used',
	'code-issued-to-another-client',
	'pkce-verifier-mismatch',
	'pkce-verifier-missing',
	'pkce-verifier-malformed',
	'pkce-verifier-without-challenge',
	'redirect-uri-differs-at-token'
];
const person: DiagnosisCode[] = ['login-required', 'user-denied', 'state-mismatch', 'par-required'];
const refresh: DiagnosisCode[] = ['refresh-token-expired', 'refresh-token-reused', 'refresh-token-revoked'];

/** What must not be said at a place, and where the texts that are tried there were met. */
const denied: Partial<Record<Place, { not: DiagnosisCode[]; steps: string[] }>> = {
	authorization: {
		not: [...front, 'login-required', 'state-mismatch', ...code, ...refresh],
		steps: ['authorize', 'callback']
	},
	par: { not: [...front, ...sent, ...proven, ...client, ...code, ...refresh], steps: ['authorize', 'token'] },
	token: {
		not: [
			'pkce-challenge-missing',
			'pkce-method-unsupported',
			...sent,
			...proven,
			...client,
			...person,
			...refresh,
			...code.filter((one) => !['code-expired', 'code-already-used'].includes(one))
		],
		steps: ['token']
	},
	refresh: {
		not: ['pkce-challenge-missing', ...sent, ...proven, ...client, ...person, ...code],
		steps: ['token']
	},
	userinfo: { not: [...sent, ...code, ...refresh, ...person], steps: ['userinfo', 'api'] },
	api: { not: [...sent, ...code, ...refresh, ...person], steps: ['api', 'userinfo'] },
	introspection: { not: [...sent, ...client.slice(0, 1), ...code, ...refresh, ...person], steps: ['token'] },
	revocation: { not: [...sent, ...client.slice(0, 1), ...code, ...person], steps: ['api'] }
};

const places = Object.keys(denied) as Place[];

let server: StrictServer;
let walk: PeerWalk;
const failed: Partial<Record<Place, Outcome | ReceivedAuthorizationResponse | undefined>> = {};

beforeAll(async () => {
	server = await openStrictServer({ par: true, pkce: true, dpopNonce: true }, redirectUri);
	const refused = json({ error: 'invalid_request' }, 400);
	const extensions: ('par' | 'dpop')[] = ['par', 'dpop'];
	const pushing = new PeerWalk();
	await pushing.begin(server.issuer, { extensions });
	await pushing.send('authorize', 'par');
	server.orders.says = { par: refused };
	await pushing.send('authorize', 'par');
	failed.par = pushing.session.pushed;
	server.orders = { ...server.orders, says: {}, denies: { error: 'invalid_request' } };
	const returning = new PeerWalk();
	await returning.untilCode(server.issuer, { extensions });
	failed.authorization = returning.session.authorizationResponse;
	delete server.orders.denies;
	const trying = new PeerWalk();
	await trying.untilCode(server.issuer, { extensions });
	server.orders.says = { token: refused };
	await trying.send('exchange', 'token');
	failed.token = trying.session.exchange;
	server.orders.says = {};
	walk = new PeerWalk();
	await walk.untilCode(server.issuer, { extensions });
	await walk.send('exchange', 'token');
	if (!walk.session.exchange?.value) await walk.send('exchange', 'token');
	const all = { api: refused, userinfo: refused, token: refused, introspect: refused, revoke: refused };
	server.orders.says = all;
	await walk.send('call', 'api');
	await walk.send('call', 'userinfo');
	await walk.send('renew', 'refresh');
	await walk.send('renew', 'introspection');
	await walk.send('renew', 'revocation');
	const { api, userinfo, refreshes, introspection, revocation } = walk.session;
	Object.assign(failed, { api, userinfo, refresh: refreshes.at(-1), introspection, revocation });
	walks = { par: pushing, authorization: returning, token: trying };
});

let walks: Partial<Record<Place, PeerWalk>>;

afterAll(() => server.close());

const said = ({ error, error_description, error_reason }: Text): Record<string, string> =>
	Object.fromEntries(
		Object.entries({ error, error_description, error_reason }).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string'
		)
	);

/** The same failure in other words. */
function inWords(
	of: Outcome | ReceivedAuthorizationResponse,
	entry: Text
): Outcome | ReceivedAuthorizationResponse {
	if (!('exchange' in of)) {
		const kept = of.parameters.filter(([name]) => !name.startsWith('error'));
		return { ...of, parameters: [...kept, ...Object.entries(said(entry))] };
	}
	const { response } = of.exchange;
	if (!response) throw new Error('no response');
	const answer = { ...response, status: entry.status ?? response.status, body: JSON.stringify(said(entry)) };
	return { ...of, exchange: { ...of.exchange, response: answer } };
}

const entriesFor = (steps: readonly string[]): Text[] =>
	texts.filter((entry) => steps.includes(entry.step) && (entry.status ?? 400) >= 400);

describe.each(places)('everything was sent: %s', (place) => {
	it('gives no cause that the run denies or the message cannot have', async () => {
		const { not, steps } = denied[place] ?? { not: [], steps: [] };
		const of = failed[place];
		if (!of) throw new Error(`nothing failed at ${place}`);
		const entries = entriesFor(steps);
		expect(entries.length).toBeGreaterThan(50);
		const wrong: string[] = [];
		for (const entry of entries) {
			const codes = (await (walks[place] ?? walk).causesOf(inWords(of, entry))).map((cause) => cause.code);
			for (const one of codes)
				if (not.includes(one) || !isPossibleAt(one, place))
					wrong.push(`${one}: ${JSON.stringify(said(entry))}`);
		}
		expect(wrong).toEqual([]);
	});
});

it('words alone speak for every cause that is denied here', () => {
	const told = new Set(texts.flatMap((entry) => diagnose(entry).map((one) => one.code)));
	const all = new Set(Object.values(denied).flatMap(({ not }) => not));
	expect([...all].filter((one) => !told.has(one))).toEqual([]);
});
