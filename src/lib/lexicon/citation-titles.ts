import type { Citation } from './citations';
import { loadPart } from './part';

let loading: Promise<Readonly<Record<Citation, string>>> | undefined;

/** One fetch for all links of a page. One that failed is not remembered. */
function titles(): Promise<Readonly<Record<Citation, string>>> {
	loading ??= loadPart(() => import('./citations'))
		.then(({ citations }) => citations)
		.catch((error: unknown) => {
			loading = undefined;
			throw error;
		});
	return loading;
}

/** The title of a section. The list of all of them is fetched with the first link that is shown. */
export const titleOf = async (citation: Citation): Promise<string> => (await titles())[citation];
