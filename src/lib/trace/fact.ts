/**
 * The trace is the only mutable thing in the app: an append-only list of facts. A fact says what happened,
 * never what it means: outcomes are computed again from facts, so a file or a stored trace is replayed, not
 * believed. Everything here is plain JSON, and everything that comes from outside goes through `factSchema`.
 */
import * as v from 'valibot';
import { besideKinds, fileLacks } from '$lib/lexicon/besides';
import { networkReasons, probeKinds, probeResults } from '$lib/lexicon/failure';
import type { CheckId } from '$lib/lexicon/check';
import { checkCitations } from '$lib/lexicon/check-citations';
import type { Citation } from '$lib/lexicon/citations';
import type { Said } from '$lib/lexicon/said';
import { moveIds, stepIds } from '$lib/lexicon/steps';
import { configurationSchema } from './configuration';
import { verdictsSchema } from './verdict';

const maxBody = 4_000_000;
const text = v.pipe(v.string(), v.maxLength(maxBody));
/** Milliseconds; of a moment, what a `Date` can hold. */
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const headers = v.array(v.tuple([text, text]));
const optional = <S extends v.GenericSchema>(schema: S) => v.exactOptional(schema);

const requestSchema = v.object({ method: text, url: text, headers, body: optional(text) });
const responseSchema = v.object({
	status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
	statusText: text,
	headers,
	body: text
});

/** A value, or a phrase in which stands what `inner` lets in. Which phrases there are, whoever shows one knows. */
const saidSchema = (inner: v.GenericSchema<unknown, Said>): v.GenericSchema<unknown, Said> =>
	v.union([text, v.object({ say: text, with: v.array(inner) })]);
/** As deep as phrases stand in phrases here, and no deeper: nobody can build a tower. */
const said = [text, text, text, text].reduce<v.GenericSchema<unknown, Said>>(saidSchema, text);

const checkSchema = v.object({
	id: v.picklist(Object.keys(checkCitations) as CheckId[]),
	status: v.picklist(['pass', 'fail', 'warn', 'skipped']),
	expected: optional(said),
	actual: optional(said),
	rfc: v.picklist(Object.values<Citation>(checkCitations))
});
const decisionSchema = v.object({ endpoint: text, at: time, checks: v.array(checkSchema), outcome: said });
export const decisionsSchema = v.array(decisionSchema);

const probeSchema = v.object({
	kind: v.picklist(probeKinds),
	request: requestSchema,
	came: v.picklist(probeResults),
	status: optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
	ms: time
});

const exchangeSchema = v.object({
	id: text,
	request: requestSchema,
	response: optional(responseSchema),
	failure: optional(v.object({ reason: v.picklist(networkReasons), detail: optional(text) })),
	at: time,
	ms: time,
	via: v.picklist(['page', 'pasted']),
	assumed: optional(v.literal(true)),
	probes: optional(v.array(probeSchema)),
	inside: optional(decisionsSchema)
});

const optionalText = optional(v.pipe(v.string(), v.maxLength(500)));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * What a file says of itself. Counts are of entries; `first` and `last`: when its earliest and its latest one began.
 * `lacks`: what no entry of the whole file has. `cutOff`: it ends in the middle.
 */
const importedSchema = v.object({
	kind: v.literal('imported'),
	at: time,
	recorder: optionalText,
	browser: optionalText,
	entries: count,
	/** Entries that could not be read. */
	unread: count,
	first: optional(time),
	last: optional(time),
	lacks: v.array(v.picklist(fileLacks)),
	cutOff: optional(v.literal(true)),
	/** What the file says of its attempts: whoever wrote it checked it, and nobody here. */
	said: optional(verdictsSchema)
});

/**
 * How the person went to the provider: here, in a popup, in another tab, or with a copied link (another device).
 * `frame`: nobody saw it; a hidden frame of this page went. `autopilot`: the pages were fetched and their forms sent.
 */
export const waysOut = ['tab', 'popup', 'new-tab', 'copy', 'frame', 'autopilot'] as const;

export type WayOut = (typeof waysOut)[number];

export const factSchema = v.variant('kind', [
	importedSchema,
	/** An exchange of a recording that is no message of the walk and bears on one: on its step. */
	v.object({
		kind: v.literal('beside'),
		at: time,
		step: v.picklist(stepIds),
		what: v.picklist(besideKinds),
		exchange: exchangeSchema
	}),
	/** `redacted`: what follows was saved without its secrets. `from`: the client was somebody else's. */
	v.object({
		kind: v.literal('configured'),
		at: time,
		configuration: configurationSchema,
		redacted: optional(v.literal(true)),
		from: optional(v.literal('recording'))
	}),
	/** The walk goes on with an attempt that began before the newest one; counted from 0. */
	v.object({ kind: v.literal('opened'), at: time, attempt: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
	/** The person said yes to plain `http:` for a host. */
	v.object({
		kind: v.literal('allowed'),
		at: time,
		step: v.literal('configure'),
		host: v.pipe(v.string(), v.maxLength(255))
	}),
	/**
	 * Values the client made or the person typed, by their names on the wire. Of `configure`: endpoints in place of a
	 * document. `from`: a recording of somebody else shows them.
	 */
	v.object({
		kind: v.literal('generated'),
		at: time,
		step: v.picklist(['configure', 'verifier', 'challenge', 'authorize']),
		values: v.record(text, text),
		from: optional(v.literal('recording'))
	}),
	/**
	 * The browser was sent to the server, to sign in or out. `body`: the form that it posted there, as a recording shows it
	 * (OIDC Core §3.1.2.1). `asked`: the URL as built, when the person edited it. `recorded`: the same message with its
	 * headers and its answer, where it stands in a recording.
	 */
	v.object({
		kind: v.literal('left'),
		at: time,
		step: v.picklist(['authorize', 'renew']),
		url: text,
		body: optional(text),
		asked: optional(text),
		way: v.picklist(waysOut),
		recorded: optional(exchangeSchema)
	}),
	/**
	 * The callback URL, query and fragment included. `body`: the form that the browser posted there, as it came
	 * (OAuth 2.0 Form Post Response Mode §2). `recorded`: how the page was opened with it, where that was recorded.
	 */
	v.object({
		kind: v.literal('returned'),
		at: time,
		step: v.literal('callback'),
		url: text,
		body: optional(text),
		way: v.picklist(['redirect', 'pasted']),
		recorded: optional(exchangeSchema)
	}),
	/** Which of two answers the walk goes on with: the second one, or the one that it had. */
	v.object({ kind: v.literal('decided'), at: time, step: v.literal('callback'), second: v.boolean() }),
	/** What the server says that it decided about the authorization request. */
	v.object({ kind: v.literal('observed'), at: time, step: v.literal('callback'), inside: decisionsSchema }),
	/** `asked`: the message as built, when the person edited it before sending. */
	v.object({
		kind: v.literal('exchanged'),
		at: time,
		step: v.picklist(stepIds),
		move: v.picklist(moveIds),
		exchange: exchangeSchema,
		asked: optional(requestSchema)
	})
]);

export type Fact = v.InferOutput<typeof factSchema>;
export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;
export type Trace = readonly Fact[];

/** What came back from the authorization server, as the browser brought it. */
export type CallbackMessage = Pick<FactOf<'returned'>, 'url' | 'body'>;
