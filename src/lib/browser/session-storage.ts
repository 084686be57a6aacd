import type { Trace } from '$lib/trace/fact';
import { formatTrace, parseTrace } from '$lib/trace/file';
import { openShelf, type Shelf } from './shelf';

/** The trace of this tab. It holds secrets, so it ends with the tab and is never seen by another. */
export const openTraceShelf = (base: string, storage: () => Storage = () => sessionStorage): Shelf<Trace> =>
	openShelf(storage, `pkce-playground ${base}/ trace`, { format: formatTrace, parse: parseTrace });
