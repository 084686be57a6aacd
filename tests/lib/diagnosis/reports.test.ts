/** Recordings that people reported, each with what is right to say of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnoseOutcome, diagnoseResponse, type Report } from '$lib/diagnosis/explain';
import { fold } from '$lib/flow/fold';
import { hasFailedOutcome, hasFailedResponse } from '$lib/flow/has-failed';
import { sessionOf, type Session } from '$lib/flow/session';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';
import { readWalkFile } from '$lib/recording/walk-file';
import type { Trace } from '$lib/trace/fact';
import { failures } from '../../fixtures/messages';

const folder = 'tests/fixtures/reports';
const nameOf = (id: string): string =>
	readdirSync(folder).find((name) => name.startsWith(`${id}-`) && name.endsWith('.har')) ?? '';

async function traceOf(id: string): Promise<Trace> {
	const read = await readWalkFile(readFileSync(`${folder}/${nameOf(id)}`, 'utf8'));
	if (!read.ok) throw new Error(read.failure.reason);
	return read.value;
}

async function sessionsOf(trace: Trace): Promise<Session[]> {
	const walk = await fold(trace);
	return walk.attempts.map(({ id }) => sessionOf(walk, id));
}

/** What is told of everything that failed, attempt by attempt, in order. */
async function told(id: string): Promise<Report[]> {
	const trace = await traceOf(id);
	const asked = (await sessionsOf(trace)).flatMap((session) => [
		...(session.authorizationResponse && hasFailedResponse(session.authorizationResponse)
			? [diagnoseResponse(session, trace, session.authorizationResponse)]
			: []),
		...session.outcomes.filter(hasFailedOutcome).map((outcome) => diagnoseOutcome(session, trace, outcome))
	]);
	return (await Promise.all(asked)).filter((one) => one !== undefined);
}

describe('a recording that somebody reported has its cause', () => {
	it.each([
		['01', 'pkce-challenge-misderived', 'base64url of the hexadecimal text'],
		['02', 'pkce-challenge-misderived', 'the hash in hexadecimal'],
		['05', 'pkce-verifier-mismatch', 'made for another one'],
		['06', 'pkce-method-mismatch', 's256'],
		['10', 'redirect-uri-differs-at-token', 'the slash at the end'],
		['31', 'code-already-used', '2 times'],
		['42', 'request-malformed', 'in the address'],
		['90', 'pkce-verifier-mismatch', 'made for another one'],
		['91', 'pkce-verifier-mismatch', 'made for another one'],
		['92', 'pkce-verifier-mismatch', 'made for another one'],
		['93', 'pkce-verifier-mismatch', 'made for another one'],
		['97', 'pkce-verifier-mismatch', 'made for another one'],
		['103', 'pkce-verifier-mismatch', 'st-first'],
		['117', 'account-not-allowed', 'User is not assigned']
	])('%s: %s', async (id, code, words) => {
		const [report] = (await told(id)).toReversed();
		const [first] = report?.causes ?? [];
		expect(first?.code).toBe(code);
		expect(first?.evidence.map(evidenceText).join('; ')).toContain(words);
	});
});

describe('a recording that somebody reported has a notice', () => {
	it.each([
		['41', 'exchange-form', 'warn'],
		['52', 'exchange-consent', 'warn'],
		['54', 'id-token-iss', 'fail'],
		['56', 'id-token-key', 'fail']
	])('%s: %s', async (id, check, status) => {
		const sessions = await sessionsOf(await traceOf(id));
		const checks = sessions.flatMap(({ outcomes, idTokenChecks }) => [
			...outcomes.flatMap((outcome) => outcome.checks),
			...idTokenChecks
		]);
		expect(checks.find((one) => one.id === check)?.status).toBe(status);
	});
});

describe('a recording of a good sign-in has no cause', () => {
	it.each(['14', '41', '58', '64', '67'])('%s', async (id) => {
		expect(await told(id)).toEqual([]);
		for (const { outcomes, idTokenChecks, authorizationResponse } of await sessionsOf(await traceOf(id))) {
			const checks = outcomes.flatMap((outcome) => outcome.checks);
			expect(failures([...checks, ...idTokenChecks, ...(authorizationResponse?.checks ?? [])])).toEqual([]);
		}
	});
});
