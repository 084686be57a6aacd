/**
 * A trace without its secrets: nothing stays but what the allow-lists name (`lexicon/kept`), and that is looked through
 * for what looks like a secret. The same value gets the same placeholder, so that a reader still sees which values are
 * equal. Three times over the trace: what stays is learnt, then taken out is what stands where a secret may stand,
 * then what was taken out is looked for everywhere else, in every spelling.
 */
import { phrases } from '$lib/lexicon/phrases';
import { maskSecret } from '$lib/lexicon/secrets';
import type { Fact, Trace } from './fact';
import { openLedger, type Ledger, type Taken } from './ledger';
import { redactFact } from './redact-message';
import { TextRedactor, type ClaimChoice } from './redact-text';
import { sweeper } from './sweep';

/** Members that hold a word of this app, never one from outside: a secret may be such a word by accident. */
const ownWords: ReadonlySet<string> = new Set([
	'kind',
	'step',
	'move',
	'via',
	'way',
	'id',
	'status',
	'rfc',
	'reason',
	'came'
]);

/** A phrase: its key is a word of this app too. Values of the wire by that name stand in no such pair. */
const isPhrase = (part: object): boolean =>
	'say' in part && 'with' in part && Array.isArray(part.with) && Object.hasOwn(phrases, String(part.say));

/** Every text of a JSON-plain value, rewritten. */
function rewrite<T>(value: T, change: (text: string) => string): T {
	const walk = (part: unknown): unknown => {
		if (typeof part === 'string') return change(part);
		if (Array.isArray(part)) return part.map(walk);
		if (typeof part !== 'object' || part === null) return part;
		const isOwn = (name: string): boolean => ownWords.has(name) || (name === 'say' && isPhrase(part));
		return Object.fromEntries(
			Object.entries(part).map(([name, member]) => [name, isOwn(name) ? member : walk(member)])
		);
	};
	return walk(value) as T;
}

/** The first characters of a secret, as a server shows them in its decisions (`maskSecret`). */
function withoutMasked(taken: readonly Taken[]): (text: string) => string {
	const placeholders = new Map(taken.map(({ value, placeholder }) => [maskSecret(value), placeholder]));
	return (text) =>
		text.includes('…') ? text.replace(/\S{1,6}…/g, (shown) => placeholders.get(shown) ?? shown) : text;
}

function structured(trace: Trace, ledger: Ledger, choice: ClaimChoice): Fact[] {
	rewrite(trace, (text) => {
		ledger.reserve(text);
		return text;
	});
	const redactor = new TextRedactor(ledger, choice);
	return trace.map((fact) => redactFact(redactor, fact));
}

/** Whoever reads the file is to believe its placeholders. */
const marked = (fact: Fact): Fact => (fact.kind === 'configured' ? { ...fact, redacted: true } : fact);

function redaction(trace: Trace, choice: ClaimChoice = {}): { trace: Trace; taken: Taken[] } {
	const first = openLedger();
	structured(trace, first, choice);
	const ledger = openLedger(first);
	const facts = structured(trace, ledger, choice);
	const sweep = sweeper(ledger.swept(first.kept()));
	const unmask = withoutMasked(ledger.taken());
	const swept = rewrite(facts, (text) => unmask(sweep(text)));
	return { trace: ledger.taken().length === 0 ? swept : swept.map(marked), taken: ledger.taken() };
}

/** The trace with each value that may not leave replaced by `redacted-<name>-<n>`. */
export const redact = (trace: Trace, choice?: ClaimChoice): Trace => redaction(trace, choice).trace;

/** The same, with what was taken out of it. */
export const redacted = (trace: Trace, choice?: ClaimChoice): { trace: Trace; taken: readonly Taken[] } =>
	redaction(trace, choice);
