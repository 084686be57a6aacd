/** A trace as a file that may be handed on: without its secrets, and with what was proved while they were there. */
import { onlyKnown } from '$lib/lexicon/only-known';
import type { FactOf, Trace } from './fact';
import type { Taken } from './ledger';
import { redacted } from './redact';
import type { ClaimChoice } from './redact-text';
import type { Verdict } from './verdict';

/** The name under which the verdicts stand in a HAR file: HAR 1.2 leaves names that begin so to everybody. */
export const verdictMember = '_pkcePlayground';

const ownFile = (trace: Trace): FactOf<'imported'> => ({
	kind: 'imported',
	at: trace[0]?.at ?? 0,
	entries: trace.filter(({ kind }) => ['left', 'returned', 'exchanged', 'beside'].includes(kind)).length,
	unread: 0,
	lacks: []
});

export interface Sanitised {
	trace: Trace;
	taken: readonly Taken[];
}

/** `verdicts`: none where nothing was proved. What another file said before is not said again. */
export function sanitised(trace: Trace, verdicts: readonly Verdict[], choice: ClaimChoice = {}): Sanitised {
	const said = verdicts.length > 0 ? [...verdicts] : undefined;
	const about = trace.find((fact) => fact.kind === 'imported') ?? ownFile(trace);
	const { said: _before, ...file } = about;
	const others = trace.filter(({ kind }) => kind !== 'imported');
	return redacted([{ ...file, ...onlyKnown({ said }) }, ...others], choice);
}

/** The marks of what was taken out, by the name under which it was met first. */
export function marksByName(taken: readonly Taken[]): [name: string, marks: string[]][] {
	const groups = new Map<string, string[]>();
	for (const { name, placeholder } of taken) {
		const marks = groups.get(name) ?? [];
		marks.push(placeholder);
		groups.set(name, marks);
	}
	return [...groups];
}
