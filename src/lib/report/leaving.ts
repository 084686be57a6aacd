/**
 * What leaves goes through the one redactor, all at once: what was found out is handed to it as one more fact, so that a
 * value which stands in a message and in a check gets the same placeholder in both, and none is forgotten.
 */
import type { Check } from '$lib/lexicon/check';
import type { Said } from '$lib/lexicon/said';
import type { Fact, Trace } from '$lib/trace/fact';
import { redact } from '$lib/trace/redact';

interface Beside {
	texts: readonly Said[];
	checks: readonly Check[];
}

interface Leaving {
	trace: Trace;
	texts: Said[];
	checks: Check[];
}

const carrierOf = ({ texts, checks }: Beside): Fact => ({
	kind: 'observed',
	at: 0,
	step: 'callback',
	inside: [
		{ endpoint: '', at: 0, outcome: '', checks: [...checks] },
		...texts.map((outcome) => ({ endpoint: '', at: 0, outcome, checks: [] }))
	]
});

/** A trace and what was found out about it, without what may not leave; or, on the person's word, as they are. */
export function leaving(trace: Trace, beside: Beside, withSecrets: boolean): Leaving {
	if (withSecrets) return { trace, texts: [...beside.texts], checks: [...beside.checks] };
	const redacted = redact([...trace, carrierOf(beside)]);
	const last = redacted.at(-1);
	const [checks, ...texts] = last?.kind === 'observed' ? last.inside : [];
	return {
		trace: redacted.slice(0, -1),
		texts: texts.map(({ outcome }) => outcome),
		checks: checks?.checks ?? []
	};
}
