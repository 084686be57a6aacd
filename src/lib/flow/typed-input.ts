import type { MoveId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { AskInput } from './step';

/** What the person has typed for a message beside the session: the same for whoever builds it. */
export function typedInput(
	drafts: { get(name: string): string | undefined },
	configuration: Configuration | undefined,
	move: MoveId
): AskInput {
	if (move === 'refresh') return { scope: drafts.get('refresh scope') ?? '' };
	if (move !== 'api') return {};
	const method = drafts.get('call method') ?? 'GET';
	const url = drafts.get('call url') ?? configuration?.apiUrl ?? '';
	const body = drafts.get('call body') ?? '';
	return { method, url, ...(method === 'GET' || body === '' ? {} : { body }) };
}
