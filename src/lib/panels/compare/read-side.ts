/** What somebody brings to be compared, and the comparison of two of them. Fetched when there is something to read. */
import { attemptsOf, type AttemptSummary } from '$lib/flow/attempts';
import { compareSides, type Comparison } from '$lib/flow/compare/compare';
import { tellAttempt } from '$lib/flow/compare/tell-attempt';
import { tellKeys, tellMetadata } from '$lib/flow/compare/tell-document';
import { inTurns } from '$lib/flow/compare/steps';
import { comparingTokens, type TokenPair } from '$lib/flow/compare/token-pair';
import type { Side, Told } from '$lib/flow/compare/told';
import { fold } from '$lib/flow/fold';
import type { Walk } from '$lib/flow/session';
import type { ComparedSubject } from '$lib/lexicon/compared';
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import { isJsonObject } from '$lib/message/json-body';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { isMessage, recognise } from '$lib/recording/intake';
import { readWalkFile } from '$lib/recording/walk-file';
import type { Trace } from '$lib/trace/fact';
import { parseJson } from '$lib/wire/json';
import { rests } from './rests';

export type ContentKind = 'walk' | 'token' | 'encrypted-token' | 'metadata' | 'key-set';

/** Why nothing of it can be compared. */
export type Refused =
	'nothing' | 'no-attempt' | 'opaque-token' | 'token-answer' | 'not-compared' | 'unreadable';

export type Content =
	| { kind: 'walk'; walk: Walk; attempts: readonly AttemptSummary[] }
	| { kind: 'token' | 'encrypted-token'; token: string }
	| { kind: 'metadata' | 'key-set'; side: Side }
	| { kind: 'refused'; why: Refused; failure?: IntakeFailure };

const refused = (why: Refused): Content => ({ kind: 'refused', why });

async function ofTrace(trace: Result<Trace, IntakeFailure>): Promise<Content> {
	if (!trace.ok) return { kind: 'refused', why: 'unreadable', failure: trace.failure };
	const walk = await fold(trace.value);
	const attempts = attemptsOf(walk);
	return attempts.length === 0 ? refused('no-attempt') : { kind: 'walk', walk, attempts };
}

/** What this tab keeps, or what was read of a recording. */
export const readTrace = ofTrace;

const alone = (kind: 'metadata' | 'key-set', subject: ComparedSubject, told: Told): Content => ({
	kind,
	side: new Map([[subject, told]])
});

/** Reads a text: a file, or what was pasted. Never throws; a part of the site that does not arrive rejects. */
export async function readSide(text: string, now: number): Promise<Content> {
	const brought = recognise(text);
	const { kind, bare = text } = brought;
	if (kind === 'nothing') return refused('nothing');
	if (kind === 'har' || kind === 'walk') return ofTrace(await readWalkFile(text, now));
	if (isMessage(brought)) return ofTrace(traceOfBrought(brought, now));
	if (kind === 'opaque-token' || kind === 'token-answer') return refused(kind);
	if (kind === 'jwt' || kind === 'encrypted-token')
		return { kind: kind === 'jwt' ? 'token' : kind, token: brought.token ?? bare };
	const value = parseJson(bare);
	if (kind === 'key-set') {
		const keys = isJsonObject(value) && Array.isArray(value.keys) ? value.keys : [value].flat();
		return alone(kind, 'keys', tellKeys(keys));
	}
	if (kind === 'metadata' || kind === 'resource-metadata')
		return isJsonObject(value) ? alone('metadata', 'metadata', tellMetadata(value)) : refused('not-compared');
	// A file that is damaged says why.
	return /^\s*\{/.test(text) ? ofTrace(await readWalkFile(text, now)) : refused('not-compared');
}

/** What is compared of it: an attempt of a walk, the one it goes on with where none is named. */
async function sideOf(content: Content, attempt?: number): Promise<Side | undefined> {
	if (content.kind === 'walk') return tellAttempt(content.walk, attempt ?? content.walk.current);
	return 'side' in content ? content.side : undefined;
}

export interface ComparedContents {
	comparison: Comparison;
	/** Of two tokens: which is which. */
	pair?: TokenPair;
}

/** Undefined: they are not of one kind, or one of them cannot be read. */
export async function compareContents(
	[one, attempt]: [Content, number | undefined],
	[other, otherAttempt]: [Content, number | undefined]
): Promise<ComparedContents | undefined> {
	if ('token' in one && 'token' in other) {
		const pair = await inTurns(comparingTokens(one.token, other.token), rests());
		return pair.comparison && { comparison: pair.comparison, pair };
	}
	const [here, there] = await Promise.all([sideOf(one, attempt), sideOf(other, otherAttempt)]);
	return here && there && one.kind === other.kind ? { comparison: compareSides(here, there) } : undefined;
}
