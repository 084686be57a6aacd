import { beforeAll, describe, expect, it } from 'vitest';
import { attemptsOf } from '$lib/flow/attempts';
import { fold } from '$lib/flow/fold';
import type { Walk } from '$lib/flow/session';
import { traceOfRecording } from '$lib/recording/recording';
import { exchangesOf } from '$lib/trace/exchanges';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { formatHar, parseHar } from '$lib/wire/har';
import type { Exchange } from '$lib/wire/http';
import { failures, statuses } from '../../fixtures/messages';
import { createSigner } from '../../fixtures/tokens';
import { accessToken, code, configuration, metadata, state, tokenFact, wholeWalk } from '../../fixtures/walk';

const { clientId } = configuration;
let recorded: Exchange[];
beforeAll(async () => {
	const walk = await wholeWalk(await createSigner('RS256'));
	const parsed = parseHar(formatHar(exchangesOf(walk)));
	if (!parsed.ok) throw new Error(parsed.failure.reason);
	recorded = parsed.value;
});

/** The same messages with other values in them. */
function changed(exchanges: readonly Exchange[], values: Record<string, string>): Exchange[] {
	const text = Object.entries(values).reduce(
		(json, [from, to]) => json.replaceAll(from, to),
		JSON.stringify(exchanges)
	);
	return JSON.parse(text);
}

const isDocument = ({ request }: Exchange): boolean => request.url.includes('.well-known');
const isKeys = ({ request }: Exchange): boolean => request.url === metadata.jwks_uri;
const isToken = ({ request }: Exchange): boolean => request.body?.includes('authorization_code') ?? false;
const flow = (): Exchange[] => recorded.filter((one) => !isDocument(one) && !isKeys(one));
const setUp = (): Exchange[] => recorded.filter((one) => isDocument(one) || isKeys(one));

/** A value as it is, and as it stands in an address. */
const both = (from: string, to: string) => ({
	[from]: to,
	[encodeURIComponent(from)]: encodeURIComponent(to)
});

const otherState = 'state-of-the-other-sign-in-0123456789';
const other = {
	[state]: otherState,
	[encodeURIComponent(code).replace('~', '%7E')]: 'code-of-the-other-sign-in'
};
const otherClient = { ...other, [`client_id=${clientId}`]: 'client_id=client-two' };

/** A sign-in whose code is refused: nothing comes after it. */
function refused(): Exchange[] {
	const messages = flow();
	const at = messages.findIndex(isToken);
	const { response } = tokenFact({ error: 'invalid_grant' }, 400).exchange;
	return messages
		.slice(0, at + 1)
		.map((one, index) => (index === at && response ? { ...one, response } : one));
}

async function walkOf(exchanges: readonly Exchange[]): Promise<Walk> {
	const trace = traceOfRecording(exchanges);
	if (!trace.ok) throw new Error(trace.failure.reason);
	// As it is kept and read again.
	const kept = parseTrace(formatTrace(trace.value));
	if (!kept.ok) throw new Error(kept.failure.reason);
	return fold(kept.value);
}

const told = (walk: Walk) =>
	walk.attempts.map(({ configuration: used, authorizationRequest, exchange, tokens }) => ({
		client: used?.clientId,
		state: authorizationRequest?.state,
		error: exchange?.error?.error,
		token: tokens?.access_token !== undefined
	}));

const failed = { client: clientId, state, error: 'invalid_grant', token: false };
const good = { client: 'client-two', state: otherState, error: undefined, token: true };

describe('a recording with a failed and a good sign-in of two clients', () => {
	it('shows each with its own client and its own result, whichever came first', async () => {
		const second = changed(flow(), otherClient);
		expect(told(await walkOf([...setUp(), ...refused(), ...second]))).toEqual([failed, good]);
		expect(told(await walkOf([...setUp(), ...second, ...refused()]))).toEqual([good, failed]);
	});

	it('keeps them apart when they went on at the same time', async () => {
		const [first, second] = [refused(), changed(flow(), otherClient)];
		const mixed = second.flatMap((one, index) => {
			const before = first[index];
			return before ? [before, one] : [one];
		});
		expect(told(await walkOf([...setUp(), ...mixed]))).toEqual([failed, good]);
	});

	it('verifies the tokens of both with the keys that were fetched once', async () => {
		const walk = await walkOf([...setUp(), ...flow(), ...changed(flow(), otherClient)]);
		const signatures = walk.attempts.map(
			({ idTokenChecks }) => statuses(idTokenChecks)['id-token-signature']
		);
		expect(signatures).toEqual(['pass', 'pass']);
		expect(failures(walk.attempts[0].idTokenChecks)).toEqual([]);
	});

	it('says of each how it ended', async () => {
		const walk = await walkOf([...setUp(), ...refused(), ...changed(flow(), otherClient)]);
		expect(attemptsOf(walk)).toMatchObject([
			{ clientId: 'client-two', end: { kind: 'tokens' }, recorded: true },
			{ clientId, end: { kind: 'refused' }, recorded: true }
		]);
	});
});

describe('a recording that ends at the sign-in', () => {
	it('waits for nothing: it has no answer', async () => {
		const cut = recorded.slice(
			0,
			recorded.findIndex(({ request }) => request.url.includes('/callback/'))
		);
		expect(attemptsOf(await walkOf(cut)).map(({ end }) => end.kind)).toEqual(['unanswered']);
	});
});

describe('a recording of two servers', () => {
	const there = 'https://other.example';
	const elsewhere = () => changed(recorded, { ...otherClient, ...both(configuration.issuer, there) });

	it('shows each sign-in at its own', async () => {
		const { attempts } = await walkOf([...recorded, ...elsewhere()]);
		expect(attempts.map(({ server }) => server?.issuer)).toEqual([configuration.issuer, there]);
		expect(attempts.map(({ discovery }) => discovery.length)).toEqual([1, 1]);
	});

	it('takes the metadata of none for the other', async () => {
		const { attempts } = await walkOf([...recorded, ...elsewhere().filter((one) => !isDocument(one))]);
		expect(attempts[1]?.configuration?.issuer).toBe(there);
		expect(attempts[1]?.typed?.from).toBe('recording');
		expect(attempts[1]?.discovery).toEqual([]);
		expect(attempts[1]?.server?.jwks_uri).toBe(`${there}/jwks`);
	});
});

describe('what ties a message to its sign-in', () => {
	const two = () => [
		...setUp(),
		...flow(),
		...changed(flow(), { ...other, [accessToken]: 'other-access-token-0123456789' })
	];

	it('is the token that it carries', async () => {
		const late = recorded.find(({ request }) => request.url === configuration.apiUrl);
		if (!late) throw new Error('no call');
		const walk = await walkOf([...two(), { ...late, id: 'late', at: late.at + 60_000 }]);
		expect(walk.current).toBe(0);
		expect(walk.attempts[0].outcomes.filter(({ move }) => move === 'api')).toHaveLength(2);
	});

	it('is the same state when the page of the server is opened again', async () => {
		const again = recorded.filter(({ request }) => request.url.startsWith(metadata.authorization_endpoint));
		const at = recorded.findIndex(({ request }) => request.url.startsWith(metadata.authorization_endpoint));
		expect(await walkOf(recorded.toSpliced(at, 0, ...again))).toMatchObject({ attempts: { length: 1 } });
	});

	it('keeps a refresh without a sign-in apart from the sign-in after it', async () => {
		const refresh = recorded.filter(({ request }) => request.body?.includes('refresh_token='));
		const stranger = changed(refresh, { 'refresh_token=': 'refresh_token=older-' });
		const { attempts } = await walkOf([...stranger, ...recorded]);
		expect(attempts).toHaveLength(2);
		expect(attempts[1]?.authorizationRequest?.state).toBe(state);
	});
});
