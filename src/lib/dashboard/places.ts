/** Addresses of the provider's pages: a section is a folder, a record of it stands in the query. */
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Place } from '$lib/state/provider-context';

export function addressOf({ section, record, fresh }: Place): string {
	if (section === undefined) return '/provider/';
	const query = new URLSearchParams();
	if (record !== undefined) query.set('record', record);
	else if (fresh !== undefined) query.set('new', fresh);
	const text = query.toString();
	return `/provider/${section}/${text === '' ? '' : `?${text}`}`;
}

/** What stands in the query of such an address. */
export function placeOf({ searchParams }: URL): Pick<Place, 'record' | 'fresh'> {
	const record = searchParams.get('record') ?? undefined;
	const fresh = searchParams.get('new') ?? undefined;
	return onlyKnown(record === undefined ? { fresh } : { record });
}
