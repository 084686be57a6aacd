/** What goes between the frame and its host, as plain values of known lists: nothing else has a place in it. */
import * as v from 'valibot';
import { checkCitations } from '$lib/lexicon/check-citations';
import {
	embedCommands,
	embedPages,
	embedRefusals,
	embedThemes,
	embedType,
	embedVersion,
	otherCode,
	type EmbedEvent,
	type EmbedEventMessage,
	type EmbedOrder
} from '$lib/lexicon/embedding';
import { errorCodes } from '$lib/lexicon/errors';
import { stepIds } from '$lib/lexicon/steps';

const versioned = { type: v.literal(embedType), v: v.literal(embedVersion) };
const step = v.picklist(stepIds);

const orderSchema = v.variant('command', [
	v.object({ ...versioned, command: v.literal('theme'), theme: v.picklist(embedThemes) }),
	v.object({ ...versioned, command: v.literal('step'), step }),
	v.object({ ...versioned, command: v.literal('reset') }),
	v.object({ ...versioned, command: v.literal('run') })
]);

/** What the host wants; undefined where it is no such message. */
export function parseOrder(data: unknown): EmbedOrder | undefined {
	const parsed = v.safeParse(orderSchema, data);
	if (!parsed.success) return undefined;
	const { type: _, v: __, ...order } = parsed.output;
	return order;
}

const pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const code = v.picklist([...Object.keys(checkCitations), ...errorCodes, otherCode]);

const eventSchema = v.variant('event', [
	v.strictObject({ event: v.literal('ready'), page: v.picklist(embedPages), step: v.exactOptional(step) }),
	v.strictObject({ event: v.literal('step'), step }),
	v.strictObject({ event: v.literal('outcome'), step, ok: v.boolean(), code: v.exactOptional(code) }),
	v.strictObject({ event: v.literal('resize'), height: pixels }),
	v.strictObject({
		event: v.literal('refused'),
		command: v.picklist(embedCommands),
		why: v.picklist(embedRefusals)
	})
]);

/** The message of an event. One that holds anything else than words of the lists is an error of this page. */
export function eventMessage(event: EmbedEvent): EmbedEventMessage {
	return { type: embedType, v: embedVersion, ...v.parse(eventSchema, event) };
}
