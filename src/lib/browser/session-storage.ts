import * as v from 'valibot';
import type { Trace } from '$lib/trace/fact';
import { formatTrace, parseTrace } from '$lib/trace/file';
import { openJsonShelf } from './local-storage';
import { openShelf, type Shelf } from './shelf';

/** The trace of this tab. It holds secrets, so it ends with the tab and is never seen by another. */
export const openTraceShelf = (base: string, storage: () => Storage = () => sessionStorage): Shelf<Trace> =>
	openShelf(storage, `pkce-playground ${base}/ trace`, { format: formatTrace, parse: parseTrace });

const draftsSchema = v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(100_000)));

/** What is being typed and was not sent yet, by the name of the field. */
export const openDraftShelf = (
	base: string,
	storage: () => Storage = () => sessionStorage
): Shelf<Record<string, string>> => openJsonShelf(storage, `pkce-playground ${base}/ drafts`, draftsSchema);
