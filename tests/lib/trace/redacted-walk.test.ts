/** What a walk says after its file was saved without secrets: the same, as far as it can still be told. */
import { jwtDecode } from 'jwt-decode';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeToken } from '$lib/message/jwt';
import { traceOfRecording } from '$lib/recording/recording';
import { isRedacted } from '$lib/flow/redacted';
import { isUnsigned } from '$lib/lexicon/placeholders';
import { say } from '$lib/lexicon/said';
import { diagnoseOutcome } from '$lib/diagnosis/explain';
import { readWalkFile } from '$lib/recording/walk-file';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Fact, FactOf, Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { redact } from '$lib/trace/redact';
import { formatHar } from '$lib/wire/har';
import { answer, failures, statuses } from '../../fixtures/messages';
import { createSigner, idTokenClaims, signToken, type Signer } from '../../fixtures/tokens';
import {
	accessToken,
	exchanged,
	generated,
	left,
	metadata,
	returned,
	tokenFact,
	verifier,
	wholeWalk
} from '../../fixtures/walk';
import { sessionAfter } from '../../fixtures/session';

let signer: Signer;
let walk: Trace;
beforeAll(async () => {
	signer = await createSigner('ES256');
	walk = await wholeWalk(signer);
});

const imported = (trace: Trace): Trace => {
	const parsed = parseTrace(formatTrace(redact(trace)));
	if (!parsed.ok) throw new Error(parsed.failure.where);
	return parsed.value;
};

/** The walk with an ID token of these claims, and what UserInfo says. */
async function walkWith(claims: Record<string, unknown>, userinfo: unknown): Promise<Trace> {
	const idToken = await signToken(signer, { ...idTokenClaims(), ...claims });
	const tokens = tokenFact({
		access_token: accessToken,
		token_type: 'Bearer',
		expires_in: 300,
		id_token: idToken
	});
	return walk.map((fact) => {
		if (fact.kind !== 'exchanged') return fact;
		if (fact.move === 'token') return tokens;
		return fact.move === 'userinfo' ? exchanged('call', 'userinfo', {}, answer(userinfo)) : fact;
	});
}

describe('an ID token that went through a file without secrets', () => {
	it('is decoded, without its signature and without whom it is about', async () => {
		const trace = imported(
			await walkWith(
				{ name: 'Ann Lee', email: 'ann@people.example', email_verified: true, roles: ['boss'] },
				{}
			)
		);
		const { tokens } = await sessionAfter(trace);
		const token = tokens?.id_token ?? '';
		expect(jwtDecode(token)).toEqual({
			...idTokenClaims(),
			sub: 'redacted-sub-1',
			name: 'redacted-name-1',
			email: 'redacted-email-1',
			email_verified: true,
			roles: ['redacted-roles-1']
		});
		expect(jwtDecode(token, { header: true })).toEqual({ alg: 'ES256', kid: 'ES256-1' });
		expect(isUnsigned(token)).toBe(true);
		expect(decodeToken(token).ok).toBe(true);
	});

	it('is checked in everything but its signature', async () => {
		const { idTokenChecks } = await sessionAfter(imported(walk));
		expect(statuses(idTokenChecks)).toMatchObject({
			'id-token-iss': 'pass',
			'id-token-aud': 'pass',
			'id-token-exp': 'pass',
			'id-token-nonce': 'pass',
			'id-token-key': 'pass',
			'id-token-signature': 'skipped'
		});
		expect(idTokenChecks.find(({ id }) => id === 'id-token-signature')?.actual).toEqual(say('taken-out'));
	});

	it.each([
		['aud', { aud: 'another-client' }, 'id-token-aud'],
		['iss', { iss: 'https://evil.example' }, 'id-token-iss'],
		['exp', { exp: 1 }, 'id-token-exp'],
		['nonce', { nonce: 'another-nonce-0123456789' }, 'id-token-nonce']
	])('fails still by its %s', async (_, claims, id) => {
		const { idTokenChecks } = await sessionAfter(imported(await walkWith(claims, {})));
		expect(failures(idTokenChecks)).toContain(id);
	});

	it('is compared with UserInfo by its subject', async () => {
		const same = await sessionAfter(imported(await walkWith({ sub: 'ann' }, { sub: 'ann' })));
		expect(statuses(same.userinfo?.checks ?? [])['userinfo-sub']).toBe('pass');
		const other = await sessionAfter(imported(await walkWith({ sub: 'ann' }, { sub: 'bob' })));
		expect(statuses(other.userinfo?.checks ?? [])['userinfo-sub']).toBe('fail');
	});

	it('with a wrong signature of a live server is none that was taken out', async () => {
		const token = (await signToken(signer, idTokenClaims())).replace(/[^.]*$/, 'redacted-signature-1');
		const live = await sessionAfter([
			...walk.slice(0, 7),
			tokenFact({ access_token: 'a', token_type: 'Bearer', id_token: token }),
			...walk.slice(8, 9)
		]);
		expect(statuses(live.idTokenChecks)['id-token-signature']).toBe('fail');
	});
});

describe('a UserInfo answer that is signed', () => {
	it('keeps its form, and its signature is skipped', async () => {
		const body = await signToken(signer, { sub: 'user-1', iss: metadata.issuer, aud: 'spa-1' });
		const signed = exchanged('call', 'userinfo', {}, answer(body, { type: 'application/jwt' }));
		const { userinfo } = await sessionAfter(imported([...walk.slice(0, 9), signed]));
		expect(statuses(userinfo?.checks ?? [])).toMatchObject({
			'userinfo-sub': 'pass',
			'userinfo-signature': 'skipped',
			'userinfo-library': 'pass'
		});
	});
});

describe('a redacted walk', () => {
	it('is known as one without a verifier, by its file', async () => {
		const without = walk.filter((fact) => fact.kind !== 'generated' || fact.step === 'authorize');
		const session = await sessionAfter(imported(without));
		expect(isRedacted(session)).toBe(true);
		expect(statuses(session.idTokenChecks)['id-token-signature']).not.toBe('fail');
		const again = await sessionAfter([
			...imported(walk.slice(0, 2)),
			generated('verifier', { code_verifier: verifier })
		]);
		expect(isRedacted(again)).toBe(false);
	});

	it('comes back from a HAR as the same walk', async () => {
		const har = await readWalkFile(formatHar(exchangesOf(redact(walk))));
		const session = await sessionAfter(har.ok ? har.value : []);
		expect(isRedacted(session)).toBe(true);
		expect(failures(session.idTokenChecks)).toEqual([]);
		expect(session.tokens?.refresh_token).toMatch(/^redacted-refresh_token-\d+$/);
		const recording = traceOfRecording(exchangesOf(walk));
		const whole = await sessionAfter(recording.ok ? recording.value : []);
		expect(session.configuration).toEqual(whole.configuration);
	});

	it('redacted again is itself', () => {
		expect(redact(imported(walk))).toEqual(imported(walk));
	});

	it('takes on from its placeholders: a new secret gets a new one', () => {
		const more = redact([
			...imported(walk),
			generated('verifier', { code_verifier: 'another-verifier-0123' })
		]);
		expect(more.at(-1)).toMatchObject({ values: { code_verifier: 'redacted-code_verifier-2' } });
	});
});

describe('a diagnosis', () => {
	const refused = (request: string): FactOf<'exchanged'> =>
		exchanged(
			'exchange',
			'token',
			{ method: 'POST', url: metadata.token_endpoint, body: request },
			answer({ error: 'invalid_grant', error_description: 'The grant is not valid' }, { status: 400 })
		);
	const form = (changes: Record<string, string> = {}): string =>
		new URLSearchParams({
			grant_type: 'authorization_code',
			code: 'the-code-0123456789',
			redirect_uri: 'https://app.example/callback/',
			code_verifier: verifier,
			client_id: 'spa-1',
			...changes
		}).toString();
	const came = returned(`https://app.example/callback/?code=the-code-0123456789&state=${'s'.repeat(20)}`);
	const firstCause = async (trace: Trace): Promise<string | undefined> => {
		const session = await sessionAfter(trace);
		const outcome = session.exchange;
		return outcome && (await diagnoseOutcome(session, trace, outcome))?.causes[0]?.code;
	};
	const start: Fact[] = [];
	beforeAll(() => void start.push(...walk.slice(0, 5), left(), came));

	it.each([
		['another verifier', [form({ code_verifier: `another-${verifier}` })]],
		['another redirect URI', [form({ redirect_uri: 'https://app.example/elsewhere/' })]],
		['a code sent twice', [form(), form()]],
		['nothing that the run knows', [form()]]
	])('of %s has the same first cause', async (_, requests) => {
		const trace = [...start, ...requests.map(refused)];
		expect(await firstCause(imported(trace))).toBe(await firstCause(trace));
	});
});
