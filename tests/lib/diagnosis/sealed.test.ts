/**
 * Recordings as they come after a sanitiser: every way, over the recordings of reports and of our own walks. What is said of
 * them is what is said of the whole file, or less; never anything else.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { Har } from 'har-format';
import { beforeAll, describe, expect, it } from 'vitest';
import { diagnoseOutcome, diagnoseResponse, type Report } from '$lib/diagnosis/explain';
import { checksOf } from '$lib/flow/ending';
import { fold } from '$lib/flow/fold';
import { hasFailedOutcome, hasFailedResponse } from '$lib/flow/has-failed';
import { proofsOf } from '$lib/flow/proofs';
import { sessionOf } from '$lib/flow/session';
import { statusOf } from '$lib/flow/status';
import type { Check } from '$lib/lexicon/check';
import { removalOf } from '$lib/lexicon/removed';
import type { Said } from '$lib/lexicon/said';
import { stepIds } from '$lib/lexicon/steps';
import { readFile } from '$lib/recording/read/read-file';
import { exchangesOf } from '$lib/trace/exchanges';
import { formatHar } from '$lib/wire/har';
import { ways, type WayName } from '../../fixtures/sealed';
import { createSigner } from '../../fixtures/tokens';
import { tokenFact, wholeWalk } from '../../fixtures/walk';

interface Told {
	/** What failed or was warned of, step by step and attempt by attempt. */
	failed: string[];
	passed: Check[];
	checks: Check[];
	causes: Report['causes'];
	steps: string[];
	/** What the messages prove, by the place of the attempt. */
	proofs: Map<string, unknown>;
}

async function toldOf(har: Har): Promise<Told> {
	const { trace: kept } = await readFile(new Blob([JSON.stringify(har)]), { now: 0 });
	if (!kept.ok)
		return {
			failed: [kept.failure.reason],
			passed: [],
			checks: [],
			causes: [],
			steps: [],
			proofs: new Map()
		};
	const walk = await fold(kept.value);
	const sessions = walk.attempts.map(({ id }) => sessionOf(walk, id));
	const reports = await Promise.all(
		sessions.flatMap((session) => [
			...session.outcomes.filter(hasFailedOutcome).map((one) => diagnoseOutcome(session, kept.value, one)),
			...[session.authorizationResponse]
				.filter((one) => one !== undefined && hasFailedResponse(one))
				.map((one) => one && diagnoseResponse(session, kept.value, one))
		])
	);
	const checks = sessions.flatMap(checksOf);
	const proved = await Promise.all(sessions.map((session) => proofsOf(session, walk.attempts)));
	return {
		checks,
		failed: [...new Set(checks.filter(({ status }) => status === 'fail').map(({ id }) => id))],
		passed: checks.filter(({ status }) => status === 'pass'),
		causes: reports.flatMap((report) => report?.causes ?? []),
		proofs: new Map(
			proved.flatMap((all, place) =>
				Object.entries(all).flatMap(([name, proof]: [string, unknown]) =>
					typeof proof === 'object' && proof !== null && 'value' in proof
						? [[`${place} ${name}`, proof.value]]
						: []
				)
			)
		),
		steps: sessions.flatMap((session) => stepIds.map((id) => `${id} ${statusOf(id, session)}`))
	};
}

const folder = 'tests/fixtures/reports/';
const hars = new Map<string, Har>();
for (const name of readdirSync(folder).filter((one) => one.endsWith('.har')))
	hars.set(name, JSON.parse(readFileSync(`${folder}${name}`, 'utf8')));

const whole = new Map<string, Told>();
beforeAll(async () => {
	const walk = await wholeWalk(await createSigner('RS256'));
	const refused = walk.slice(
		0,
		walk.findIndex((fact) => fact.kind === 'exchanged' && fact.move === 'token')
	);
	const error = { error: 'invalid_grant', error_description: 'PKCE verification failed' };
	hars.set('our walk', JSON.parse(formatHar(exchangesOf(walk))));
	hars.set('our refused walk', JSON.parse(formatHar(exchangesOf([...refused, tokenFact(error, 400)]))));
	for (const [name, har] of hars) whole.set(name, await toldOf(har));
});

const sure = (causes: Report['causes']): Report['causes'] =>
	causes.filter(({ confidence }) => confidence > 0.5);
/** What the answer of the server says, with nothing that the run shows. */
const ofAnswer = new Set([
	...['quoted', 'resembles', 'telling-words', 'error-code', 'http-status', 'a-header', 'named', 'both'],
	...['code-alone', 'status-alone', 'names-alone']
]);
const isOfAnswer = ({ evidence }: Report['causes'][number]): boolean =>
	evidence.every((said) => typeof said === 'object' && ofAnswer.has(said.say));
const textsOf = (said: Said | undefined): string[] =>
	said === undefined ? [] : typeof said === 'string' ? [said] : said.with.flatMap(textsOf);
const isMark = (text: string): boolean =>
	text.length < 300 && ['mark', 'mask', 'cut'].includes(removalOf(text) ?? '');
const showsMark = ({ expected, actual, status }: Check): boolean =>
	status !== 'skipped' && [...textsOf(expected), ...textsOf(actual)].some(isMark);

/** What is said of the sealed file and not of the whole one: each of it is wrong. */
function wrongIn(sealed: Told, { failed, causes, proofs, steps }: Told): string[] {
	return [
		...(sealed.steps.length > steps.length ? ['attempts that there are not'] : []),
		...[...sealed.proofs]
			.filter(
				([name, value]) => proofs.has(name) && JSON.stringify(value) !== JSON.stringify(proofs.get(name))
			)
			.map(([name, value]) => `proves: ${name} ${JSON.stringify(value)}`),
		...sealed.failed.filter((id) => !failed.includes(id)).map((id) => `fails: ${id}`),
		...sure(sealed.causes)
			.filter((cause) => !isOfAnswer(cause) && !sure(causes).some(({ code }) => code === cause.code))
			.map(({ code, confidence, evidence }) => `cause: ${code} ${confidence} ${JSON.stringify(evidence)}`),
		...sealed.checks.filter(showsMark).map((made) => `goes by a mark: ${JSON.stringify(made)}`)
	];
}

const names = Object.keys(ways) as WayName[];

describe('a recording that went through a sanitiser', () => {
	it.each(names)('is never misread: %s', async (way) => {
		const wrong: Record<string, string[]> = {};
		for (const [name, har] of hars) {
			const found = wrongIn(await toldOf(ways[way](har)), whole.get(name) ?? (await toldOf(har)));
			if (found.length > 0) wrong[name] = found;
		}
		expect(wrong).toEqual({});
	});
});
