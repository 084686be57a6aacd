import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { verdictsOf } from '$lib/flow/verdicts';
import { exchangesOf } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { marksByName, sanitised, verdictMember } from '$lib/trace/sanitised';
import { readVerdicts, type Verdict } from '$lib/trace/verdict';
import { formatHar } from '$lib/wire/har';
import { createSigner } from '../../fixtures/tokens';
import { secretsOfTheWalk, wholeWalk } from '../../fixtures/walk';

let walk: Trace;
let verdicts: Verdict[];
beforeAll(async () => {
	walk = await wholeWalk(await createSigner('ES256'));
	verdicts = await verdictsOf(await fold(walk));
});

const saidBy = (trace: Trace): unknown =>
	trace.flatMap((fact) => (fact.kind === 'imported' ? [fact.said] : []));

describe('a walk that is handed on', () => {
	it('says of each attempt what was proved before its values were taken out', () => {
		const [first] = verdicts;
		expect(first).toMatchObject({
			of: 0,
			challenge: { known: true, value: { matches: true } },
			state: { known: true, value: { equal: true } },
			redirectUri: { known: true, value: { equal: true } },
			uses: { known: true, value: { count: 1, statuses: [200] } },
			signature: { known: true, value: { valid: true, alg: 'ES256' } }
		});
	});

	it('has no secret in it, and keeps what it says when it is read again', () => {
		const text = formatTrace(sanitised(walk, verdicts).trace);
		expect(secretsOfTheWalk.filter((secret) => text.includes(secret))).toEqual([]);
		const read = parseTrace(text);
		expect(read.ok && saidBy(read.value)).toEqual([verdicts]);
	});

	it('has the same verdicts as a HAR file', () => {
		const { trace } = sanitised(walk, verdicts);
		const har: unknown = JSON.parse(
			formatHar(exchangesOf(trace), { [verdictMember]: { attempts: verdicts } })
		);
		expect(readVerdicts((har as { log: Record<string, unknown> }).log[verdictMember])).toEqual(verdicts);
	});

	it('does not hand on what another file said', async () => {
		const { trace } = sanitised(walk, verdicts);
		expect(saidBy(sanitised(trace, []).trace)).toEqual([undefined]);
		const [again] = await verdictsOf(await fold(trace));
		expect(again?.challenge).toEqual({ known: false, why: 'taken-out' });
	});
});

it('groups marks by name', () => {
	const taken = [
		['code', 'redacted-code-1'],
		['__proto__', 'redacted-proto-1'],
		['code', 'redacted-code-2']
	].map(([name = '', placeholder = '']) => ({ name, placeholder, value: placeholder, strong: true }));
	expect(marksByName(taken)).toEqual([
		['code', ['redacted-code-1', 'redacted-code-2']],
		['__proto__', ['redacted-proto-1']]
	]);
});

describe('a block of verdicts', () => {
	it.each([
		undefined,
		{},
		{ attempts: [] },
		{ attempts: [{ version: 2 }] },
		{ attempts: 'all' },
		{ attempts: [null] }
	])('is not read from %j', (block) => {
		expect(readVerdicts(block)).toBeUndefined();
	});

	it('is refused where one member is of another form', () => {
		for (const name of Object.keys(verdicts[0] ?? {}))
			expect(readVerdicts({ attempts: [{ ...verdicts[0], [name]: { known: 'yes' } }] })).toBeUndefined();
	});

	it('is read or not, of anything', () => {
		fc.assert(fc.property(fc.anything(), (block) => void readVerdicts(block)));
	});
});
