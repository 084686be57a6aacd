import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ticketTexts as texts } from '$lib/lessons/en/report/ticket';
import { expectedTexts, signInTexts, toldTexts } from '$lib/lessons/en/report/told';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { recognise } from '$lib/recording/intake';
import { mostTicketLines, ticketOf } from '$lib/report/ticket';
import type { Told } from '$lib/report/told';
import { ticketVariants, variantFor } from '$lib/report/variants';
import type { Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';
import { acting, hostile, ofType, readMarkdown } from '../../fixtures/markdown';
import { answer } from '../../fixtures/messages';
import { gathered } from '../../fixtures/report';
import { at, clientId, createSigner, issuer } from '../../fixtures/tokens';
import {
	callbackUrl,
	configured,
	discovered,
	exchanged,
	generated,
	left,
	metadata,
	returned,
	tokenFact,
	verifier,
	wholeWalk
} from '../../fixtures/walk';

const ids = {
	trace_id: '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
	correlation_id: '1a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f0'
};

let whole: Trace;
let failed: Trace;
beforeAll(async () => {
	whole = await wholeWalk(await createSigner('ES256'));
	failed = [
		...whole.slice(0, 7),
		tokenFact(
			{
				error: 'invalid_grant',
				error_description: 'AADSTS501481: The Code_Verifier does not match.',
				...ids
			},
			400
		)
	];
});

const recorded = (): Trace => {
	const trace = traceOfBrought(
		recognise(`curl ${issuer}/token -d grant_type=authorization_code -d code=abcdefgh -d client_id=c`),
		at
	);
	return trace.ok ? trace.value : [];
};

const walks: [name: string, walk: () => Trace][] = [
	['failed', () => failed],
	['good', () => whole],
	['recorded', recorded],
	['sanitised', () => redact(failed)],
	['empty', () => []],
	['in progress', () => whole.slice(0, 6)]
];

describe.each(ticketVariants)('a ticket, %s', (variant) => {
	it.each(walks)('is short and does nothing where it is read, of a walk: %s', async (_, walk) => {
		const { told } = await gathered(walk());
		const ticket = ticketOf(told, variant);
		expect(ticket.trimEnd().split('\n').length).toBeLessThanOrEqual(mostTicketLines);
		const links = new Set([told.link, told.cause?.remedy?.source]);
		const ours = /^html <\/?(?:details|summary)>|^html <details><summary>/;
		expect(
			acting(readMarkdown(ticket)).filter((one) => !ours.test(one) && !links.has(one.replace(/^link /, '')))
		).toEqual([]);
		expect(ticket).not.toContain('undefined');
	});

	it('names provider, client, step, error, ids, times, cause, attempts and link', async () => {
		const { told } = await gathered(failed);
		const ticket = ticketOf(told, variant);
		const said = [
			...[issuer, clientId, 'PKCE with S256', stepTexts.exchange.title, `POST ${issuer}/token`],
			...[
				'error: invalid_grant',
				ids.trace_id,
				ids.correlation_id,
				'2026-01-02T03:04:05Z',
				told.link ?? 'none'
			],
			...[texts.attempts.one(1), '✗']
		];
		for (const one of said) expect(ticket).toContain(one);
		expect(told.cause?.title).toBeTruthy();
		expect(ofType(readMarkdown(ticket), 'table')).toHaveLength(1);
	});
});

describe('a ticket', () => {
	it('lists what failed before what passed, with what was expected and found', async () => {
		const [first] = ofType(
			readMarkdown(ticketOf((await gathered(failed)).told, 'general')),
			'tableRow'
		).slice(1);
		expect(
			first?.children?.map((cell) =>
				ofType(cell, 'inlineCode', 'text')
					.map(({ value }) => value)
					.join('')
			)
		).toEqual(['✗', 'Status 200', '200', '400']);
	});

	it('says of a walk in progress that it is in progress', async () => {
		const { told } = await gathered(whole.slice(0, 6));
		expect(told.standing).toContain(toldTexts.unfinished(stepTexts.callback.title));
		expect(told.failure).toBeUndefined();
		expect(ticketOf(told, 'general')).toContain(texts.noError);
	});

	it('says of a good walk that it worked, and of nobody who it was', async () => {
		const { told } = await gathered(whole);
		expect(told.standing).toEqual([signInTexts.verified]);
		expect(told.cause).toBeUndefined();
	});

	it('says of a recording what was not recorded, and invents nothing for it', async () => {
		const { told } = await gathered(recorded());
		expect(told).toMatchObject({ from: 'recorded', clientId: 'c' });
		expect(told.flow).toBeUndefined();
		expect(told.application ?? '').not.toContain(toldTexts.application.none);
		expect(ticketOf(told, 'general')).toContain(`**${texts.about.flow}:** ${texts.missing.recorded}`);
	});

	it('says that secrets had been taken out before', async () => {
		expect((await gathered(redact(failed))).told.standing).toContain(toldTexts.redactedBefore);
	});

	it('says the same of a walk with its secrets and without, but for the secrets', async () => {
		const [without, full] = [(await gathered(failed)).told, (await gathered(failed, true)).told];
		const statuses = ({ checks }: Told) =>
			checks.flatMap((group) => group.checks.map(({ name, status }) => `${name} ${status}`));
		expect(statuses(without)).toEqual(statuses(full));
		expect(without.cause?.title).toBe(full.cause?.title);
		expect(ticketOf(full, 'general')).toContain(texts.withSecrets);
		expect(ticketOf(without, 'general')).toContain(texts.redacted);
	});

	it('is of the attempt that was asked for, and lists the others', async () => {
		const two = [
			...failed,
			generated('authorize', { state: 'another', nonce: 'n' }),
			left({ state: 'another' })
		];
		const { told } = await gathered(two, false, 0);
		expect(told.attempts.map(({ place, told: shown }) => [place, shown])).toEqual([
			[1, true],
			[2, false]
		]);
		expect(told.failure?.step).toBe(stepTexts.exchange.title);
		expect((await gathered(two)).told.failure).toBeUndefined();
	});

	it('tells what failed after a check that failed, with its error', async () => {
		const stranger = returned(callbackUrl({ iss: 'https://other.example' }));
		const { told } = await gathered([...failed.slice(0, 6), stranger, ...failed.slice(7)]);
		expect([told.failure?.step, told.then?.step]).toEqual([
			stepTexts.callback.title,
			stepTexts.exchange.title
		]);
		expect(told.error).toContain('invalid_grant');
		expect(told.references.map(({ value }) => value)).toContain(ids.trace_id);
	});

	it('keeps to its lines whatever strangers write', () => {
		const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 2_000 }));
		const check = fc.record({
			status: fc.constantFrom('pass', 'fail', 'warn', 'skipped'),
			name: text,
			expected: text,
			actual: text,
			rfc: fc.constant('RFC 6749 §3.1')
		});
		const told: fc.Arbitrary<Told> = fc.record({
			from: fc.constantFrom('live', 'recorded', 'pasted'),
			withSecrets: fc.boolean(),
			provider: fc.record({ id: text, name: text }),
			issuer: text,
			clientId: text,
			redirectUri: text,
			scope: text,
			audience: text,
			application: text,
			flow: text,
			standing: fc.array(text, { maxLength: 5 }),
			failure: fc.record({
				step: text,
				does: text,
				expected: text,
				request: text,
				answer: text,
				at: fc.constant(0)
			}),
			then: fc.record({ step: text, request: text, answer: text }),
			error: text,
			references: fc.array(fc.record({ name: text, value: text }), { maxLength: 20 }),
			times: fc.constant([{ name: 'Sent', at: 0 }]),
			proved: fc.array(check, { maxLength: 8 }),
			checks: fc.array(fc.record({ title: text, checks: fc.array(check, { maxLength: 40 }) }), {
				maxLength: 4
			}),
			cause: fc.record({
				title: text,
				confidence: fc.constant('likely'),
				what: text,
				change: text,
				remedy: fc.record({ provider: text, change: text, where: text, source: text }),
				evidence: fc.array(text),
				citations: fc.constant([]),
				rivals: fc.array(fc.record({ title: text, decides: text }), { maxLength: 3 })
			}),
			attempts: fc.array(
				fc.record({
					place: fc.nat(),
					at: fc.constant(0),
					end: text,
					told: fc.boolean(),
					worked: fc.boolean()
				}),
				{ maxLength: 30 }
			),
			link: text
		}) as fc.Arbitrary<Told>;
		fc.assert(
			fc.property(told, fc.constantFrom(...ticketVariants), (one, variant) => {
				const ticket = ticketOf(one, variant);
				expect(ticket.trimEnd().split('\n').length).toBeLessThanOrEqual(mostTicketLines);
				const ours = /^html <\/?details>|^html <details><summary>[^<>]*<\/summary>/;
				expect(acting(readMarkdown(ticket)).filter((acts) => !ours.test(acts))).toEqual([]);
			}),
			{ numRuns: 150 }
		);
	});
});

describe('a ticket for a help desk that asks questions', () => {
	it('answers what is known and leaves the rest to the person', async () => {
		const ticket = ticketOf((await gathered(failed)).told, 'questions');
		for (const question of Object.values(texts.questions)) expect(ticket).toContain(question);
		expect(ticket).toContain(expectedTexts.exchange);
		for (const open of [texts.open.before, texts.open.everyone, texts.open.tried])
			expect(ticket).toContain(`- [ ] ${open}`);
		expect(ticket).not.toContain(texts.open.doing);
	});

	it('asks the person where nothing failed', async () => {
		const ticket = ticketOf((await gathered([])).told, 'questions');
		for (const open of Object.values(texts.open).slice(0, 5)) expect(ticket).toContain(open);
	});

	it('says that it worked where another attempt of the same client has shown it', async () => {
		const again = [
			...whole,
			generated('authorize', { state: 'another', nonce: 'n' }),
			left({ state: 'another' })
		];
		expect(ticketOf((await gathered(again)).told, 'questions')).toContain(texts.worked(1));
	});
});

describe('a ticket for Entra', () => {
	const tenant = '11111111-2222-3333-4444-555555555555';
	const entra = (body: object): Trace => [
		configured({ issuer: `https://login.microsoftonline.com/${tenant}/v2.0` }),
		discovered({ ...metadata, issuer: `https://login.microsoftonline.com/${tenant}/v2.0` }),
		generated('verifier', { code_verifier: verifier }),
		...whole.slice(3, 7),
		exchanged(
			'exchange',
			'token',
			{
				method: 'POST',
				url: 'https://login.microsoftonline.com/x/oauth2/v2.0/token',
				headers: [],
				body: 'grant_type=authorization_code'
			},
			answer(body, { status: 400 })
		)
	];
	const error = {
		error: 'invalid_grant',
		error_description: 'AADSTS501481: no match.\r\nTrace ID: x',
		timestamp: '2026-11-29 10:00:00Z',
		...ids
	};

	it('has the ids and the time first', async () => {
		const { told } = await gathered(entra(error));
		const lines = ticketOf(told, 'entra')
			.split('\n')
			.filter((line) => line.startsWith('- **'));
		expect(lines.slice(0, 6)).toEqual([
			`- **${texts.entra.correlation}:** \`${ids.correlation_id}\``,
			`- **${texts.entra.trace}:** \`${ids.trace_id}\``,
			`- **${texts.entra.timestamp}:** \`2026-11-29 10:00:00Z\``,
			`- **${texts.entra.code}:** \`AADSTS501481\``,
			`- **${texts.entra.tenant}:** \`${tenant}\``,
			`- **${texts.entra.application}:** \`${clientId}\``
		]);
		expect(variantFor(told.provider?.id)).toBe('entra');
	});

	it('says of an id that the answer has none', async () => {
		const ticket = ticketOf((await gathered(entra({ error: 'invalid_grant' }))).told, 'entra');
		expect(ticket).toContain(`- **${texts.entra.correlation}:** ${texts.entra.missing}`);
	});
});

describe('a GitHub issue', () => {
	it('folds what is long', async () => {
		const ticket = ticketOf((await gathered(failed)).told, 'github');
		expect(ticket.match(/<details>/g)).toHaveLength(2);
		expect(ticket.match(/<\/details>/g)).toHaveLength(2);
	});
});
