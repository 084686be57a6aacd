/** Which messages a file shows whose values were taken out before it came here. */
import { readFileSync } from 'node:fs';
import type { Har } from 'har-format';
import { describe, expect, it } from 'vitest';
import { traceOfRecording } from '$lib/recording/recording';
import type { Trace } from '$lib/trace/fact';
import { parseHar } from '$lib/wire/har';
import { ways, type WayName } from '../../fixtures/sealed';

const harOf = (name: string): Har => JSON.parse(readFileSync(`tests/fixtures/reports/${name}.har`, 'utf8'));

function traceOf(har: Har): Trace {
	const parsed = parseHar(JSON.stringify(har));
	const trace = parsed.ok ? traceOfRecording(parsed.value) : parsed;
	if (!trace.ok) throw new Error(trace.failure.reason);
	return trace.value;
}

const shape = (trace: Trace): string[] =>
	trace.flatMap((fact) => {
		if (fact.kind === 'exchanged') return [fact.move];
		return ['left', 'returned', 'opened'].includes(fact.kind) ? [fact.kind] : [];
	});

const twice = '103-first-works-second-fails';

describe('a file without any Authorization header', () => {
	const trace = traceOf(harOf('99-chrome-sanitised'));

	it('shows the call of the API, with its refusal', () => {
		const call = trace.find((fact) => fact.kind === 'exchanged' && fact.move === 'api');
		expect(call).toMatchObject({ exchange: { response: { status: 401 } } });
	});

	it('does not say that the client proved nothing', () => {
		expect(trace[0]).toHaveProperty('configuration');
		expect(trace[0]).not.toHaveProperty('configuration.authentication');
	});
});

describe('two sign-ins in a file whose values were taken out', () => {
	const wanted = shape(traceOf(harOf(twice)));
	const named: readonly WayName[] = [
		'cloudflare',
		'auth0 by hand',
		'brackets',
		'stars',
		'har-capture',
		'chrome'
	];

	it.each(named)('stay two, with their own answers: %s', (name) => {
		expect(shape(traceOf(ways[name](harOf(twice))))).toEqual(wanted);
	});
});

describe('a verifier that was taken out', () => {
	it('is no verifier of this walk', () => {
		const trace = traceOf(ways.cloudflare(harOf(twice)));
		expect(trace.filter((fact) => fact.kind === 'generated' && fact.step === 'verifier')).toEqual([]);
	});
});
