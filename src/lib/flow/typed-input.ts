import type { MoveId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import { arePairs } from '$lib/wire/form';
import type { Header } from '$lib/wire/http';
import { parseJson } from '$lib/wire/json';
import type { AskInput } from './step';

/** The headers that a person adds to a call, kept as JSON; what is none is no header. */
export function typedHeaders(kept: string | undefined): Header[] {
	const headers = parseJson(kept ?? '[]');
	return arePairs(headers) ? headers : [];
}

/** How the body of a call may be sent. */
export const bodyTypes = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'] as const;

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
	const headers = typedHeaders(drafts.get('call headers'));
	const type = drafts.get('call type');
	return {
		method,
		url,
		...(method === 'GET' || body === '' ? {} : { body }),
		...(type === undefined ? {} : { type }),
		...(headers.length === 0 ? {} : { headers })
	};
}
