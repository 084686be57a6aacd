/** The files that are handed on: their names, and what stands in them. */
import { exchangesOf } from '$lib/trace/exchanges';
import type { Trace } from '$lib/trace/fact';
import { formatTrace } from '$lib/trace/format';
import { sanitised, verdictMember } from '$lib/trace/sanitised';
import type { Verdict } from '$lib/trace/verdict';
import { formatHar } from '$lib/wire/har';

/** The forms in which a walk is handed on. */
export const reportForms = ['ticket', 'page', 'json', 'har'] as const;

export type ReportForm = (typeof reportForms)[number];

/** The ends of their names, and their media types. */
const kinds: Readonly<Record<ReportForm, { end: string; type: string }>> = {
	ticket: { end: 'md', type: 'text/markdown' },
	page: { end: 'html', type: 'text/html' },
	json: { end: 'json', type: 'application/json' },
	har: { end: 'har', type: 'application/json' }
};

export const mediaTypeOf = (form: ReportForm): string => kinds[form].type;

interface Named {
	form: ReportForm;
	/** As it is called here, or the host of its issuer. */
	provider: string | undefined;
	/** From 1; undefined: all of them. */
	attempt: number | undefined;
	at: number;
	withSecrets: boolean;
}

const longestName = 40;

/** What every system takes as a part of a name. */
const plainName = (text: string): string =>
	text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, longestName)
		.replace(/^-+|-+$/g, '');

/** `sign-in-okta-attempt-2-2026-11-29.har` */
export function fileName({ form, provider, attempt, at, withSecrets }: Named): string {
	const parts = [
		'sign-in',
		plainName(provider ?? ''),
		attempt === undefined ? 'all-attempts' : `attempt-${attempt}`,
		new Date(at).toISOString().slice(0, 10),
		withSecrets ? 'with-secrets' : ''
	];
	return `${parts.filter((part) => part !== '').join('-')}.${kinds[form].end}`;
}

interface Chosen {
	/** The facts of one attempt; undefined: all. */
	of: Trace | undefined;
	withSecrets: boolean;
	/** What was proved where the values still were: it goes along without them. */
	verdicts: readonly Verdict[];
}

/** Which facts of a walk. Redacted as a whole, so that equal values stay equal in each part. */
export function chosenFacts(trace: Trace, { of, withSecrets, verdicts }: Chosen): Trace {
	if (withSecrets) return of ?? trace;
	const [about, ...others] = sanitised(trace, verdicts).trace;
	const facts = trace.filter(({ kind }) => kind !== 'imported');
	const own = new Set(of ?? facts);
	return [
		...(about ? [about] : []),
		...others.filter((_, place) => facts.slice(place, place + 1).every((fact) => own.has(fact)))
	];
}

export const jsonFile = formatTrace;

export function harFile(facts: Trace): string {
	const attempts = facts.find((fact) => fact.kind === 'imported')?.said;
	return formatHar(exchangesOf(facts), attempts ? { [verdictMember]: { attempts } } : {});
}
