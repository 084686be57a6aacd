/** A file of this site that was fetched when it was needed, and did not arrive. */
export class PartFailure extends Error {
	override name = 'PartFailure';
}

/**
 * The one way to import something later: `loadPart(() => import('…'))`. Who calls it either says that it did not arrive
 * or lets the rejection pass, and then the page says it.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
	try {
		return await load();
	} catch (cause) {
		throw new PartFailure('A part of the site did not arrive', { cause });
	}
}
