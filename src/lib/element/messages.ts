/** What the frame and this page say to each other. Nothing that comes is believed for its looks. */
import {
	embedCommands,
	embedPages,
	embedRefusals,
	embedType,
	embedVersion,
	type EmbedEvent,
	type EmbedOrder,
	type EmbedOrderMessage
} from '$lib/lexicon/embedding';
import { stepIds } from '$lib/lexicon/steps';

const among = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
	names.find((name) => name === value);

/** Undefined: no event of this version, or one that says less than it has to. */
export function readEvent(data: unknown): EmbedEvent | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const said: Record<string, unknown> = { ...data };
	if (said.type !== embedType || said.v !== embedVersion) return undefined;
	const step = among(stepIds, said.step);
	switch (said.event) {
		case 'ready': {
			const page = among(embedPages, said.page);
			return page && { event: 'ready', page, ...(step && { step }) };
		}
		case 'step':
			return step && { event: 'step', step };
		case 'outcome':
			if (!step || typeof said.ok !== 'boolean') return undefined;
			return {
				...{ event: 'outcome', step, ok: said.ok },
				...(typeof said.code === 'string' && { code: said.code })
			};
		case 'resize':
			return typeof said.height === 'number' && said.height > 0
				? { event: 'resize', height: said.height }
				: undefined;
		case 'refused': {
			const command = among(embedCommands, said.command);
			const why = among(embedRefusals, said.why);
			return command && why && { event: 'refused', command, why };
		}
		default:
			return undefined;
	}
}

interface Heard {
	source: unknown;
	origin: string;
	data: unknown;
}

/** Only from that window, and only while it shows that origin: a frame may have been led elsewhere. */
export const eventFrom = (message: Heard, frame: unknown, origin: string): EmbedEvent | undefined =>
	message.source === frame && message.origin === origin ? readEvent(message.data) : undefined;

export const orderMessage = (order: EmbedOrder): EmbedOrderMessage => ({
	...{ type: embedType, v: embedVersion },
	...order
});
