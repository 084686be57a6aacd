import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkVerifier } from '$lib/client/verifier';
import { statusOf } from '$lib/flow/status';
import { stepOf } from '$lib/flow/steps';
import { isRedacted } from '$lib/flow/redacted';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { check } from '$lib/lexicon/check-citations';
import { say, says } from '$lib/lexicon/said';
import { hasFailedResponse } from '$lib/flow/has-failed';
import { stepIds } from '$lib/lexicon/steps';
import type { Fact, Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { redact, redacted } from '$lib/trace/redact';
import type { HttpRequest } from '$lib/wire/http';
import { anyTrace } from '../../fixtures/arbitrary-facts';
import { answer, failures, statuses } from '../../fixtures/messages';
import { createSigner, forgeToken, now, type Signer } from '../../fixtures/tokens';
import {
	accessToken,
	code,
	configured,
	exchanged,
	generated,
	left,
	metadata,
	returned,
	secretsOfTheWalk,
	state,
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

/** Every way in which a text stands in an exported file. */
const forms = (secret: string): string[] => [
	secret,
	encodeURIComponent(secret),
	encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase()),
	new URLSearchParams({ x: secret }).toString().slice(2),
	JSON.stringify(secret).slice(1, -1)
];

const survivors = (trace: Trace, secrets: readonly string[]): string[] => {
	const texts: string[] = [];
	JSON.stringify(redact(trace), (_, value: unknown) => {
		if (typeof value === 'string') texts.push(value);
		return value;
	});
	return secrets.filter((secret) => forms(secret).some((form) => texts.some((text) => text.includes(form))));
};

describe('redact', () => {
	it('leaves no secret of a whole walk, in no form', async () => {
		const idToken = (await sessionAfter(walk)).tokens?.id_token ?? '';
		expect(idToken.length).toBeGreaterThan(100);
		expect(survivors(walk, [...secretsOfTheWalk, idToken])).toEqual([]);
	});

	it('keeps what is no secret', () => {
		const text = formatTrace(redact(walk));
		for (const kept of [state, metadata.issuer, 'Bearer ', 'read%3Atimesheets', '"expires_in\\":300']) {
			expect(text).toContain(kept);
		}
	});

	it('gives equal values equal placeholders, and others others', () => {
		const text = formatTrace(redact(walk));
		const placeholders = [...text.matchAll(/Bearer (redacted-access_token-\d+)/g)].map(([, name]) => name);
		expect(placeholders).toHaveLength(2);
		expect(new Set(placeholders).size).toBe(1);
		expect(new Set(text.match(/redacted-access_token-\d+/g)).size).toBe(2);
	});

	it('leaves a trace that can be imported, redacted and read again', async () => {
		const parsed = parseTrace(formatTrace(redact(walk)));
		const redacted = parsed.ok ? parsed.value : [];
		expect(redacted).toEqual(redact(walk));
		expect((await sessionAfter(redacted)).authorizationResponse?.code).toMatch(/^redacted-code-\d+$/);
		expect(survivors(redact(walk), secretsOfTheWalk)).toEqual([]);
	});

	it('leaves a walk that is read as it went, without a failed check of what was taken out', async () => {
		const [whole, redacted] = [await sessionAfter(walk), await sessionAfter(redact(walk))];
		expect(stepIds.map((id) => statusOf(id, redacted))).toEqual(stepIds.map((id) => statusOf(id, whole)));
		expect(redacted.code_challenge).toBe(whole.code_challenge);
		const checks = [
			...checkVerifier(redacted.code_verifier ?? ''),
			...redacted.idTokenChecks,
			...(redacted.exchange?.checks ?? []),
			...(redacted.userinfo?.checks ?? []),
			...redacted.refreshes.flatMap((refresh) => refresh.checks)
		];
		expect(failures(checks)).toEqual([]);
		const skipped = checks
			.filter(({ actual }) => says(actual, 'taken-out'))
			.map(({ id, status }) => [id, status]);
		expect(skipped).toEqual([
			['verifier-length', 'skipped'],
			['verifier-alphabet', 'skipped'],
			['verifier-entropy', 'skipped'],
			['id-token-signature', 'skipped'],
			['id-token-at-hash', 'skipped'],
			['id-token-library', 'skipped'],
			['access-token-form', 'skipped'],
			['access-token-form', 'skipped']
		]);
		expect(isRedacted(redacted)).toBe(true);
		expect(isRedacted(whole)).toBe(false);
	});

	it('leaves a secured response as it was: without a failed check', async () => {
		const claims = { iss: metadata.issuer, aud: 'spa-1', exp: now + 60, code, state };
		const url = `https://app.example/callback/?response=${forgeToken({ alg: 'ES256' }, claims, 'c2lnbmF0dXJl')}`;
		const session = await sessionAfter(redact([...walk.slice(0, 6), returned(url), ...walk.slice(7)]));
		expect(failures(session.authorizationResponse?.checks ?? [])).toEqual([]);
		expect(statuses(session.authorizationResponse?.checks ?? [])).toMatchObject({
			'jarm-iss': 'pass',
			'jarm-aud': 'pass',
			'jarm-exp': 'pass',
			'jarm-signature': 'skipped',
			'callback-state': 'pass'
		});
		expect(session.authorizationResponse?.code).toMatch(/^redacted-code-\d+$/);
		expect(statusOf('callback', session)).toBe('done');
		expect(stepOf('exchange').needs(session)).toBeUndefined();
		expect(session.authorizationResponse && hasFailedResponse(session.authorizationResponse)).toBe(false);
	});

	it('is believed where nothing else was taken out: a placeholder that a server sends is malformed', async () => {
		const fakes = { access_token: 'redacted-access_token-1', id_token: 'redacted-id_token-1' };
		const answered = tokenFact({ ...fakes, token_type: 'Bearer' });
		const live = await sessionAfter([...walk.slice(0, 7), answered]);
		expect(live.tokens).toMatchObject(fakes);
		expect(failures(live.idTokenChecks)).toEqual(['id-token-form', 'id-token-library']);
		expect(statusOf('tokens', live)).toBe('failed');
		expect(isRedacted(live)).toBe(false);
		expect(JSON.stringify([live.idTokenChecks, live.exchange?.checks])).not.toContain('taken-out');

		const url = 'https://app.example/callback/?response=redacted-response-1';
		const returnedTo = await sessionAfter([...walk.slice(0, 6), returned(url)]);
		expect(failures(returnedTo.authorizationResponse?.checks ?? [])).toContain('jarm-form');
		expect(statusOf('callback', returnedTo)).toBe('failed');
	});

	it('is no ID token of a refresh either', async () => {
		const fake = { access_token: 'a', token_type: 'Bearer', id_token: 'redacted-id_token-1' };
		const session = await sessionAfter([
			...walk.slice(0, -1),
			exchanged('renew', 'refresh', {}, answer(fake))
		]);
		expect(failures(session.idTokenChecks)).toContain('id-token-form');
		expect(JSON.stringify(session.refreshes.at(-1)?.checks)).not.toContain('taken-out');
	});

	it('leaves a plain challenge, which is the verifier, without a failed check', async () => {
		const plain = redact([...walk.slice(0, 3), generated('challenge', { code_challenge_method: 'plain' })]);
		expect(statusOf('challenge', await sessionAfter(plain))).toBe('done');
	});

	// Any name can be taken out, not the secrets' alone; those of earlier files are read as before.
	it.each([
		'redacted-code-1',
		'redacted-set-cookie-12',
		'redacted-sub-3',
		'redacted-https_ns_example_team-1'
	])('%s is a placeholder', (text) => {
		expect(isPlaceholder(text)).toBe(true);
	});

	it.each([
		'redacted-code-',
		'redacted--1',
		'a redacted-code-1',
		'redacted-toString-1',
		'redacted-code-1\n',
		''
	])('%s is none', (text) => {
		expect(isPlaceholder(text)).toBe(false);
	});

	const character = fc.oneof(
		fc.constantFrom(...'abcXYZ019-._~/+=%&?# "\\\'<>!()*@:;,é漢'),
		fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 })
	);
	const secret = fc
		.string({ unit: character, minLength: 12, maxLength: 60 })
		.filter((text) => text.trim() === text);

	it('finds any secret value, wherever it stands', () => {
		fc.assert(
			fc.property(fc.uniqueArray(secret, { minLength: 4, maxLength: 4 }), (values) => {
				const [one = '', two = '', three = '', four = ''] = values;
				const body = new URLSearchParams({ code: one, code_verifier: two });
				const url = `https://app.example/callback/?${new URLSearchParams({ code: one })}`;
				const trace: Trace = [
					configured({
						extra: [['id_token_hint', four]],
						apiUrl: `https://api.example/?${new URLSearchParams({ access_token: three })}`
					}),
					generated('verifier', { code_verifier: two }),
					returned(url),
					exchanged(
						'exchange',
						'token',
						{ method: 'POST', body: body.toString() },
						answer({ access_token: three })
					),
					exchanged(
						'exchange',
						'token',
						{},
						answer(JSON.stringify({ refresh_token: four }).replaceAll('/', '\\/'))
					),
					exchanged(
						'call',
						'api',
						{ url: `https://api.example/${encodeURIComponent(three)}` },
						answer(`said: ${one}`)
					)
				];
				expect(survivors(trace, values)).toEqual([]);
			})
		);
	});

	it('finds a secret whose letters are those of a word of the protocol', () => {
		for (const secret of ['~ . C&.> t%Y', 's%c/o&p=e', 'a<z>p--??']) {
			const url = `https://app.example/callback/?${new URLSearchParams({ code: secret })}`;
			const trace = [returned(url), exchanged('call', 'api', {}, answer(`said: ${secret}`))];
			expect(survivors(trace, [secret])).toEqual([]);
		}
	});

	it('leaves the key of a phrase alone, and finds a secret that is called like it', () => {
		const checks = [check('as-code-found', 'skipped', { actual: say('request-unreadable') })];
		const inside = [{ endpoint: 'token', at: 0, checks, outcome: 'request-unreadable' }];
		const password = answer({ password: 'request-unreadable' });
		const trace: Trace = [
			{ kind: 'observed', at: 0, step: 'callback', inside },
			exchanged('call', 'api', {}, password)
		];
		const [observed, called] = redact(trace);
		expect(observed).toMatchObject({ inside: [{ checks, outcome: 'redacted-password-1' }] });
		expect(JSON.stringify(called)).not.toContain('request-unreadable');
	});

	it('finds a secret whose percent-encoding is in lower case', () => {
		const url = 'https://app.example/callback/?code=4%2f0AbCd%2befgh';
		expect(formatTrace(redact([returned(url)]))).not.toContain('0AbCd');
	});

	it('finds what the person changed before it was sent', () => {
		const asked: HttpRequest = {
			method: 'POST',
			url: metadata.token_endpoint,
			headers: [['Authorization', 'Basic c2VjcmV0OnNlY3JldA==']],
			body: 'code=the-code-before-the-edit'
		};
		const fact = exchanged('exchange', 'token', {}, answer({}));
		const authorizationRequest: Fact = {
			...left(),
			asked: 'https://idp.example/authorize?id_token_hint=hint-before-the-edit'
		} as Fact;
		const text = formatTrace(redact([{ ...fact, asked }, authorizationRequest]));
		for (const gone of ['the-code-before-the-edit', 'hint-before-the-edit', 'c2VjcmV0OnNlY3JldA']) {
			expect(text).not.toContain(gone);
		}
		expect(text).toContain('Basic redacted-authorization-1');
	});

	it('finds a code in a redirect that was recorded elsewhere', () => {
		const location = `https://app.example/callback/?code=code-in-location&state=${state}`;
		const response = answer('', { status: 302, headers: [['Location', location]] });
		expect(formatTrace(redact([exchanged('authorize', 'authorization', {}, response)]))).not.toContain(
			'code-in-location'
		);
	});

	it.each(['verifier', 'page', 'generated', 'https', 'redacted', 'code'])(
		'keeps the file whole when a secret is the word %s',
		(word) => {
			const trace = [...walk.slice(0, 2), generated('verifier', { code_verifier: word }), ...walk.slice(3)];
			expect(parseTrace(formatTrace(redact(trace))).ok).toBe(true);
			expect(survivors(trace, secretsOfTheWalk.slice(1))).toEqual([]);
		}
	);

	it('keeps every trace that can be written importable', () => {
		fc.assert(
			fc.property(anyTrace, (trace) => {
				expect(parseTrace(formatTrace(redact(trace))).ok).toBe(true);
			})
		);
	});

	it('copes with a token of a megabyte', () => {
		const token = `${'a1-_'.repeat(250_000)}.end`;
		const trace = [
			exchanged('call', 'api', { headers: [['authorization', `Bearer ${token}`]] }, answer(token))
		];
		expect(survivors(trace, [token])).toEqual([]);
	});
});

describe('redacted', () => {
	it('names each value that was taken out once, by the name it was met with first', () => {
		const { taken } = redacted(walk);
		expect(new Set(taken.map(({ value }) => value)).size).toBe(taken.length);
		expect(Object.fromEntries(taken.map(({ name, value }) => [value, name]))).toMatchObject({
			[verifier]: 'code_verifier',
			[code]: 'code',
			[accessToken]: 'access_token'
		});
	});
});

describe('what a person chose', () => {
	const person = { email: 'erin@people.example', iss: 'https://idp.example', team: 'blue-team-47' };
	const profile = exchanged('call', 'userinfo', {}, answer(person));
	const hint = generated('authorize', { login_hint: person.email });
	const names = (...list: string[]): ReadonlySet<string> => new Set(list);

	it('leaves the claims in that may stay, wherever their values stand', () => {
		const text = formatTrace(redact([hint, profile], { kept: names('email') }));
		expect(text).toContain(`"login_hint":"${person.email}"`);
		expect(text).toContain(`\\"email\\":\\"${person.email}`);
		expect(text).not.toContain(person.team);
	});

	it('takes claims out that would stay', () => {
		const text = formatTrace(redact([profile], { taken: names('iss') }));
		expect(text).toMatch(/iss\\":\\"redacted-iss-1/);
	});

	it('never leaves in what is a secret by its name', () => {
		const text = formatTrace(redact(walk, { kept: names('accesstoken', 'codeverifier') }));
		expect([accessToken, verifier].filter((secret) => text.includes(secret))).toEqual([]);
	});
});

describe('an address of the network', () => {
	const after = (sentence: string): string =>
		formatTrace(redact([exchanged('call', 'api', {}, answer(sentence, { type: 'text/plain' }))]));

	it.each(['203.0.113.7', '10.1.2.3', '2001:db8::7', 'fe80::1', '2001:db8:0:1:2:3:4:5'])(
		'%s is taken out of a sentence',
		(address) => {
			expect(after(`refused for ${address}, sorry`)).not.toContain(address);
		}
	);

	it.each(['127.0.0.1', '::1', '10:22:33', '12:30', '1.2.3', 'a.1.2.3.4b', '999.1.1.1'])(
		'%s is none, or nobody’s',
		(text) => {
			expect(after(`refused at ${text}, sorry`)).toContain(text);
		}
	);
});
