/** The metadata of an API at the places where it may be. Part of no walk: by it a person finds the server to walk with. */
import {
	askResourceMetadata,
	readResourceMetadata,
	type ResourceMetadata,
	type ResourceRefusal
} from '$lib/client/resource-metadata';
import type { AskFailure, NetworkFailure } from '$lib/lexicon/failure';
import { fail, type Result } from '$lib/lexicon/result';
import type { World } from './world';

export {
	readResourceDocument,
	type ResourceMetadata,
	type ResourceRefusal
} from '$lib/client/resource-metadata';

export type ResourceFailure = ResourceRefusal | NetworkFailure | AskFailure;

/** Whether the API answered, and its answer cannot be used. */
export const isRefusal = (failure: ResourceFailure): failure is ResourceRefusal =>
	['not-published', 'not-metadata', 'other-resource', 'no-server'].includes(failure.reason);

/** Asks one place after the other until a document can be used. */
export async function findResource(
	world: Pick<World, 'send'>,
	api: string,
	signal: AbortSignal = new AbortController().signal
): Promise<Result<ResourceMetadata, ResourceFailure>> {
	const places = askResourceMetadata(api);
	if (!places.ok) return places;
	let last: ResourceFailure = { reason: 'not-metadata' };
	for (const { resource, request } of places.value) {
		const { response, failure } = await world.send(request, signal);
		const read = response && readResourceMetadata(resource, response);
		if (read?.ok) return read;
		last = read?.failure ?? failure ?? last;
	}
	return fail(last);
}
